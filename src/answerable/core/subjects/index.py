"""Where each phrase of the meetings stands: one pass to see what returns, one to note where.

The first pass keeps a number for each phrase, the second a few numbers for each item that a returning
phrase stands in: both grow with the text, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.core.subjects.acronyms import Definition, definitions
from answerable.core.subjects.phrases import Key, Mention, mentions
from answerable.core.subjects.plain import BODIES, GENERAL, STANDING_KINDS, WEAK
from answerable.core.subjects.shapes import Signal, SubjectItem, SubjectMeeting
from answerable.core.subjects.tokens import Token, stretches

SHARE_OF_A_TITLE = 0.6
WORDS_OF_A_NAME = 6

ItemPlace = tuple[int, int]
"""Positions of a meeting and of an item in it."""


@dataclass(slots=True)
class Standing:
    """A phrase in one item: in how many stretches of words, in which entries, with which signals.

    A signal's number is the share that the phrase has of the stretch that gives it: all of the heading
    "Call handling", half of the heading "Call handling and vacancies".
    """

    stretches: set[int] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    signals: dict[Signal, float] = field(default_factory=dict)


@dataclass(slots=True)
class Index:
    """Every phrase that stands in at least two meetings; ``items_of_meeting`` counts those with entries."""

    items_of_meeting: float = 0.0
    standings: dict[Key, dict[ItemPlace, Standing]] = field(default_factory=dict)
    shown: dict[Key, Counter[str]] = field(default_factory=dict)
    titles: dict[Key, Counter[str]] = field(default_factory=dict)
    """Titles and headings, not long, that are mostly the phrase."""
    acronyms: dict[str, Definition] = field(default_factory=dict)
    said: Counter[str] = field(default_factory=Counter)
    """In how many stretches of words each stem stands, general words too."""
    capital: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    """Stems of words printed with a capital within a sentence, and of words printed with a small letter."""
    stretches: int = 0
    bodies: tuple[frozenset[str], ...] = ()
    """The stems of each body, area or post that an acronym is defined for."""

    def times(self, word: str, place: ItemPlace) -> int:
        """In how many stretches of an item a returning word stands."""
        standing = self.standings.get((word,), {}).get(place)
        return 0 if standing is None else len(standing.stretches)


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of text to be looked through, and what it is."""

    place: ItemPlace
    text: str
    entry: int | None
    signal: Signal | None


def build(meetings: Sequence[SubjectMeeting]) -> Index:
    """The index of the phrases that return."""
    index = Index(acronyms=_acronyms(meetings))
    ignored = [_ignored(meeting) for meeting in meetings]
    returning = _returning(meetings, ignored, index.acronyms)
    number = 0
    for position, meeting in enumerate(meetings):
        for text in _texts(position, meeting):
            for tokens in stretches(text.text, ignored[position]):
                number += 1
                index.said.update({token.stem for token in tokens})
                index.small.update(token.stem for token in tokens if token.shown[0].islower())
                index.capital.update(token.stem for token in tokens if token.capital)
                for mention in _all_mentions(tokens, index.acronyms):
                    if mention.key in returning:
                        _note(index, mention, text, number, _share(mention, tokens))
    index.stretches = number
    index.bodies = tuple(frozenset(one.stems) for one in index.acronyms.values() if one.stems[-1] in BODIES)
    filled = sum(1 for meeting in meetings for item in meeting.items if item.entries)
    index.items_of_meeting = filled / max(1, len(meetings))
    return index


def _acronyms(meetings: Sequence[SubjectMeeting]) -> dict[str, Definition]:
    """The first definition of each acronym that is not somebody's post."""
    found: dict[str, Definition] = {}
    for position, meeting in enumerate(meetings):
        posts = {name.lower() for name in meeting.names}
        for text in _texts(position, meeting):
            for definition in definitions(text.text):
                if definition.acronym not in posts:
                    found.setdefault(definition.acronym, definition)
    return found


def _ignored(meeting: SubjectMeeting) -> frozenset[str]:
    """Stems of the names that are nobody's subject; the general words of posts stay what they are."""
    named = {token.stem for name in meeting.names for tokens in stretches(name) for token in tokens}
    return frozenset(named) - GENERAL - WEAK


def _texts(position: int, meeting: SubjectMeeting) -> Iterator[_Text]:
    for at, item in enumerate(meeting.items):
        place = (position, at)
        if item.kind not in STANDING_KINDS and item.title:
            yield _Text(place, item.title, None, "title")
        yield from _headings(place, item)
        for entry in item.entries:
            yield _Text(place, entry.text, entry.key, "action" if entry.action else None)


def _headings(place: ItemPlace, item: SubjectItem) -> Iterator[_Text]:
    """Each unnumbered heading once, where it starts."""
    last = None
    for entry in item.entries:
        if entry.heading and entry.heading != last:
            yield _Text(place, entry.heading, entry.key, "heading")
        last = entry.heading


def _returning(
    meetings: Sequence[SubjectMeeting], ignored: Sequence[frozenset[str]], acronyms: dict[str, Definition]
) -> set[Key]:
    """Phrases that stand in two meetings or more."""
    once: dict[Key, int] = {}
    returning: set[Key] = set()
    for position, meeting in enumerate(meetings):
        for text in _texts(position, meeting):
            for tokens in stretches(text.text, ignored[position]):
                for mention in _all_mentions(tokens, acronyms):
                    if once.setdefault(mention.key, position) != position:
                        returning.add(mention.key)
    return returning


def _all_mentions(tokens: list[Token], acronyms: dict[str, Definition]) -> Iterator[Mention]:
    yield from mentions(tokens)
    for definition in acronyms.values():
        if len(definition.stems) <= len(tokens) and _holds(tokens, definition.stems):
            yield Mention((definition.acronym,), definition.acronym.upper(), True)


def _holds(tokens: list[Token], stems: tuple[str, ...]) -> bool:
    printed = [token.stem for token in tokens]
    first, size = stems[0], len(stems)
    if first not in printed:
        return False
    return any(printed[at : at + size] == list(stems) for at, one in enumerate(printed) if one == first)


def _share(mention: Mention, tokens: list[Token]) -> float:
    """The share of a stretch's words of content that the phrase is."""
    return min(1.0, len(mention.shown.split()) / max(1, sum(token.content for token in tokens)))


def _note(index: Index, mention: Mention, text: _Text, number: int, share: float) -> None:
    standing = index.standings.setdefault(mention.key, {}).setdefault(text.place, Standing())
    standing.stretches.add(number)
    if text.entry is not None:
        standing.entries.add(text.entry)
    if text.signal is not None:
        _signal(standing, text.signal, 1.0 if text.signal == "action" else share)
    if mention.capital:
        _signal(standing, "name", 1.0)
    if mention.key[-1].isdecimal() and len(mention.key) > 1:
        _signal(standing, "label", 1.0)
    index.shown.setdefault(mention.key, Counter())[mention.shown] += 1
    if text.signal in ("title", "heading") and _is_name(text.text, share):
        index.titles.setdefault(mention.key, Counter())[text.text] += 1


def _is_name(title: str, share: float) -> bool:
    """A title can name a subject where it is short and mostly the phrase."""
    return share >= SHARE_OF_A_TITLE and len(title.split()) <= WORDS_OF_A_NAME


def _signal(standing: Standing, signal: Signal, share: float) -> None:
    standing.signals[signal] = max(share, standing.signals.get(signal, 0.0))
