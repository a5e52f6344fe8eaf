"""The index: a view of one notebook in SQLite, in the user's cache folder. The notes are the truth (docs/adr/0011)."""
