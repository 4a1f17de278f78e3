"""Everybody once: who stands on the list twice, or under present and under apologies."""

from __future__ import annotations

import re

from answerable.core.minutes.attendance import Attendee
from answerable.core.minutes.document import Notice
from answerable.core.minutes.names import without_titles


def merged(found: list[Attendee]) -> tuple[list[Attendee], list[Notice]]:
    """The people in the order listed, present ones first, each once; apologies win over being present."""
    people: dict[str, Attendee] = {}
    notices: list[Notice] = []
    for person in found:
        key = _bearer(person.name, people) or _key(person.name)
        earlier = people.get(key)
        if earlier is None:
            people[key] = person
            continue
        if earlier.status != person.status:
            message = f"{person.name} stands under present and under apologies; apologies are taken."
            notices.append(Notice("attendance-printed-twice", message, (*earlier.lines(), *person.lines())))
        people[key] = _one(earlier, person)
    ordered = sorted(people.values(), key=lambda person: person.status == "apologies")
    return ordered, notices


def _bearer(name: str, people: dict[str, Attendee]) -> str | None:
    """Whom "Ms Doe" means: the one person listed before with that last name."""
    bare = without_titles(name)
    if " " in bare:
        return None
    same = [key for key, one in people.items() if one.name.rsplit(" ", 1)[-1] == bare]
    return same[0] if len(same) == 1 else None


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are one, titles and punctuation left out."""
    return _key(one) == _key(other)


def _one(earlier: Attendee, later: Attendee) -> Attendee:
    beside, more = earlier.beside, later.beside
    beside.capacity = beside.capacity or more.capacity
    beside.abbreviation = beside.abbreviation or more.abbreviation
    beside.chair, beside.minutes = beside.chair or more.chair, beside.minutes or more.minutes
    status = "apologies" if "apologies" in (earlier.status, later.status) else "present"
    return Attendee(earlier.name, beside, status, [*earlier.place, *later.place])  # type: ignore[arg-type]


_NO_LETTER = re.compile(r"[^a-z]")


def _key(name: str) -> str:
    return _NO_LETTER.sub("", without_titles(name).casefold())
