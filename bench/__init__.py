"""What kompas is measured with: `python -m bench.matching`, `python bench/startup.py`."""
