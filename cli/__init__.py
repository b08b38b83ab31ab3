"""The command line: parses, calls one function, renders. Importing it imports nothing heavy; see cli.main."""
