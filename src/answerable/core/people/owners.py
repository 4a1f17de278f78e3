"""Whom an action's owner, as printed, names: a post and who held it then, a person, or another body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from answerable.core.people.posts import post_of
from answerable.core.people.tenures import People, Person

BODY_WORDS = re.compile(
    r"\b(council|trust|partnership|authority|probation|prosecution|inspectorate|college|university|federation"
    r"|home office|ministry|department|fire (and|&) rescue|health board|nhs|hospital|charity|courts?"
    r"|ambulance|housing|association|agency)\b",
    re.IGNORECASE,
)
"""Words that only an organisation's name has."""

BODY_CODES = frozenset(
    ["HO", "MOJ", "CPS", "HMCTS", "HMICFRS", "HMIC", "HMPPS", "NHS", "NPCC", "APCC", "IOPC", "LCJB", "NCA",
     "ICB", "CCG", "FRS", "YOT", "YJS", "ROCU", "CJB"]
)  # fmt: skip
"""Usual abbreviations of organisations that commissioners and forces deal with."""


class Owner(NamedTuple):
    """What a printed owner names; all None where it is not certain: then it stays as printed."""

    post: str | None = None
    person: Person | None = None
    body: str | None = None


def resolve(printed: str, on: date, text: str, people: People) -> Owner:
    """``on`` is the day of the meeting; the action's ``text`` tells two holders of one post apart.

    ``post`` is the key of a post, also of one that no attendance list has.
    """
    capacity = post_of(printed)
    if capacity is not None and capacity.body is None:
        return Owner(capacity.post.key, _holder(people, capacity.post.key, on, f"{printed} {text}"))
    person = people.called(printed, on)
    if person is not None:
        return Owner(_post_held(people, person, on), person)
    return Owner(body=body_named(printed, people))


def body_named(printed: str, people: People) -> str | None:
    """The organisation that a printed owner is, None where nothing says that it is one."""
    known = {one.body.casefold(): one.body for one in people.tenures if one.body}
    if printed.casefold() in known:
        return known[printed.casefold()]
    if printed.strip(" .").upper() in BODY_CODES or BODY_WORDS.search(printed):
        return printed
    return None


def _holder(people: People, post: str, on: date, text: str) -> Person | None:
    """The one holder that day; of several the one whose surname the text has."""
    holders = people.holders(post, on)
    if len(holders) > 1:
        holders = _named_in(holders, text)
    return holders[0] if len(holders) == 1 else None


def _named_in(holders: Sequence[Person], text: str) -> list[Person]:
    words = set(re.findall(r"[\w'’-]+", text.casefold()))
    return [one for one in holders if one.name.casefold().split()[-1] in words]


def _post_held(people: People, person: Person, on: date) -> str | None:
    held = {
        one.post.key
        for one in people.tenures
        if one.person == person and one.first_seen <= on <= one.last_seen
    }
    return held.pop() if len(held) == 1 else None
