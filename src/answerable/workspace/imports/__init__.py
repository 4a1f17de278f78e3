"""Sending minutes in, and what became of them."""
