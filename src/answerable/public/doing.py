"""What a decision did, in a word: "published", "corrected"."""

from __future__ import annotations

from answerable.components import words
from answerable.core.publication.deciding import DOING_NAMES, Doing


def doing_in_words(doing: str) -> str:
    """In the language of the page, for the middle of a sentence."""
    return words.said(DOING_NAMES[Doing(doing)]).lower()
