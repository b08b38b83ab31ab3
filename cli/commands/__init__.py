"""The commands: each parses, calls one function and writes one document."""
