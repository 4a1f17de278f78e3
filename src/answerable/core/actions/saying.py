"""What an update says of its action: as a mention in the action's life."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from datetime import date

from answerable.core.actions.dates import CANCELLED
from answerable.core.actions.done import done_on
from answerable.core.actions.mentions import Mention, MentionKind
from answerable.core.minutes.due import find_dues, read_due_cell

MENTIONED_AS: Mapping[str, MentionKind] = {
    "open": "outstanding",
    "reported": "reported",
    "complete": "complete",
}
"""What the status of an update makes of the action."""

_MOVED = re.compile(
    r"\b(?:carr(?:y|ied)\b|defer|postpone|move[ds]?\b|extend|extension|put back|slipped|slip\b|delayed"
    r"|revised|re-?schedul|re-?profil|new (?:date|time|deadline|due|target)|now (?:due|expected|to)\b"
    r"|further time|more time|longer)",
    re.IGNORECASE,
)
"""Words by which minutes give an open action another date; without one a date may be about anything."""

_SENTENCES = re.compile(r"(?<=[.;!?])\s+")
_BEHIND = re.compile(
    r"\w*(?:\s*(?:scale|line|agreed|set|given|is|was|of|forward|over|back|expected|due))*[\s:,–-]*"
    r"(?:(?:to|until|till|for|in|by)\s+)?(?P<when>[^,.;]{3,30})"
)
"""A date that stands right behind such a word, bare or after "to": no due by itself ("Deferred to May")."""


_MEETING_MOVED = re.compile(
    r"\bmeetings?\b[^.;]{0,60}\b(?:cancel|postpone|did not (?:meet|take place)|was not held"
    r"|(?:was|been) moved)"
    r"|\bcancel\w*[^.;]{0,40}\bmeetings?\b",
    re.IGNORECASE,
)
"""Words that say that a meeting, not the work, was put off."""


_WITHDRAWN = re.compile(
    r"^(?:(?:the|this) )?(?:action )?(?:is |was |has been )?withdrawn\b|\bno longer (?:needed|required)\b",
    re.IGNORECASE,
)
"""Words that say that something need not be done any more; minutes call that complete, too."""


def mention(status: str, text: str, on: date, forum: Hashable) -> Mention:
    """The mention that an update is. An open one that names a later date in such words moves the due.

    One that is done was done on the day that it names, where it names one.
    """
    kind = MENTIONED_AS[status]
    dues = moved_to(text, on) if kind == "outstanding" else ()
    cause = CANCELLED if dues and _MEETING_MOVED.search(text) else ""
    if kind == "complete" and _WITHDRAWN.search(text):
        return Mention(on, "withdrawn", forum, text)
    done = done_on(text, on) if kind in ("reported", "complete") else None
    return Mention(on, "moved" if dues else kind, forum, text, dues, done_on=done, cause=cause)


def moved_to(text: str, said_on: date) -> tuple[date, ...]:
    """The days that an open action is put off to; none where the text only mentions a date."""
    days: set[date] = set()
    for sentence in _SENTENCES.split(text):
        moved = _MOVED.search(sentence)
        if moved:
            dues = [found.due for found in find_dues(sentence, said_on)]
            behind = _BEHIND.match(sentence, moved.end())
            dues = dues or read_due_cell(behind["when"] if behind else "", said_on)
            days |= {date.fromisoformat(due["date"]) for due in dues if due["date"] is not None}
    return tuple(sorted(day for day in days if day > said_on))
