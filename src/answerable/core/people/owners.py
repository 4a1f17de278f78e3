"""Whom an action's owner, as printed, names: a post and who held it then, a person, or another body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
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


SHORTEST = 3
"""Letters of an abbreviation that can stand for an organisation whose initials end so."""


class Owner(NamedTuple):
    """What a printed owner names; all None where it is not certain: then it stays as printed."""

    post: str | None = None
    person: Person | None = None
    body: str | None = None


class Owners:
    """Resolves owners, and remembers: between two changes of post every answer is the same."""

    def __init__(self, people: People) -> None:
        self._people = people
        changes = {one.first_seen for one in people.tenures}
        changes |= {one.last_seen + timedelta(days=1) for one in people.tenures}
        self._changes = sorted(changes)
        self._known: dict[tuple[str, int], _Known] = {}

    def resolve(self, printed: str, on: date, text: str) -> Owner:
        """What ``printed`` named on the day of the meeting; the action's ``text`` tells two holders apart.

        ``post`` is the key of a post, also of one that no attendance list has.
        """
        key = (printed, bisect_right(self._changes, on))
        if key not in self._known:
            self._known[key] = _look_up(printed, on, self._people)
        known = self._known[key]
        if known.owner.post is None or known.owner.person is not None or not known.holders:
            return known.owner
        named = _named_in(known.holders, f"{printed} {text}")
        return known.owner._replace(person=named[0]) if len(named) == 1 else known.owner


class _Known(NamedTuple):
    """An owner as far as the lists go, and who held its post then."""

    owner: Owner
    holders: Sequence[Person] = ()


def resolve(printed: str, on: date, text: str, people: People) -> Owner:
    """One owner; see ``Owners.resolve``."""
    return Owners(people).resolve(printed, on, text)


def _look_up(printed: str, on: date, people: People) -> _Known:
    capacity = post_of(printed)
    if capacity is not None and capacity.body is None:
        person = people.holder(printed, on)
        key = capacity.post.key
        if person is not None and all(one.post.key != key for one in people.tenures):
            key = _post_held(people, person, on) or key
        return _Known(Owner(key, person), tuple(people.holders(printed, on)))
    person = people.called(printed, on)
    if person is not None:
        return _Known(Owner(_post_held(people, person, on), person))
    return _Known(Owner(body=body_named(printed, people)))


def body_named(printed: str, people: People) -> str | None:
    """The organisation that a printed owner is, None where nothing says that it is one."""
    known = {one.body.casefold(): one.body for one in people.tenures if one.body}
    if printed.casefold() in known:
        return known[printed.casefold()]
    short = printed.strip(" .")
    named = [name for name in known.values() if _shortens(short, name)]
    if len(named) == 1:
        return named[0]
    if printed.strip(" .").upper() in BODY_CODES or BODY_WORDS.search(printed):
        return printed
    return None


def _shortens(short: str, name: str) -> bool:
    """Whether capitals ("RSA") are the initials of a name's last words ("Wyvern Valley Road Safety …")."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z][\w'’]*", name) if word[0].isupper())
    return len(short) >= SHORTEST and short.isupper() and initials.endswith(short)


def _named_in(holders: Sequence[Person], text: str) -> list[Person]:
    folded = text.casefold()
    surnames = [(one, one.name.casefold().split()[-1]) for one in holders]
    if not any(surname in folded for _, surname in surnames):
        return []
    words = set(re.findall(r"[\w'’-]+", folded))
    return [one for one, surname in surnames if surname in words]


def _post_held(people: People, person: Person, on: date) -> str | None:
    held = {one.post.key for one in people.tenures if one.person == person and one.covers(on)}
    return held.pop() if len(held) == 1 else None
