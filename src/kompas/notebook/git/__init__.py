"""Git: the real program, started in one room; what kompas asks of it in the others."""
