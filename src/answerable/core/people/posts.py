"""Capacities as posts: "T/ACC", "Temporary Assistant Chief Constable" and "ACC" are one post."""

from __future__ import annotations

from typing import NamedTuple


class Post(NamedTuple):
    """A capacity told apart from others.

    ``code``: the usual abbreviation ("ACC") where there is one, else None; ``name``: in words, without
    "acting", "temporary" or a portfolio; ``portfolio``: what tells two holders of it apart ("Local
    Policing"), None where the minutes do not say. Two posts are one where ``key`` is equal.
    """

    code: str | None
    name: str
    portfolio: str | None = None

    @property
    def key(self) -> str:
        """Code or folded name: portfolios come and go, the post stays."""
        return self.code or self.name.casefold()


class Capacity(NamedTuple):
    """What stood beside a name: the post, whether it was held for the time being, and the body it is of."""

    post: Post
    acting: bool = False
    body: str | None = None


def read_capacity(
    capacity: str | None, abbreviation: str | None = None, *, name: str = ""
) -> Capacity | None:
    """The post of an attendance line; None where it names none.

    An abbreviation that is the initials of ``name`` ("NN" beside "Nadia Norris") is the person's, not the
    post's, and is left out.
    """
    raise NotImplementedError


def post_of(owner: str) -> Capacity | None:
    """The post that an owner as printed names ("ACC", "T/DCC", "Chief Executive"); None for others."""
    raise NotImplementedError
