"""Which line of a record a warning is about, told by where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from answerable.core.minutes.record import MeetingRecord, Place

OF_THE_FILE = frozenset(["no-text-layer"])
"""Warnings about how a page came to be read: they are the meeting's, whatever stands on the page."""


class Span(NamedTuple):
    """A place of a line: its ``page`` where the file has pages, and which line of which list it is of."""

    start: int
    end: int
    page: int | None
    part: Literal["entries", "items", "attendance", "meeting"]
    line: int


class Beside(NamedTuple):
    """The entry, else the item, that a warning stands beside; neither where it is about the meeting."""

    entry: int | None = None
    item: int | None = None


class Lines:
    """The lines of one record, to find the one that a place lies in, or the one before it."""

    def __init__(self, record: MeetingRecord) -> None:
        self._entries = record["entries"]
        self._spans = sorted(_spans(record), key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def beside(self, code: str, places: Sequence[Place]) -> Beside:
        """The line that the first place lies in that lies in any; else the one before the first place.

        The one before counts only on the same page: what stands at a page's top belongs to no earlier one.
        """
        printed = [place for place in places if place["end"] > place["start"]]
        if not printed or code in OF_THE_FILE:
            return Beside()
        over = (self._over(place) for place in printed)
        span = next(filter(None, over), None) or self._before(printed[0])
        if span is None or span.part in ("attendance", "meeting"):
            return Beside()
        if span.part == "items":
            return Beside(item=span.line)
        return Beside(span.line, self._entries[span.line]["item"])

    def _over(self, place: Place) -> Span | None:
        """The line with most of the place's letters; of several, the first."""
        first = bisect_right(self._starts, place["start"] - self._longest)
        last = bisect_right(self._starts, place["end"] - 1)
        shared = [(_shared(span, place), -at) for at, span in enumerate(self._spans[first:last], first)]
        most, at = max(shared, default=(0, 0))
        return self._spans[-at] if most > 0 else None

    def _before(self, place: Place) -> Span | None:
        at = bisect_right(self._starts, place["start"])
        before = self._spans[at - 1] if at else None
        return before if before is not None and before.page == place["page"] else None


def _spans(record: MeetingRecord) -> Iterator[Span]:
    for index, entry in enumerate(record["entries"]):
        yield from (_span(place, "entries", index) for place in entry["source"])
    for action in record["actions"]:
        yield from (_span(place, "entries", action["entry"]) for place in action["owners_source"])
    for index, item in enumerate(record["items"]):
        yield from (_span(place, "items", index) for place in item["source"])
    for index, person in enumerate(record["attendance"]):
        yield from (_span(place, "attendance", index) for place in person["source"])
    following: Mapping[str, Any] = record["next_meeting"] or {"source": []}
    for place in [*record["meeting"]["source"], *following["source"]]:
        yield _span(place, "meeting", 0)


def _span(place: Place, part: Literal["entries", "items", "attendance", "meeting"], index: int) -> Span:
    return Span(place["start"], place["end"], place["page"], part, index)


def _shared(span: Span, place: Place) -> int:
    return min(span.end, place["end"]) - max(span.start, place["start"])
