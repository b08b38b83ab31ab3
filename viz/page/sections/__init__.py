"""The parts of the page that work without a script and on paper, as markup."""
