"""Originals as they were sent in, with the text that was read from them."""
