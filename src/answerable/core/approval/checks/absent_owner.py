"""Somebody who was not there, and holds no such post, does not know that they own an action."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.approval.checks.given import ANSWER, Finding, Given, Mend, Rewrite, at_entry
from answerable.core.minutes.checks import explained_in
from answerable.core.minutes.record import Action
from answerable.core.minutes.voices import voices
from answerable.core.people.owners import BODY_CODES, BODY_WORDS
from answerable.core.people.posts import post_of

_OFFICES = frozenset({"opcc", "opfcc", "force", "all", "panel", "secretariat", "committee", "members"})
"""Owners that are a side of the table and not one person."""


def check(given: Given) -> Iterator[Finding]:
    """Owners that are neither on the list, nor a post that is held, nor a body."""
    known = voices([*given.record["attendance"], *given.roll])
    listed = {one["name"].casefold() for one in given.record["attendance"]}
    listed |= {short.casefold() for short in given.shorts()} | given.bodies | (given.held or frozenset())
    explained = explained_in(" ".join(one["text"] for one in given.record["entries"]))
    for action in given.record["actions"]:
        for owner in action["owners"]:
            if owner.casefold() in listed | _OFFICES or owner in explained:
                continue
            if owner.upper() in BODY_CODES or BODY_WORDS.search(owner):
                continue
            if _holds_post(owner, given.held) if post_of(owner) else known.explains(owner):
                continue
            yield Finding(_says(owner, given), at_entry(action["entry"]), _mend(action, owner))


def _holds_post(owner: str, held: frozenset[str] | None) -> bool:
    """Does somebody hold the post that the owner names? Where no post is known, nobody is doubted."""
    capacity = post_of(owner)
    assert capacity is not None
    return held is None or capacity.body is not None or capacity.post.key.casefold() in held


def _says(owner: str, given: Given) -> str:
    day = f"{given.day.day} {given.day:%B %Y}"
    if post_of(owner):
        return f"{owner} was not at the meeting, and nobody held that post on {day}."
    return f"{owner} was not at the meeting, and is no post that we know."


def _mend(action: Action, owner: str) -> Mend | None:
    if owner not in action["text"]:
        return None
    change = Rewrite(action["entry"], owner, ANSWER)
    return Mend("Name another owner", change, ask="who", question="Who is to do it?")
