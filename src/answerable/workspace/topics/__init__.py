"""Subjects over the years."""
