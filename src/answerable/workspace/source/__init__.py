"""The place in the original that a line came from."""
