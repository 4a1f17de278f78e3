"""Loading figures: a file, how it is read, what would change, and the confirming."""
