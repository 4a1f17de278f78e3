"""Which heading of a briefing note answers which point of the terms of reference: only ever proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.core.actions.wording import Wording, likeness
from answerable.core.papers.points import without_marker

ALIKE = 0.6
"""From here on a heading is proposed by its words alone; below, two questions about waiting share them."""

SAME_NUMBER = 0.3
"""What it counts that a heading has the point's number. It is not enough by itself: a note may number its own
parts, and then the heading of that number shares next to no word with the point."""

CONTAINED = 0.9
"""What it counts that all words of a heading stand in the point: a heading is shorter than its point."""

TWO_WORDS = 2  # that count: a heading of one word, "Demand", stands in too many points to be sure

_ASKING = frozenset(["what", "how", "why", "who", "which", "when", "where", "do", "doe", "did", "can"])
"""Words that every point begins with, as ``Wording`` stems them."""

_NUMBER = re.compile(
    r"^\W*(?P<named>(?:point|question|tor|term)s?\s+)?(?P<number>\d{1,2})(?![\d.]*\d|%)\b", re.I
)


def propose(points: Sequence[str], headings: Sequence[str]) -> list[int | None]:
    """For each point the index of the heading that answers it likeliest; None where none is like it.

    ``points`` are in their order and without their numbers; ``headings`` as printed. One heading can answer
    several points.
    """
    heads = [(_number(one), _wording(without_marker(one))) for one in headings]
    return [_best(at + 1, _wording(point), heads) for at, point in enumerate(points)]


def _best(
    number: int, point: Wording, heads: Sequence[tuple[tuple[int | None, bool], Wording]]
) -> int | None:
    best, at_best = 0.0, None
    for at, ((printed, named), words) in enumerate(heads):
        same = printed == number
        score = 1.0 if same and named else _score(point, words) + SAME_NUMBER * same
        if score >= ALIKE and score > best:
            best, at_best = score, at
    return at_best


def _wording(text: str) -> Wording:
    words = [one for one in Wording.of(text).text.split() if one not in _ASKING]
    return Wording(" ".join(words), len(words))


def _score(point: Wording, heading: Wording) -> float:
    """0 to 1: as alike as wordings of actions are, or how much of the heading the point repeats.

    0 where they share no word: letters alone ("conclusion" in "changes since") say nothing.
    """
    there = set(heading.text.split())
    both = there & set(point.text.split())
    if not both:
        return 0.0
    shared = len(both) / len(there)
    trusted = min(len(there) / TWO_WORDS, 1.0)
    return max(likeness(point, heading), CONTAINED * shared * shared * trusted)


def _number(heading: str) -> tuple[int | None, bool]:
    """The number that a heading begins with, and whether it says that it is a point's: "Point 3"."""
    found = _NUMBER.match(heading)
    return (int(found["number"]), bool(found["named"])) if found else (None, False)
