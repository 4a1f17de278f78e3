"""The content of the part about people and posts: who held a public post, from when to when."""

from __future__ import annotations

from typing import TypedDict


class PublishedTenure(TypedDict):
    """``end``: the last day; None where the post is still held."""

    post: str  # path
    title: str
    abbreviation: str
    start: str
    end: str | None
    acting: bool
    portfolio: str


class PublishedPerson(TypedDict):
    """``meetings``: paths of the published minutes that name the person as present."""

    path: str
    name: str
    tenures: list[PublishedTenure]
    meetings: list[str]


class PublishedHolder(TypedDict):
    person: str  # path
    name: str
    start: str
    end: str | None
    acting: bool
    portfolio: str


class PublishedPost(TypedDict):
    path: str
    title: str
    abbreviation: str
    side: str  # "office", "force", "body"
    body: str | None
    abolished_on: str | None
    holders: list[PublishedHolder]


class PeopleContent(TypedDict):
    path: str
    people: list[PublishedPerson]
    posts: list[PublishedPost]
