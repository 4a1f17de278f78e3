"""Two versions of minutes, entry by entry: what was added, left out, changed in its words, or moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from answerable.core.minutes.record import Entry, MeetingRecord

ALIKE = 0.6
"""Share of words in common from which two entries are one that was changed: below it, one went, one came."""

MOST_TRIED = 40
"""Entries that one is compared with word by word: the nearest ones in the order of the minutes."""

What = Literal["same", "added", "left out", "changed", "moved"]
Pairs = Mapping[int, int]


class Words(NamedTuple):
    """A stretch of words: "same", "out" (only in the earlier version) or "in" (only in the later)."""

    how: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of either version; indexes into the two lists of entries, None where it is not there.

    ``words``: the text with its changes marked. ``said``: what changed beside the words ("note became
    action"). A moved entry may have changed as well.
    """

    what: What
    old: int | None
    new: int | None
    words: tuple[Words, ...]
    said: tuple[str, ...] = ()


def compare(old: MeetingRecord, new: MeetingRecord) -> list[Change]:
    """Every entry of both versions in the order of the later one; what was left out where it stood."""
    pairs = _pairs(old["entries"], new["entries"])
    stayed = _in_order(pairs)
    of_new = {n: o for o, n in pairs.items()}
    rows = [
        _kept(old, new, of_new[n], n, moved=of_new[n] not in stayed) if n in of_new else _added(one, n)
        for n, one in enumerate(new["entries"])
    ]
    gone = [o for o in range(len(old["entries"])) if o not in pairs]
    before = sorted(stayed)
    for o in reversed(gone):
        at = bisect_left(before, o)
        rows.insert(pairs[before[at - 1]] + 1 if at else 0, _left_out(old["entries"][o], o))
    return rows


def counted(changes: Sequence[Change]) -> dict[str, int]:
    """How many entries of each fate."""
    found: dict[str, int] = dict.fromkeys(("added", "left out", "changed", "moved", "same"), 0)
    for change in changes:
        found[change.what] += 1
    return found


def word_changes(old: str, new: str) -> tuple[Words, ...]:
    """The words of both texts in one line, with what is only in one of them marked."""
    return tuple(_marked(old.split(), new.split()))


def _pairs(old: Sequence[Entry], new: Sequence[Entry]) -> Pairs:
    """Which entry became which: the same words first, in order where they can be, then the likest."""
    before, after = [_folded(one) for one in old], [_folded(one) for one in new]
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        pairs.update((block.a + n, block.b + n) for n in range(block.size))
    _pair_same(before, after, pairs)
    _pair_alike(before, after, pairs)
    return pairs


def _pair_same(before: Sequence[str], after: Sequence[str], pairs: dict[int, int]) -> None:
    """Entries with the same words that stand elsewhere."""
    taken = set(pairs.values())
    left: dict[str, list[int]] = {}
    for n, text in enumerate(after):
        if n not in taken:
            left.setdefault(text, []).append(n)
    for o, text in enumerate(before):
        if o not in pairs and left.get(text):
            pairs[o] = left[text].pop(0)


def _pair_alike(before: Sequence[str], after: Sequence[str], pairs: dict[int, int]) -> None:
    """Entries that share enough words, the likest first."""
    gone = [o for o in range(len(before)) if o not in pairs]
    taken = set(pairs.values())
    came = [n for n in range(len(after)) if n not in taken]
    scored = sorted(
        ((_likeness(before[o], after[n]), -o, -n) for o in gone for n in _near(o, came)), reverse=True
    )
    for score, o, n in scored:
        if score >= ALIKE and -o not in pairs and -n not in taken:
            pairs[-o] = -n
            taken.add(-n)


def _near(place: int, some: Sequence[int]) -> Sequence[int]:
    """The indexes nearest to a place."""
    at = bisect_left(some, place)
    return some[max(at - MOST_TRIED // 2, 0) : at + MOST_TRIED // 2]


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _in_order(pairs: Pairs) -> frozenset[int]:
    """The most entries of the earlier version that stand in the same order in the later one."""
    ends: list[tuple[int, int]] = []
    came_from: dict[int, int | None] = {}
    for o, n in sorted(pairs.items()):
        at = bisect_left(ends, (n, -1))
        came_from[o] = ends[at - 1][1] if at else None
        ends[at : at + 1] = [(n, o)]
    found: set[int] = set()
    o_at = ends[-1][1] if ends else None
    while o_at is not None:
        found.add(o_at)
        o_at = came_from[o_at]
    return frozenset(found)


def _kept(old: MeetingRecord, new: MeetingRecord, o: int, n: int, *, moved: bool) -> Change:
    before, after = old["entries"][o], new["entries"][n]
    words = word_changes(before["text"], after["text"])
    said = tuple(_beside(old, new, before, after))
    changed = said or any(one.how != "same" for one in words)
    return Change("moved" if moved else "changed" if changed else "same", o, n, words, said)


def _beside(old: MeetingRecord, new: MeetingRecord, before: Entry, after: Entry) -> Iterator[str]:
    """What changed beside the words: item, kind, speakers."""
    items = _item(old, before), _item(new, after)
    if items[0] != items[1]:
        yield f"from item {items[0]} to item {items[1]}"
    if before["kind"] != after["kind"]:
        yield f"{before['kind']} became {after['kind']}"
    if before["speakers"] != after["speakers"]:
        yield f"said by {_names(after)}, before by {_names(before)}"


def _item(record: MeetingRecord, entry: Entry) -> str:
    """How an entry's item is called: by its number, else by its title."""
    if entry["item"] is None:
        return "none"
    item = record["items"][entry["item"]]
    return item["number"] or f"“{item['title']}”"


def _names(entry: Entry) -> str:
    return " and ".join(entry["speakers"]) or "nobody named"


def _added(entry: Entry, n: int) -> Change:
    return Change("added", None, n, (Words("in", entry["text"]),))


def _left_out(entry: Entry, o: int) -> Change:
    return Change("left out", o, None, (Words("out", entry["text"]),))


def _folded(entry: Entry) -> str:
    return " ".join(entry["text"].split())


def _marked(old: list[str], new: list[str]) -> Iterator[Words]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Words("same", " ".join(new[c:d]))
            continue
        if b > a:
            yield Words("out", " ".join(old[a:b]))
        if d > c:
            yield Words("in", " ".join(new[c:d]))
