"""The notebook on disk: a folder of TOML files, and git around it."""
