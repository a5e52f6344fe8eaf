"""The shells in which Tab completes what is typed after kompas, a script for each."""
