"""Measures: all at once, one over time, and what people set and decide about it."""
