"""The lines of people and posts. The meetings that people came to are tagged by the part: ``giving``."""

from __future__ import annotations

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.shapes_people import PeopleContent, PublishedPerson, PublishedPost


def lines_of_people(content: PeopleContent) -> list[LineFact]:
    """Each person, then each post."""
    return [*map(_person, content["people"]), *map(_post, content["posts"])]


def _person(one: PublishedPerson) -> LineFact:
    """Without the meetings: these are lines of their own, with the person's tag."""
    held = ", ".join(dict.fromkeys(tenure["title"] for tenure in one["tenures"]))
    tags = tuple(("post", path) for path in dict.fromkeys(tenure["post"] for tenure in one["tenures"]))
    data = {key: value for key, value in one.items() if key != "meetings"}
    return LineFact("person", one["path"], one["name"], held, None, "", data, tags)


def _post(one: PublishedPost) -> LineFact:
    names = ", ".join(dict.fromkeys(holder["name"] for holder in one["holders"]))
    tags = tuple(("person", path) for path in dict.fromkeys(holder["person"] for holder in one["holders"]))
    return LineFact("post", one["path"], one["title"], names, None, "", one, tags)
