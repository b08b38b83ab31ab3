"""`python -m cli` is the command `barriers`."""

from cli.main import main

main()
