"""Reads: measures, their series, and what is known of a series."""

from answerable.measures.queries.facts import facts_from, facts_of, facts_with, first_day
from answerable.measures.queries.said import Said, said_about

__all__ = ["Said", "facts_from", "facts_of", "facts_with", "first_day", "said_about"]
