"""People, posts and tenures, made from who is listed at which meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from answerable.core.people.posts import Post


class Sighting(NamedTuple):
    """A name on one meeting's list (present or apologies)."""

    on: date
    name: str
    capacity: str | None = None
    abbreviation: str | None = None


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
    """A person in a post, from the first to the last meeting that lists them in it."""

    person: Person
    post: Post
    first_seen: date
    last_seen: date
    acting: bool = False
    body: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Everybody that the lists name; all in order of first sight."""

    persons: tuple[Person, ...]
    posts: tuple[Post, ...]
    tenures: tuple[Tenure, ...]

    def holders(self, post: str, on: date) -> list[Person]:
        """Who held the post that day (``post``: a code such as "ACC", or its name)."""
        raise NotImplementedError

    def holder(self, post: str, on: date) -> Person | None:
        """The one who held the post that day; None where nobody or more than one did."""
        raise NotImplementedError

    def called(self, name: str, on: date | None = None) -> Person | None:
        """The one person that a name or initials in the minutes can mean, None where none or several."""
        raise NotImplementedError


def people(sightings: Iterable[Sighting]) -> People:
    """Persons, posts and tenures of these lists; the order of the sightings does not matter."""
    raise NotImplementedError
