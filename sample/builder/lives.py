"""What became of each action over the archive, as a careful reader finds it.

The rules are those of the glossary: kept is done by the date first given (an undated action cannot be
late); lapsed is open, its date passed or six months old without one, and mentioned by none of at least
two later meetings of the forum or of its successor. They are written here a second time, on purpose: a
test can hold the product's against them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from .labels import joined, status_of
from .shapes import Action, Actions, Due, Earlier, Meeting, Mention, Paragraph

AS_AT = "2026-11-02"
"""The day on which the archive is looked at: three weeks after its last meeting."""

DONE, GONE = ("complete", "closed", "reported"), "withdrawn"
Life = dict[str, Any]


def lives_of(meetings: list[Meeting]) -> dict[str, Any]:
    """Each action with its verdict on ``as_at`` and the later meetings that mention it."""
    held = sorted((one for one in meetings if not one.cancelled), key=lambda one: one.head["date"])
    lives: dict[str, Life] = {}
    for meeting in held:
        for mention in _mentions(meeting):
            for name in mention.actions:
                lives[name]["mentions"].append(_mention(meeting, mention))
        for item, action in _given(meeting):
            if action.name in lives:
                raise ValueError(f"two actions are named {action.name}")
            lives[action.name] = _life(meeting, item, action)
    dates = [one.head["date"] for one in held]
    for life in lives.values():
        life["outcome"] = _outcome(life, dates)
    return {"as_at": AS_AT, "actions": list(lives.values())}


def _given(meeting: Meeting) -> Iterator[tuple[str | None, Action]]:
    for item in meeting.items:
        for block in item.blocks:
            if isinstance(block, Actions):
                for action in block.actions:
                    yield item.number, action
    for action in meeting.table:
        yield action.item, action


def _mentions(meeting: Meeting) -> Iterator[Mention]:
    for item in meeting.items:
        for block in item.blocks:
            if isinstance(block, Earlier):
                yield from _told(block)
            elif isinstance(block, Paragraph):
                for piece in block.pieces:
                    yield from piece.mentions


def _told(block: Earlier) -> Iterator[Mention]:
    """The mentions of an update; one that the minutes do not call complete is a report."""
    for mention, update in zip(block.mentions, block.updates, strict=True):
        said = status_of(mention.kind, joined(update))
        kind = "reported" if said == "reported" else mention.kind
        yield Mention(kind, mention.actions, mention.done_on, mention.dues)


def _life(meeting: Meeting, item: str | None, action: Action) -> Life:
    return {
        "name": action.name,
        "meeting": meeting.key,
        "date": meeting.head["date"],
        "item": item,
        "text": action.text,
        "owners": action.owners,
        "due": [_due(due) for due in action.dues],
        "mentions": [],
    }


def _mention(meeting: Meeting, mention: Mention) -> Life:
    return {
        "meeting": meeting.key,
        "date": meeting.head["date"],
        "kind": mention.kind,
        "done_on": mention.done_on,
        "due": [_due(due) for due in mention.dues],
    }


def _due(due: Due) -> dict[str, str | None]:
    return {"text": due.text, "date": due.date}


def _outcome(life: Life, dates: list[str]) -> str:
    """kept, kept late, withdrawn, lapsed or open, from the mentions in order."""
    done: str | None = None
    for mention in life["mentions"]:
        if mention["kind"] == GONE:
            return "withdrawn"
        if mention["kind"] in DONE:
            done = done or mention["done_on"] or mention["date"]
        elif mention["kind"] != "referred":
            done = None
    closed = bool(life["mentions"]) and life["mentions"][-1]["kind"] in DONE
    first = [due["date"] for due in life["due"] if due["date"]]
    if closed and done:
        return "kept late" if first and done > max(first) else "kept"
    return "lapsed" if _passed_over(life, dates, first) else "open"


def _passed_over(life: Life, dates: list[str], first: list[str]) -> bool:
    last = max([life["date"], *(mention["date"] for mention in life["mentions"])])
    silent = [day for day in dates if last < day <= AS_AT]
    moved = [due["date"] for mention in life["mentions"] for due in mention["due"] if due["date"]]
    standing = moved[-1:] or first
    ripe = min(standing) < AS_AT if standing else _six_months_on(life["date"]) <= AS_AT
    return ripe and len(silent) >= 2


def _six_months_on(day: str) -> str:
    return (date.fromisoformat(day) + relativedelta(months=6)).isoformat()
