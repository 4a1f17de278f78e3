"""People, posts and tenures, made from who is listed at which meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from answerable.core.minutes.names import are_initials
from answerable.core.people.persons import Names, same_people
from answerable.core.people.posts import Capacity, Post, post_of, read_capacity


class Sighting(NamedTuple):
    """A name on one meeting's list; ``away``: among the apologies."""

    on: date
    name: str
    capacity: str | None = None
    abbreviation: str | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """``name`` is the fullest form seen, titles left out; ``names`` all forms as printed, oldest first.

    ``initials``: abbreviations printed for the person ("NN"), not for a post.
    """

    name: str
    names: tuple[str, ...]
    initials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post, from the first to the last meeting that lists them in it.

    ``away``: they sent apologies to that last meeting.
    """

    person: Person
    post: Post
    first_seen: date
    last_seen: date
    acting: bool = False
    body: str | None = None
    away: bool = False

    def covers(self, on: date) -> bool:
        return self.first_seen <= on <= self.last_seen


@dataclass(frozen=True, slots=True)
class People:
    """Everybody that the lists name; all in order of first sight."""

    persons: tuple[Person, ...]
    posts: tuple[Post, ...]
    tenures: tuple[Tenure, ...]

    def holders(self, post: str, on: date) -> list[Person]:
        """Who held the post that day (``post``: "ACC", "ACC Crime", "T/DCC" or the name in words).

        Where no tenure covers the day, those who were last seen in it before that day.
        """
        return list(dict.fromkeys(tenure.person for tenure in self._holding(post, on)))

    def _holding(self, post: str, on: date) -> list[Tenure]:
        fitting = [tenure for tenure in self.tenures if _is_called(tenure, post) and tenure.first_seen <= on]
        now = [tenure for tenure in fitting if tenure.covers(on)]
        if not now and fitting:
            last = max(tenure.last_seen for tenure in fitting)
            now = [tenure for tenure in fitting if tenure.last_seen == last]
        return now

    def holder(self, post: str, on: date) -> Person | None:
        """The one who held the post that day; None where nobody did, or more than one.

        Of a holder and somebody acting for them that day, it is the one who acts.
        """
        found = self.holders(post, on)
        if len(found) > 1:
            acting = {tenure.person for tenure in self._holding(post, on) if tenure.acting}
            found = [person for person in found if person in acting]
        return found[0] if len(found) == 1 else None

    def called(self, name: str, on: date | None = None) -> Person | None:
        """The one person that a name or initials in the minutes can mean, None where none or several.

        With ``on``, initials mean somebody who was on a list before and after that day, if there is one.
        """
        wanted = Names.of(name)
        found = [
            person for person in self.persons if any(Names.of(known).may_be(wanted) for known in person.names)
        ]
        if not found and name.isalpha() and len(name) <= 4:
            found = [person for person in self.persons if name in person.initials]
            found = found or [
                person for person in self.persons if name.isupper() and are_initials(name, person.name)
            ]
        if len(found) > 1 and on is not None:
            found = [
                person
                for person in found
                if any(one.person == person and one.covers(on) for one in self.tenures)
            ]
        return found[0] if len(found) == 1 else None


def people(sightings: Iterable[Sighting]) -> People:
    """Persons, posts and tenures of these lists; the order of the sightings does not matter."""
    seen = sorted(
        set(sightings),
        key=lambda one: (one.on, one.name, one.capacity or "", one.abbreviation or "", one.away),
    )
    groups = same_people([(one.on, one.name) for one in seen])
    by_person: dict[int, list[Sighting]] = {}
    for one in seen:
        by_person.setdefault(groups[one.name], []).append(one)
    persons, tenures = [], []
    for group in by_person.values():
        person = _person(group)
        persons.append(person)
        tenures += _tenures(person, group)
    tenures.sort(key=lambda tenure: (tenure.first_seen, tenure.post.key, tenure.person.name))
    posts = dict.fromkeys(tenure.post for tenure in tenures)
    return People(tuple(persons), tuple(posts), tuple(tenures))


def _person(group: Sequence[Sighting]) -> Person:
    names = tuple(dict.fromkeys(one.name for one in group))
    fullest = max(names, key=lambda name: Names.of(name).fullness)
    shorts = (
        one.abbreviation for one in group if one.abbreviation and are_initials(one.abbreviation, one.name)
    )
    return Person(Names.of(fullest).bare, names, tuple(dict.fromkeys(shorts)))


def _tenures(person: Person, group: Sequence[Sighting]) -> list[Tenure]:
    """Unbroken runs of one post: a return to it after another makes a new tenure."""
    found: list[Tenure] = []
    for one in group:
        capacity = read_capacity(one.capacity, one.abbreviation, name=one.name)
        if capacity is None:
            continue
        last = found[-1] if found else None
        if last is not None and _goes_on(last, capacity):
            post = _fuller(last.post, capacity.post)
            away = one.away and (last.away or last.last_seen < one.on)
            found[-1] = replace(last, last_seen=one.on, post=post, body=last.body or capacity.body, away=away)
        else:
            found.append(
                Tenure(person, capacity.post, one.on, one.on, capacity.acting, capacity.body, one.away)
            )
    return found


def _fuller(held: Post, seen: Post) -> Post:
    """One post of two sightings: a later list without the portfolio or the abbreviation takes none away."""
    post = held if held.portfolio else seen
    return post if post.code is not None else post._replace(code=held.code or seen.code)


def _goes_on(tenure: Tenure, capacity: Capacity) -> bool:
    same = tenure.post.key == capacity.post.key and tenure.acting == capacity.acting
    return same and alike_portfolios(tenure.post.portfolio, capacity.post.portfolio)


def _is_called(tenure: Tenure, post: str) -> bool:
    """Whether an owner printed so ("ACC", "SO", "Staff Officer") can mean the tenure's post."""
    bare = post.strip().removeprefix("the ").casefold()
    if bare in ((tenure.post.code or "").casefold(), tenure.post.name.casefold()):
        return True
    wanted = post_of(post)
    return wanted is not None and _fits(tenure, wanted)


def _fits(tenure: Tenure, wanted: Capacity) -> bool:
    same = wanted.post.key == tenure.post.key or wanted.post.name.casefold() == tenure.post.name.casefold()
    return (
        same
        and (tenure.acting or not wanted.acting)
        and alike_portfolios(tenure.post.portfolio, wanted.post.portfolio)
    )


def alike_portfolios(one: str | None, other: str | None) -> bool:
    """Portfolios are one where either is not given, or the shorter begins the longer ("Crime")."""
    if one is None or other is None:
        return True
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long.startswith(short)
