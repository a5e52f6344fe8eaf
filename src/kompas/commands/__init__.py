"""One file a subcommand: read, find, show."""
