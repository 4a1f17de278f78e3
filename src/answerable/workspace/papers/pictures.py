"""A small picture beside the judgements: how long the notes were, from meeting to meeting."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.components import charts, words
from answerable.papers.models import NoteVersion

FEWEST = 2  # a single bar shows nothing
MOST = 40  # bars that fit on a line


def lengths(versions: Sequence[NoteVersion]) -> str:
    """A bar for each version that could be read, in the order given; nothing where there are too few."""
    counted = [one.words for one in versions if one.words is not None][-MOST:]
    if len(counted) < FEWEST:
        return ""
    said = words.listed(words.number(one) for one in counted)
    return charts.bars(counted, max(counted), f"Words of each note from the oldest to the newest: {said}")
