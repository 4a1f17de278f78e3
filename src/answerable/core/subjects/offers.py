"""Which returning phrases are offered as topics, and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from answerable.core.subjects.index import Index, build
from answerable.core.subjects.phrases import Key
from answerable.core.subjects.shapes import Link, Offer, SubjectMeeting
from answerable.core.subjects.weigh import Candidate, candidates

OFFERS_OF_ONE = 7.5
"""Offers grow with the square root of the meetings: 13 of three meetings, 106 of two hundred. More than that
nobody looks through."""

LEAST_SCORE = 0.3
SAME_SHARE = 0.5
"""Two phrases that share so much of the stretches of words where the rarer stands are one subject."""


def offer(meetings: Sequence[SubjectMeeting]) -> list[Offer]:
    """Subjects that stand in at least two of the meetings, the best first.

    Pure: the same meetings give the same offers in the same order.
    """
    index = build(meetings)
    most = round(OFFERS_OF_ONE * sqrt(len(meetings)))
    kept: list[Candidate] = []
    for candidate in candidates(index):
        if len(kept) == most or candidate.score < LEAST_SCORE:
            break
        if not any(_same(index, candidate, other) for other in kept):
            kept.append(candidate)
    return [_offer(index, meetings, candidate) for candidate in kept]


def _same(index: Index, one: Candidate, other: Candidate) -> bool:
    """Whether one phrase is said mostly where the other is said.

    A single word is the same as a pair only where it is seldom said without it.
    """
    left, right = _stretches(index, one.key), _stretches(index, other.key)
    if len(one.key) == len(other.key):
        of = min(len(left), len(right))
    else:
        of = len(left) if len(one.key) == 1 else len(right)
    return len(left & right) >= SAME_SHARE * of


def _stretches(index: Index, key: Key) -> set[int]:
    return {number for standing in index.standings[key].values() for number in standing.stretches}


def _offer(index: Index, meetings: Sequence[SubjectMeeting], candidate: Candidate) -> Offer:
    links = []
    for (meeting, item), weight in sorted(candidate.weights.items()):
        standing = index.standings[candidate.key][meeting, item]
        links.append(
            Link(
                meetings[meeting].key,
                meetings[meeting].items[item].key,
                tuple(sorted(standing.entries)),
                round(weight / (1 + weight), 3),
            )
        )
    return Offer(_name(index, candidate.key), tuple(links), round(candidate.score, 3), candidate.signals)


def _name(index: Index, key: Key) -> str:
    """The acronym written out, else the wording printed most often; the shortest of equals."""
    definition = index.acronyms.get(key[0]) if len(key) == 1 else None
    if definition is not None:
        return _upper_first(f"{definition.words} ({definition.acronym.upper()})")
    counted = sorted(index.shown[key].items(), key=lambda one: (-one[1], len(one[0]), one[0]))
    return _upper_first(counted[0][0])


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
