"""Findings and wording become something to show; the only home of Rich."""
