"""Whether a chain is what was written: event by event, in flat memory.

Who can write to the database can make every hash fit again. What they cannot change is a head (the hash of
one event) that was kept elsewhere: it holds all events up to its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from answerable.core.chain.events import (
    ERASE,
    EVENT,
    NOTHING_BEFORE,
    SALT_LENGTH,
    Event,
    content_hash,
    header_hash,
)
from answerable.core.chain.findings import Finding, Kind, join_neighbours, number, stretch


@dataclass(frozen=True, slots=True, order=True)
class KnownHead:
    """A head whose signature was checked. ``elsewhere``: it was kept outside the database."""

    sequence: int
    hash: str
    at: str = ""
    elsewhere: bool = True

    @property
    def name(self) -> str:
        return "the head kept elsewhere" if self.elsewhere else "the signed head in the database"


def verify(
    events: Iterable[Event], heads: Iterable[KnownHead] = (), *, settled: int | None = None
) -> Iterator[Finding]:
    """What is to be said of a chain, in order of its events as far as that can be.

    ``events`` come in order of sequence. While a chain is read, others may write: the events after
    ``settled``, the last one there when reading began, may erase what was read with its content.
    """
    return join_neighbours(_findings(events, sorted(heads), settled))


def _findings(events: Iterable[Event], heads: Sequence[KnownHead], settled: int | None) -> Iterator[Finding]:
    walk = _Walk(list(heads), settled)
    for event in events:
        yield from walk.take(event)
    yield from walk.end()


@dataclass(slots=True)
class _Walk:
    """Where the walk along the chain is."""

    heads: list[KnownHead]
    settled: int | None
    last: int = 0
    before: str | None = NOTHING_BEFORE
    agreed: int = 0  # the last head kept elsewhere that agrees, and below the last of any head
    sure: int = 0
    broken: bool = False  # a head disagreed: later ones have to, and say nothing more
    emptied: set[int] = field(default_factory=set)

    def take(self, event: Event) -> Iterator[Finding]:
        if not isinstance(event.sequence, int) or event.sequence <= self.last:
            yield _misplaced(event, self.last)
            return
        if event.sequence > self.last + 1:
            yield Finding(Kind.MISSING, self.last + 1, event.sequence - 1)
            self.before = None
        yield from self._content(event)
        yield from self._header(event)
        yield from self._heads(event)
        if event.operation == ERASE:
            yield from self._erasure(event)
        self.last, self.before = event.sequence, event.hash

    def _content(self, event: Event) -> Iterator[Finding]:
        if event.erased:
            self.emptied.add(event.sequence)
        elif not _holds(event):
            yield Finding(Kind.CONTENT, event.sequence, event.sequence)

    def _header(self, event: Event) -> Iterator[Finding]:
        if header_hash(event) != event.hash:
            yield Finding(Kind.HEADER, event.sequence, event.sequence)
        if self.before is not None and event.before != self.before:
            yield _unlinked(event.sequence)

    def _heads(self, event: Event) -> Iterator[Finding]:
        """The heads up to this event; one whose event is missing has been told of by that."""
        while self.heads and self.heads[0].sequence <= event.sequence:
            head = self.heads.pop(0)
            if head.sequence < event.sequence:
                continue
            if head.hash == event.hash:
                self.sure = head.sequence
                self.agreed = head.sequence if head.elsewhere else self.agreed
            elif not self.broken:
                self.broken = True
                yield _rewritten(self.sure + 1, head)

    def _erasure(self, event: Event) -> Iterator[Finding]:
        for one in _erased_by(event):
            if one in self.emptied:
                self.emptied.discard(one)
                text = f"event {number(one)} was erased: event {number(event.sequence)} says why"
                yield Finding(Kind.ERASED, one, one, text)
            elif self.settled is None or event.sequence <= self.settled:
                text = (
                    f"event {number(one)}: event {number(event.sequence)} erased it, and its content is back"
                )
                yield Finding(Kind.BACK, one, one, text)

    def end(self) -> Iterator[Finding]:
        for one in sorted(self.emptied):
            yield Finding(Kind.EMPTIED, one, one)
        if self.heads:
            yield _cut(self.sure, self.last, self.heads[-1])
        yield _unproved(self.agreed, self.last)


def _holds(event: Event) -> bool:
    """Whether the content is the one that was hashed."""
    if not _are_text(event.salt, event.content) or len(event.salt) != SALT_LENGTH:
        return False
    return content_hash(event.salt, event.content) == event.content_hash


def _are_text(*values: object) -> bool:
    return all(isinstance(one, str) for one in values)


def _erased_by(event: Event) -> list[int]:
    try:
        named = [(kind, key) for kind, key in event.about]
    except (TypeError, ValueError):
        return []  # no header is so: it has been told of
    return [key for kind, key in named if kind == EVENT and isinstance(key, int) and key < event.sequence]


def _misplaced(event: Event, last: int) -> Finding:
    text = f"event {event.sequence} stands after event {number(last)}, where it has no place"
    place = event.sequence if isinstance(event.sequence, int) else last
    return Finding(Kind.MISPLACED, place, place, text)


def _unlinked(sequence: int) -> Finding:
    first = max(sequence - 1, 1)
    text = (
        f"event {number(sequence)} does not follow event {number(sequence - 1)}: one of them was changed,"
        " put in or taken out, and hashes were made to fit"
    )
    if sequence == 1:
        text = "event 1 is not the first that was written: something stood before it, or it was changed"
    return Finding(Kind.LINK, first, sequence, text)


def _rewritten(first: int, head: KnownHead) -> Finding:
    kept = f" of {head.at}" if head.at else ""
    text = (
        f"{stretch(first, head.sequence)}: written anew, at least in part: event {number(head.sequence)}"
        f" is not the one of {head.name}{kept}"
    )
    return Finding(Kind.REWRITTEN, first, head.sequence, text)


def _cut(sure: int, last: int, head: KnownHead) -> Finding:
    gone = head.sequence - last
    are = "1 event is" if gone == 1 else f"{number(gone)} events are"
    ends = f"the chain ends at {number(last)}" if last else "the chain is empty"
    text = f"{ends}, {head.name} says {number(head.sequence)}: {are} gone"
    if sure < last:
        text += f", and {stretch(sure + 1, last)} may have been put in since"
    return Finding(Kind.CUT, min(sure, last) + 1, head.sequence, text)


def _unproved(agreed: int, last: int) -> Finding:
    if not agreed:
        text = "no head kept elsewhere was given that agrees: a chain written anew would not be noticed"
    else:
        text = f"what came after event {number(agreed)} (the last head kept elsewhere) cannot be proved"
    return Finding(Kind.UNPROVED, agreed + 1, max(last, agreed) + 1, text)
