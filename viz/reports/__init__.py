"""What each command has to say, as one document: what was found becomes headings, sentences, tables and lists."""
