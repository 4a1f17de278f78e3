"""Two records held against each other, and which paragraphs of the print are to blame where they differ."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from answerable.core.minutes.document import Document
from answerable.core.minutes.record import MeetingRecord, Place

LEFT_OUT = frozenset(("source", "owners_source", "paragraph"))
COMPARED = (
    "meeting",
    "attendance",
    "items",
    "entries",
    "exchanges",
    "actions",
    "updates",
    "commitments",
    "figures",
    "next_meeting",
)


def bare(record: MeetingRecord) -> dict[str, Any]:
    """A record without source, paragraph, furniture and warnings: what must be the same when read again."""
    return {name: _without(record[name]) for name in COMPARED}  # type: ignore[literal-required]


def same(one: MeetingRecord, other: MeetingRecord) -> bool:
    return bare(one) == bare(other)


def _without(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without(inner) for key, inner in value.items() if key not in LEFT_OUT}
    if isinstance(value, list):
        return [_without(inner) for inner in value]
    return value


class Blame:
    """Which group of the print each entry of a record that was read from it is of."""

    def __init__(
        self,
        document: Document,
        groups: Sequence[int | None],
        owners: Sequence[int | None],
        record: MeetingRecord,
    ) -> None:
        """``groups`` and ``owners``: by block, the group that it is of, whose owners it holds."""
        self._starts = [block.start for block in document.blocks]
        self._groups = groups
        self.record = record
        self.entries: list[int | None] = [self.group(one["source"]) for one in record["entries"]]
        blocks = [self._block(one["source"]) for one in record["entries"] if one["source"]]
        self.stray = {at for block in blocks if (at := owners[block]) is not None}
        """Groups whose cell of owners was taken for words."""

    def group(self, source: Sequence[Place]) -> int | None:
        return self._groups[self._block(source)] if source else None

    def _block(self, source: Sequence[Place]) -> int:
        return max(bisect_right(self._starts, source[0]["start"]) - 1, 0)


Parts = dict[int | None, list[Any]]


def parts_by_group(record: MeetingRecord, entries: Sequence[int | None]) -> Parts:
    """All that hangs on entries, by the group that the entry is of; numbers of entries count in the group."""
    found: Parts = defaultdict(list)
    within: list[tuple[int | None, int]] = []
    counts: dict[int | None, int] = defaultdict(int)
    for group, entry in zip(entries, record["entries"], strict=True):
        within.append((group, counts[group]))
        counts[group] += 1
        found[group].append(_without(entry))
    for action in record["actions"]:
        found[entries[action["entry"]]].append(
            ("action", {**_without(action), "entry": within[action["entry"]]})
        )
    for promise in record["commitments"]:
        at = promise["entry"]
        found[entries[at]].append(("commitment", {**_without(promise), "entry": within[at]}))
    for exchange in record["exchanges"]:
        at = exchange["entries"][0] if exchange["entries"] else -1
        inner = [within[one] for one in exchange["entries"]]
        found[entries[at]].append(("exchange", {**_without(exchange), "entries": inner}))
    return found


def differing(wanted: Parts, got: Parts) -> set[int]:
    """The groups in which two records differ."""
    return {group for group in {*wanted, *got} if group is not None and wanted.get(group) != got.get(group)}


def telling(
    record: MeetingRecord, words: Iterable[str | None], entries: Sequence[int | None], updates: bool
) -> set[int]:
    """The groups of the entries in which any of these words stand; ``updates``: of updates only."""
    sought = {one for one in words if one}
    told = [
        (group, entry["text"])
        for group, entry in zip(entries, record["entries"], strict=True)
        if group is not None and (entry["kind"] == "update" or not updates)
    ]
    exact = {group for group, text in told if text in sought}
    return exact or {group for group, text in told if any(one in text or text in one for one in sought)}


def first_difference(one: Sequence[Any], other: Sequence[Any]) -> list[Any]:
    """What stands at the first place where two lists differ, in either."""
    for at in range(max(len(one), len(other))):
        pair = [*one[at : at + 1], *other[at : at + 1]]
        if len(pair) == 1 or pair[0] != pair[1]:
            return pair
    return []
