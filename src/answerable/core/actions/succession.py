"""Which forum took the place of which, told from the minutes alone."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

TIES = 2
"""So many earlier actions must be answered for in a forum before it counts as the one that took over."""


class Span(NamedTuple):
    """The first and the last meeting that a forum held."""

    first: date
    last: date


def successions(
    spans: Mapping[Hashable, Span], answers: Mapping[tuple[Hashable, Hashable], int]
) -> dict[Hashable, Hashable]:
    """Each forum that took over, with the one that it took over from.

    ``answers`` counts, for a forum and another, the updates given in the one about actions of the other. A
    forum took over where it began when the other had met for the last time, and answers for its actions; of
    several such the one that met last.
    """
    found = {}
    for forum, span in spans.items():
        ended = [
            before
            for (later, before), count in answers.items()
            if later == forum and before in spans and count >= TIES and spans[before].last < span.first
        ]
        if ended:
            found[forum] = max(ended, key=lambda before: (spans[before].last, str(before)))
    return _one_heir_each(found, spans)


def _one_heir_each(
    found: Mapping[Hashable, Hashable], spans: Mapping[Hashable, Span]
) -> dict[Hashable, Hashable]:
    """Of several forums that would take over from one, the first to meet did."""
    heirs: dict[Hashable, Hashable] = {}
    for forum, before in _by_first(found, spans):
        heirs.setdefault(before, forum)
    return {forum: before for before, forum in heirs.items()}


def _by_first(
    found: Mapping[Hashable, Hashable], spans: Mapping[Hashable, Span]
) -> Iterable[tuple[Hashable, Hashable]]:
    return sorted(found.items(), key=lambda pair: (spans[pair[0]].first, str(pair[0])))
