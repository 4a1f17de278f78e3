"""A page that a converter printed again, whole or in slices: the longest pieces stay, copies are dropped.

Pieces are compared by their runs of four words (shingles). Of a page printed once in one cell and once in
paragraphs the paragraphs stay, since they keep the page's structure. What is kept takes the place of its
earliest copy, which restores the order. Method and figures: docs/explanation/reading-minutes.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from answerable.core.minutes.paragraphs import Paragraph

LONG = 7  # words from which on a piece says enough to be known again
COVERED = 0.8  # share of a piece's shingles that others hold
PAGE_WORDS = 150  # a piece of this size may be a page in one cell
PAGE_COVERED = 0.75
REACH = 120  # paragraphs between copies: a page is printed again beside itself, a year's review is not
DAMAGE = 40  # shingles printed again from which on it is damage and not a phrase that minutes use often
REPEATED = 0.1  # share of a stretch's shingles that repeat, from which on copies are looked for

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Deduplicated:
    kept: list[Paragraph]
    dropped: list[Paragraph]


def without_duplicates(paragraphs: Sequence[Paragraph]) -> Deduplicated:
    """The paragraphs without copies, in the order of their earliest copies."""
    shingles = [_shingles(one) for one in paragraphs]
    if not _repeats(shingles):
        return Deduplicated(list(paragraphs), [])
    pages = _pages(paragraphs, shingles)
    first, copies = _copies(shingles, pages)
    if sum(len(shingles[index]) for index in copies) < DAMAGE and not pages:
        return Deduplicated(list(paragraphs), [])
    copies |= pages
    copies |= _short_copies(paragraphs, copies)
    order = sorted((i for i in range(len(paragraphs)) if i not in copies), key=lambda i: (first.get(i, i), i))
    return Deduplicated([paragraphs[i] for i in order], [paragraphs[i] for i in sorted(copies)])


def _words(text: str) -> list[str]:
    return text.lower().split()


def _shingles(one: Paragraph) -> Shingles:
    words = _words(one.words)
    if len(words) < LONG:
        return frozenset()
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def _repeats(shingles: Sequence[Shingles]) -> bool:
    """Whether any stretch of the document repeats enough to be damage."""
    again = _printed_again(shingles)
    if not again:
        return False
    sizes = [len(piece) for piece in shingles]
    repeats = [len(piece & again) for piece in shingles]
    for start in range(0, len(shingles), REACH // 4):
        stretch = slice(start, start + REACH // 2)
        if sum(repeats[stretch]) > REPEATED * sum(sizes[stretch]):
            return True
    return False


def _printed_again(shingles: Sequence[Shingles]) -> set[tuple[str, ...]]:
    """The shingles that more than one piece has."""
    seen: set[tuple[str, ...]] = set()
    again: set[tuple[str, ...]] = set()
    for piece in shingles:
        again |= seen & piece
        seen |= piece
    return again


def _near(shingles: Sequence[Shingles], index: int) -> range:
    return range(max(0, index - REACH), min(len(shingles), index + REACH))


def _pages(paragraphs: Sequence[Paragraph], shingles: Sequence[Shingles]) -> set[int]:
    """Pages in one cell whose paragraphs stand beside them too."""
    found = set()
    for index, piece in enumerate(shingles):
        if len(piece) < PAGE_WORDS:
            continue
        slices = [
            j
            for j in _near(shingles, index)
            if j != index and shingles[j] and len(shingles[j]) * 2 < len(piece)
        ]
        inside = [j for j in slices if len(shingles[j] & piece) >= COVERED * len(shingles[j])]
        held = frozenset().union(*(shingles[j] for j in inside)) if inside else frozenset()
        if len(inside) > 1 and len(piece & held) >= PAGE_COVERED * len(piece):
            found.add(index)
    return found


def _copies(shingles: Sequence[Shingles], pages: set[int]) -> tuple[dict[int, int], set[int]]:
    """For kept pieces the index of their earliest copy, and the copies."""
    kept: list[int] = []
    first: dict[int, int] = {}
    copies: set[int] = set()
    by_length = sorted(
        (i for i in range(len(shingles)) if shingles[i] and i not in pages),
        key=lambda i: (-len(shingles[i]), i),
    )
    holders: dict[tuple[str, ...], list[int]] = {}
    for index in by_length:
        piece = shingles[index]
        held = [near for shingle in piece if (near := _within_reach(holders.get(shingle, ()), index))]
        if held and len(held) >= COVERED * len(piece):
            shared = Counter(chain.from_iterable(held))
            best = max(shared, key=lambda j: (shared[j], len(shingles[j]), -j))
            first[best] = min(first.get(best, best), index)
            copies.add(index)
            continue
        kept.append(index)
        for shingle in piece:
            insort(holders.setdefault(shingle, []), index)
    return first, copies


def _within_reach(places: Sequence[int], index: int) -> Sequence[int]:
    """Of sorted places those near enough to ``index`` to be its copies."""
    if not places:
        return ()
    return places[bisect_left(places, index - REACH) : bisect_right(places, index + REACH)]


def _short_copies(paragraphs: Sequence[Paragraph], copies: set[int]) -> set[int]:
    """Short lines ("Actions arising:") that head or end a dropped copy and stand in a kept one too."""
    if not copies:
        return set()
    found: set[int] = set()
    seen: set[str] = set()
    for index in range(max(min(copies) - REACH, 0), max(copies) + 1):
        if index in copies or len(_words(paragraphs[index].words)) >= LONG:
            continue
        key = " ".join(_words(paragraphs[index].words))
        after = next(
            (j for j in range(index + 1, len(paragraphs)) if len(_words(paragraphs[j].words)) >= LONG), None
        )
        if key and key in seen and after in copies and not paragraphs[index].is_short_cell:
            found.add(index)
        seen.add(key)
    return found
