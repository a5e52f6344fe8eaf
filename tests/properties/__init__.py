"""Promises that hold for every note, tried on many."""
