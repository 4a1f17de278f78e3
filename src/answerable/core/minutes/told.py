"""What a writer says of a paragraph outright: a word in bold before it, or an arrow to the owner behind it.

"**Note:** …", "**Question (PCC):** …", "**Update (complete):** …", "ACTION: Share the baseline → DCC". The
printer sets them where a paragraph would not be read as what it is; they are no part of the words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from answerable.core.minutes.record import EntryKind, UpdateStatus

WORDS: dict[EntryKind, str] = {
    "note": "Note",
    "question": "Question",
    "response": "Response",
    "commitment": "Commitment",
    "decision": "Decision",
    "update": "Update",
    "action": "For action",
}
"""The word of each kind. "ACTION:" is not among them: it is read, and kept in the words, as ever."""

EARLIER = "Earlier action"
"""The word before what an earlier meeting asked for; its brackets say which meeting, and under which item."""
_KINDS: dict[str, EntryKind] = {**{word: kind for kind, word in WORDS.items()}, EARLIER: "update"}
_ITEM = "item "
_WORD = re.compile(rf"(?P<word>{'|'.join(_KINDS)})(?: \((?P<who>[^:]+?)\))?:(?= |$)")
STATES: dict[str, UpdateStatus] = {"open": "open", "reported": "reported", "complete": "complete"}
FURTHER = "further"
"""In an update's brackets: words that go on, about no action of their own."""
SEPARATOR = ", "
NOBODY = "nobody"
_ARROW = re.compile(r"(?:^| )→ (?P<who>[^→]+?)(?: — due: (?P<due>[^→]+))?$")


class Told(NamedTuple):
    """A kind with whom the brackets name (of an update: how the action stands), and where the words begin.

    ``earlier``: the words are what was asked for then; ``who`` is the meeting's month and the item, "" for
    what is not known.
    """

    kind: EntryKind
    who: tuple[str, ...]
    status: UpdateStatus | None
    end: int
    earlier: bool = False


class Pointed(NamedTuple):
    """Where a text's arrow begins, the spans of whom it names and of the words that say when."""

    start: int
    owners: tuple[str, ...]
    who: tuple[int, int]
    due: tuple[int, int] | None


def told(words: str, strong: int) -> Told | None:
    """The word in bold that a paragraph begins with; ``strong`` is how many of its characters are bold."""
    if not strong:
        return None
    found = _WORD.match(words)
    if found is None or strong != found.end():
        return None
    who = found["who"] or ""
    kind = _KINDS[found["word"]]
    if found["word"] == EARLIER:
        return Told(kind, _where(who), None, found.end(), earlier=True)
    if kind == "update":
        known = who in STATES or who == FURTHER
        return Told(kind, (), STATES.get(who), found.end()) if known else None
    return Told(kind, tuple(who.split(SEPARATOR)) if who else (), None, found.end())


def _where(words: str) -> tuple[str, str]:
    """The meeting's month and the item of "March 2026, item 2.1"; "" for either that is not there."""
    parts = words.split(SEPARATOR)
    item = next((part.removeprefix(_ITEM) for part in parts if part.startswith(_ITEM)), "")
    return next((part for part in parts if not part.startswith(_ITEM)), ""), item


def word_for(kind: EntryKind, who: tuple[str, ...] = ()) -> str:
    """What is set in bold before a paragraph so that it is read as this."""
    return f"{WORDS[kind]} ({SEPARATOR.join(who)}):" if who else f"{WORDS[kind]}:"


def word_for_earlier(month: str, item: str) -> str:
    """ "Earlier action (March 2026, item 2.1):", each part where it is known."""
    given = SEPARATOR.join(filter(None, (month, item and f"item {item}")))
    return f"{EARLIER} ({given}):" if given else f"{EARLIER}:"


def pointed(text: str) -> Pointed | None:
    """The arrow to its owners that an action's text ends with."""
    found = _ARROW.search(text) if "→" in text else None
    if found is None:
        return None
    who = found["who"].strip()
    owners = () if who == NOBODY else tuple(who.split(SEPARATOR))
    return Pointed(found.start(), owners, found.span("who"), found.span("due") if found["due"] else None)


def arrow(owners: tuple[str, ...], due: str | None = None) -> str:
    """What is set behind an action so that these are its owners."""
    return f" → {SEPARATOR.join(owners) or NOBODY}" + (f" — due: {due}" if due else "")
