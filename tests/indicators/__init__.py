"""Indicators as rows, in the input and in a table beside it, through the public entry."""
