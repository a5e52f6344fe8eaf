"""Lines from a phone: encounters as people type them in a notes app or a mail."""
