"""Which printed owners may name somebody else once the attendance lists say something new.

What an owner names follows from who held which post when, from the names of all people and from those of
bodies outside (see ``owners``). So two readings of the lists can be compared, and only the owners looked at
again whose answer the difference can touch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from answerable.core.people.posts import Post, post_of
from answerable.core.people.tenures import People, Tenure

Snapshot = dict[str, list[list[Any]]]
"""People as plain JSON: ``persons`` by their names and initials, ``tenures`` by what owners are told from."""

LAST_SEEN = 5  # where a tenure of a snapshot has its last day, its first before it


def snapshot(people: People) -> Snapshot:
    """All of ``people`` that owners are told from."""
    return {
        "persons": [[list(one.names), list(one.initials)] for one in people.persons],
        "tenures": [_tenure(one) for one in people.tenures],
    }


def _tenure(one: Tenure) -> list[Any]:
    days = [one.first_seen.isoformat(), one.last_seen.isoformat()]
    return [one.person.names[0], *one.post, *days, one.acting, one.body]


@dataclass(frozen=True, slots=True)
class Change:
    """What may be named otherwise: any owner, or from a day on any, before it only some.

    ``since``: the first day whose tenures differ, None where none does. ``names``: people or bodies came
    in, so whatever is not printed as a post may mean them. ``posts``: keys of posts that were first held,
    or no longer are.
    """

    everything: bool = False
    since: date | None = None
    names: bool = False
    posts: frozenset[str] = frozenset()

    def may_rename(self, printed: str) -> bool:
        """Whether the owner printed so can be meant otherwise on a day before ``since``."""
        capacity = post_of(printed)
        if capacity is None or capacity.body is not None:
            return self.names
        return capacity.post.key in self.posts


def change(before: Snapshot | None, after: Snapshot) -> Change:
    """What lies between two readings of the lists; without an earlier one, everything."""
    if before is None or not _frozen(before["persons"]) <= _frozen(after["persons"]):
        return Change(everything=True)
    old, new = _frozen(before["tenures"]), _frozen(after["tenures"])
    return Change(
        since=_since(old ^ new),
        names=_frozen(before["persons"]) != _frozen(after["persons"]) or _bodies(old) != _bodies(new),
        posts=frozenset(_posts(old) ^ _posts(new)),
    )


def _frozen(rows: Iterable[Any]) -> set[tuple[Any, ...]]:
    """Rows of a snapshot as values that can be compared; one that came from JSON equals one that did not."""
    return {tuple(tuple(part) if isinstance(part, list) else part for part in row) for row in rows}


def _since(differing: Iterable[tuple[Any, ...]]) -> date | None:
    """A tenure that only ends on another day differs behind the earlier end, any other from its start."""
    versions: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for one in differing:
        versions.setdefault((*one[:LAST_SEEN], *one[LAST_SEEN + 1 :]), []).append(one)
    days = [_first_day(some) for some in versions.values()]
    return min(days, default=None)


def _first_day(versions: list[tuple[Any, ...]]) -> date:
    if len(versions) > 1:
        return min(date.fromisoformat(one[LAST_SEEN]) for one in versions) + timedelta(days=1)
    return date.fromisoformat(versions[0][LAST_SEEN - 1])


def _bodies(tenures: Iterable[tuple[Any, ...]]) -> set[str]:
    return {one[-1] for one in tenures if one[-1]}


def _posts(tenures: Iterable[tuple[Any, ...]]) -> set[str]:
    return {Post(*one[1:4]).key for one in tenures}
