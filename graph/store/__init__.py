"""One model on a shared Neo4j server, and the same answers from it."""
