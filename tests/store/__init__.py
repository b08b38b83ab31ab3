"""The store against a real Neo4j server, which these tests start themselves."""
