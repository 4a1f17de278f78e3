"""What a kind of doubt is in plain words, and what of a line it puts in question."""

from __future__ import annotations

from answerable.core.minutes.warnings import CODES, Code

FIRST_FIELD = {"owner-missing": "owners", "owner-unknown": "owners", "abbreviation-unknown": "owners"}
"""Where one thing is the obvious one to put right: the field that its form begins with."""

OF_THE_FILE = frozenset(
    ["no-text-layer", "hidden-text", "tracked-deletion", "comment", "embedded-part", "duplicate-text"]
)
"""Doubts about a page or the whole file: no line of the record is wrong, and a quote would say nothing."""


def kind_of(code: str) -> Code:
    """Title, meaning and advice; of a code that another program's records brought, only a title."""
    known = CODES.get(code)
    return known or Code(code.replace("-", " ").replace("_", " ").capitalize() or "A doubt", "", "")
