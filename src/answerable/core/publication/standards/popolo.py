"""People, posts, memberships, organisations and meetings as Popolo (popoloproject.com), in one document.

Every id is a permanent path of this site; ``sources`` give it as a whole address. A key that would have
nothing to say is left out, as the specification asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.core.publication.addresses import safe
from answerable.core.publication.shapes import OfficeContent
from answerable.core.publication.shapes_people import PeopleContent, PublishedPerson, PublishedPost

Told = dict[str, Any]
OFFICE, FORCE, FORUM, BODY = "oversight body", "police force", "forum", "partner body"


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting, as its line tells it."""

    path: str
    name: str
    on: str
    forum: str
    kind: str | None
    state: str
    venue: str | None


def popolo(
    site: str, office: OfficeContent, people: PeopleContent | None, meetings: Iterable[Gathering]
) -> Told:
    """The document; ``site`` is "https://record.example", ``people`` the part about them, if there is one."""
    persons = people["people"] if people else []
    posts = people["posts"] if people else []
    present: dict[str, list[Told]] = {}
    for one in persons:
        for path in one["meetings"]:
            present.setdefault(path, []).append({"id": one["path"], "name": one["name"]})
    return {
        "persons": [_person(site, one) for one in persons],
        "organizations": _organizations(site, office, posts),
        "posts": [_post(site, office, one) for one in posts],
        "memberships": list(_memberships(office, persons, posts)),
        "events": [_event(site, one, present.get(one.path, [])) for one in meetings],
    }


def _person(site: str, one: PublishedPerson) -> Told:
    return {"id": one["path"], "name": one["name"], "sources": _sources(site, one["path"])}


def _sources(site: str, path: str) -> list[Told]:
    return [{"url": f"{site}/{path}"}]


def _organizations(site: str, office: OfficeContent, posts: Sequence[PublishedPost]) -> list[Told]:
    own = office["slug"]
    first: Told = {
        "id": own, "name": office["name"], "classification": OFFICE, "sources": _sources(site, own),
    }  # fmt: skip
    if office["ends_on"]:
        first["dissolution_date"] = office["ends_on"]
    forces = [
        {"id": force_id(own, one["name"]), "name": one["name"], "classification": FORCE}
        for one in office["forces"]
    ]
    forums = [
        {
            "id": one["path"], "name": one["name"], "classification": FORUM, "parent_id": own,
            "sources": _sources(site, one["path"]),
        }
        for one in office["forums"]
    ]  # fmt: skip
    named = dict.fromkeys(one["body"] for one in posts if one["side"] == "body" and one["body"])
    bodies = [{"id": body_id(own, one), "name": one, "classification": BODY} for one in named]
    return [first, *forces, *forums, *bodies]


def force_id(office: str, name: str) -> str:
    return f"{office}#force-{safe(name).lower()}"


def body_id(office: str, name: str) -> str:
    return f"{office}#body-{safe(name).lower()}"


def _organization_of(office: OfficeContent, post: PublishedPost) -> str:
    if post["side"] == "body" and post["body"]:
        return body_id(office["slug"], post["body"])
    if post["side"] == "force" and office["forces"]:
        return force_id(office["slug"], office["forces"][0]["name"])
    return office["slug"]


def _post(site: str, office: OfficeContent, one: PublishedPost) -> Told:
    told: Told = {
        "id": one["path"], "label": one["title"], "role": one["title"],
        "organization_id": _organization_of(office, one), "sources": _sources(site, one["path"]),
    }  # fmt: skip
    return told | ({"end_date": one["abolished_on"]} if one["abolished_on"] else {})


def _memberships(
    office: OfficeContent, persons: Iterable[PublishedPerson], posts: Iterable[PublishedPost]
) -> Iterator[Told]:
    """One to each tenure whose post is public; ids count those of one person."""
    by_path = {one["path"]: one for one in posts}
    for person in persons:
        held = [one for one in person["tenures"] if one["post"] in by_path]
        for number, one in enumerate(held, start=1):
            told: Told = {
                "id": f"{person['path']}#tenure-{number}", "person_id": person["path"],
                "post_id": one["post"], "organization_id": _organization_of(office, by_path[one["post"]]),
                "role": f"{one['title']} (acting)" if one["acting"] else one["title"],
            }  # fmt: skip
            named = {"start_date": one["start"], "end_date": one["end"], "label": one["portfolio"]}
            yield told | {key: value for key, value in named.items() if value}


def _event(site: str, one: Gathering, present: list[Told]) -> Told:
    told: Told = {
        "id": one.path, "name": one.name, "start_date": one.on, "organization_id": one.forum,
        "status": one.state, "sources": _sources(site, one.path),
    }  # fmt: skip
    named = {"classification": one.kind, "location": one.venue, "attendees": present}
    return told | {key: value for key, value in named.items() if value}
