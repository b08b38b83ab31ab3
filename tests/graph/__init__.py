"""The tests of `graph/`, with the oracle that shares no rule with it."""
