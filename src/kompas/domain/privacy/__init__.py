"""The door of the notebook: what may not enter, what makes us look twice, and what deserves another word."""
