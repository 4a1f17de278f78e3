"""Reads: measures, their series, and what is known of a series."""

from answerable.measures.queries.facts import facts_of

__all__ = ["facts_of"]
