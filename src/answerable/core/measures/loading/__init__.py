"""Figures out of files: periods, values, the mapping of a file's columns, and what loading would change."""
