"""Which returning phrases are offered as topics, and under which name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from answerable.core.subjects.index import Index, build
from answerable.core.subjects.phrases import Key
from answerable.core.subjects.shapes import Link, Offer, SubjectMeeting
from answerable.core.subjects.weigh import Candidate, candidates

_NUMBERED = re.compile(r"^(?:agenda\s+)?(?:item\s+)?\d[\w.]*\s*[:.)–-]\s*", re.IGNORECASE)

OFFERS_OF_ONE = 8.0
"""Offers grow with the square root of the meetings: 14 of three meetings, 113 of two hundred. More than that
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
    standing: dict[int, list[int]] = {}
    for candidate in candidates(index):
        if len(kept) == most or candidate.score < LEAST_SCORE:
            break
        stretches = _stretches(index, candidate.key)
        if not _said_already(index, candidate, kept, standing, stretches):
            for number in stretches:
                standing.setdefault(number, []).append(len(kept))
            kept.append(candidate)
    return [_offer(index, meetings, candidate) for candidate in kept]


def _said_already(
    index: Index,
    candidate: Candidate,
    kept: Sequence[Candidate],
    standing: Mapping[int, Sequence[int]],
    stretches: set[int],
) -> bool:
    """Whether the phrase is said mostly where one that is kept is said.

    A single word is the same as a pair only where it is seldom said without it. ``standing`` gives the
    kept phrases of each stretch of words.
    """
    shared = Counter(one for number in stretches for one in standing.get(number, ()))
    for position, times in shared.items():
        other = kept[position]
        single, pair = len(candidate.key) == 1, len(other.key) > 1
        if single and pair:
            of = len(stretches)
        elif not single and not pair:
            of = len(_stretches(index, other.key))
        else:
            of = min(len(stretches), len(_stretches(index, other.key)))
        if times >= SAME_SHARE * of:
            return True
    return False


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
    """The acronym written out, else the one title it has, else the wording printed most often."""
    definition = index.acronyms.get(key[0]) if len(key) == 1 else None
    if definition is not None:
        return _upper_first(f"{definition.words} ({definition.acronym.upper()})")
    titles = index.titles.get(key)
    if titles is not None:
        title, times = titles.most_common(1)[0]
        if times > titles.total() / 2 and (times > 1 or _said_elsewhere(index, key, title)):
            return _upper_first(_plain_title(title))
    counted = sorted(index.shown[key].items(), key=lambda one: (-one[1], len(one[0]), one[0]))
    return _upper_first(counted[0][0])


def _said_elsewhere(index: Index, key: Key, title: str) -> bool:
    """Whether a title that stands once is also printed in the text: a scan's misread one is not."""
    plain = _plain_title(title).lower()
    return sum(times for shown, times in index.shown[key].items() if shown.lower() == plain) > 1


def _plain_title(title: str) -> str:
    """A title without the number it is cited by, and not in capitals."""
    bare = _NUMBERED.sub("", title).strip(" .:")
    return bare.capitalize() if bare.isupper() else bare


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
