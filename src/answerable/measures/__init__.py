"""Measures: definitions in versions, series, observations, and what a person decided about them."""
