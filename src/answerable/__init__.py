"""Answerable: the record by which a police force is held to account."""
