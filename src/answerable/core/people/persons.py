"""Which printed names are one person: "Dr Jane Doe", "J. Doe" and "Jane Doe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from answerable.core.minutes.names import without_titles

SHORTEST_PET_NAME = 3
""" "Will" is William and "Chris" is Christopher; of two letters too many names begin alike."""


class Names(NamedTuple):
    """A printed name: ``bare`` without titles, the folded first names, the folded surname."""

    bare: str
    first: tuple[str, ...]
    last: str

    @classmethod
    def of(cls, printed: str) -> Names:
        bare = without_titles(printed.replace("’", "'").replace("' ", "'"))
        words = [
            folded for word in re.split(r"[\s.]+", bare) if (folded := re.sub(r"[^\w]", "", word).casefold())
        ]
        return cls(bare or printed, tuple(words[:-1]), words[-1] if words else "")

    @property
    def fullness(self) -> tuple[int, int]:
        """How much of a name it gives: first names in full count before initials."""
        return sum(len(word) > 1 for word in self.first), len(self.bare)

    def may_be(self, other: Names) -> bool:
        """Whether both can be one person's: the same surname, and first names that do not disagree."""
        if self.last != other.last or not self.last:
            return False
        if not self.first or not other.first:
            return True
        return _agree(self.first[0], other.first[0])


def same_people(seen: Sequence[tuple[date, str]]) -> dict[str, int]:
    """Every printed name with the number of its person.

    A shorter form joins the one fuller form that it can be; where it can be two people's, or was on one
    list together with the fuller form, it is somebody of its own.
    """
    printed = sorted(
        {name for _, name in seen}, key=lambda name: (Names.of(name).fullness, name), reverse=True
    )
    days = {name: {on for on, other in seen if other == name} for name in printed}
    groups: list[list[str]] = []
    for name in printed:
        fitting = [group for group in groups if _fits(name, group, days)]
        exact = [group for group in fitting if any(_key(other) == _key(name) for other in group)]
        chosen = exact or fitting
        if len(chosen) == 1:
            chosen[0].append(name)
        else:
            groups.append([name])
    first = {id(group): min(on for name in group for on in days[name]) for group in groups}
    groups.sort(key=lambda group: (first[id(group)], group[0]))
    return {name: at for at, group in enumerate(groups) for name in group}


def _fits(name: str, group: Sequence[str], days: dict[str, set[date]]) -> bool:
    wanted = Names.of(name)
    if not all(Names.of(other).may_be(wanted) for other in group):
        return False
    apart = all(not days[name] & days[other] for other in group)
    return apart or any(_key(other) == _key(name) for other in group)


def _key(name: str) -> tuple[tuple[str, ...], str]:
    return Names.of(name)[1:]


def _agree(one: str, other: str) -> bool:
    """First names: equal, one the initial of the other, or one the other's beginning."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= SHORTEST_PET_NAME)
