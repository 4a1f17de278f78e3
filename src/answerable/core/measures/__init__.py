"""Measures: their periods and values, what a chart of them says in plain words, and what is drawn."""
