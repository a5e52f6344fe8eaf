"""The mirror: our own practice beside the essay's do's and don'ts; never the residents, never one colleague."""
