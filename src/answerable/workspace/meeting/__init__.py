"""One meeting, read as minutes."""
