"""The grammar of the command line: names, flags and help; the only home of Typer."""
