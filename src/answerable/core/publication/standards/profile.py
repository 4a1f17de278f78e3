"""The accountability profile: what no standard has, in shapes that any oversight body can write and read.

Action, commitment, assurance, revisit, evidence, deferral; version 1. What the words mean is in
docs/reference/accountability-profile.md, the shapes in profile_schema.py. Addresses are whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from answerable.core.actions.dates import moves
from answerable.core.actions.mentions import UNHEARD, Mention, MentionKind
from answerable.core.publication.shapes import (
    ActionContent,
    MeetingContent,
    PublishedDue,
    PublishedMoment,
    PublishedPromise,
)
from answerable.core.publication.standards.profile_schema import PROFILE

Told = dict[str, Any]
DONE = frozenset({"complete", "closed"})
"""Moments at which an action was held to be done; what was shown or said then is the evidence of it."""
NO_REVISIT = frozenset({"given", "due", "silent", "cancelled", *UNHEARD})
"""Moments at which no later meeting spoke of an action."""
DATES: Mapping[str, MentionKind] = {"given": "given", "moved": "moved", "happened": "happened", "met": "met"}
"""Moments that say by when an action is due."""
AN_EVENT = "an event"
"""What a date may hang on besides: which one is not public, and makes no difference to a move."""


def accountability(site: str, meeting: MeetingContent, actions: Iterable[ActionContent]) -> Told:
    """What one meeting asked for, was promised and judged; ``actions`` are those that it gave."""
    given = list(actions)
    return {
        "profile": PROFILE,
        "source": f"{site}/{meeting['path']}",
        "licence": "OGL-UK-3.0",
        "actions": [_action(site, one) for one in given],
        "commitments": [_commitment(site, meeting, one) for one in meeting["promises"]],
        "assurances": list(_assurances(site, meeting)),
        "revisits": [_revisit(site, one, at) for one in given for at in one["life"] if _is_revisit(at)],
        "evidence": [_evidence(site, one, at) for one in given for at in one["life"] if at["kind"] in DONE],
        "deferrals": list(_deferrals(site, given)),
    }


def _action(site: str, one: ActionContent) -> Told:
    return {
        "id": f"{site}/{one['path']}", "number": one["number"], "text": one["text"], "owners": one["owners"],
        "given_on": one["given"], "given_at": f"{site}/{one['meeting']}", "dues": _dues(one["dues"]),
        "first_due": one["first_due"], "due": one["due"], "state": one["state"], "ended_on": one["ended"],
        "times_moved": one["slipped"], "as_of": one["as_of"],
    }  # fmt: skip


def _dues(rows: Iterable[PublishedDue]) -> list[Told]:
    return [{"text": one["text"], "date": one["date"], "precision": one["precision"]} for one in rows]


def _commitment(site: str, meeting: MeetingContent, one: PublishedPromise) -> Told:
    entry = meeting["entries"][one["entry"]]["path"] if one["entry"] is not None else meeting["path"]
    return {
        "id": f"{site}/{one['path']}", "text": one["text"], "by": one["by"], "said_on": meeting["date"],
        "said_at": f"{site}/{entry}", "dues": _dues(one["dues"]), "standing": one["standing"],
        "became": f"{site}/{one['became']}" if one["became"] else None,
    }  # fmt: skip


def _assurances(site: str, meeting: MeetingContent) -> Iterator[Told]:
    for item in meeting["items"]:
        judged = item["assurance"]
        if judged:
            yield {
                "about": f"{site}/{item['path']}", "judgement": judged["judgement"], "basis": judged["basis"],
                "how": judged["how"] or None, "tested_on": judged["on"],
                "judged_at": f"{site}/{meeting['path']}",
            }  # fmt: skip


def _is_revisit(at: PublishedMoment) -> bool:
    return at["kind"] not in NO_REVISIT and bool(at["meeting"])


def _revisit(site: str, one: ActionContent, at: PublishedMoment) -> Told:
    return {
        "about": f"{site}/{one['path']}", "on": at["on"], "at": f"{site}/{at['meeting']}",
        "words": at["words"] or None,
    }  # fmt: skip


def _evidence(site: str, one: ActionContent, at: PublishedMoment) -> Told:
    return {
        "about": f"{site}/{one['path']}", "on": at["on"], "basis": at["basis"] or None,
        "words": at["words"] or None, "at": f"{site}/{at['meeting']}" if at["meeting"] else None,
    }  # fmt: skip


def _deferrals(site: str, actions: Iterable[ActionContent]) -> Iterator[Told]:
    """Each time that a due was put off, by the rule of the register; one brought forward is none."""
    for one in actions:
        told = [(_mention(at), at["words"]) for at in one["life"] if at["kind"] in DATES]
        words = {id(mention): said for mention, said in told}
        for move in moves([mention for mention, _ in told]):
            if move.now is None or move.now > move.was:
                yield {
                    "about": f"{site}/{one['path']}", "on": move.mention.on.isoformat(),
                    "from": move.was.isoformat(), "to": move.now.isoformat() if move.now else None,
                    "words": words[id(move.mention)] or None,
                }  # fmt: skip


def _mention(at: PublishedMoment) -> Mention:
    dues = tuple(date.fromisoformat(day) for day in at["dues"])
    return Mention(date.fromisoformat(at["on"]), DATES[at["kind"]], None, dues=dues, waits_for=AN_EVENT)
