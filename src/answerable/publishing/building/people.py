"""People who hold or held a public post, their posts, and how minutes name those who were there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.public_posts import NOT_NAMED, is_public
from answerable.core.publication.shapes_people import PeopleContent
from answerable.meetings.models import Attendance, Meeting
from answerable.offices.models import Office
from answerable.people.models import Person, Post, Tenure
from answerable.publishing.addresses import path_of
from answerable.publishing.building.redacting import Redacting
from answerable.publishing.building.standing import public_meetings
from answerable.publishing.models import Publication, Redaction
from answerable.publishing.naming import named
from answerable.publishing.secrets import tells

Shown = Mapping[str, str]
"""What the public reads in place of each name of an attendance list."""


def people_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """One part; none where no public post is known."""
    office = publication.office
    tenures = public_tenures(office)
    if not tenures:
        return []
    people = {one.person_id: one.person for one in tenures}
    posts = {one.post_id: one.post for one in tenures}
    paths = {key: named(office, "people", "person", key, one.name, at) for key, one in people.items()}
    places = {key: named(office, "posts", "post", key, one.title, at) for key, one in posts.items()}
    met = _met(office, people)
    told: PeopleContent = {
        "path": f"{office.slug}/people",
        "people": [
            {
                "path": paths[key],
                "name": one.name,
                "tenures": [_tenure(held, places) for held in tenures if held.person_id == key],
                "meetings": met[key],
            }
            for key, one in sorted(people.items(), key=lambda pair: (pair[1].name.casefold(), pair[0]))
        ],
        "posts": [
            _post(one, places[key], [held for held in tenures if held.post_id == key], paths)
            for key, one in sorted(posts.items(), key=lambda pair: (pair[1].side, pair[1].title, pair[0]))
        ],
    }
    return [made(told["path"], Kind.PEOPLE, told)]


def public_tenures(office: Office) -> list[Tenure]:
    """In posts whose holders are public, of people whose names are left out nowhere; the first one first."""
    rows = Tenure.objects.filter(post__office=office).select_related("person", "post__body")
    held = [one for one in rows.order_by("start", "pk") if names_its_holders(one.post)]
    redactions = Redaction.objects.filter(office=office, lifted_at=None).exclude(words="")
    secrets = list(redactions.values_list("words", flat=True).distinct())
    hidden = {one.person_id for one in held if any(tells(one.person.name, secret) for secret in secrets)}
    return [one for one in held if one.person_id not in hidden]


def names_its_holders(post: Post) -> bool:
    return is_public(post.title, post.abbreviation, post.public)


def _tenure(one: Tenure, places: Mapping[int, str]) -> Any:
    return {
        "post": places[one.post_id],
        "title": one.post.title,
        "abbreviation": one.post.abbreviation,
        **_days(one),
    }


def _days(one: Tenure) -> dict[str, Any]:
    return {
        "start": one.start.isoformat(),
        "end": one.end.isoformat() if one.end else None,
        "acting": one.acting,
        "portfolio": one.portfolio,
    }


def _post(one: Post, path: str, tenures: Sequence[Tenure], people: Mapping[int, str]) -> Any:
    return {
        "path": path,
        "title": one.title,
        "abbreviation": one.abbreviation,
        "side": one.side,
        "body": one.body.name if one.body else None,
        "abolished_on": one.abolished_on.isoformat() if one.abolished_on else None,
        "holders": [
            {"person": people[held.person_id], "name": held.person.name, **_days(held)} for held in tenures
        ],
    }


def _met(office: Office, people: Mapping[int, Person]) -> dict[int, list[str]]:
    """The published minutes that name each person as present."""
    listed: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Attendance.objects.filter(person__in=people, meeting__office=office)
    for meeting, person, name in rows.values_list("meeting", "person", "name"):
        listed[meeting].append((person, name))
    found: dict[int, list[str]] = defaultdict(list)
    for meeting, part in public_meetings(office, listed):
        there = {one["name"] for one in part.read()["attendance"] if one["status"] == "present"}
        for person, name in listed[meeting]:
            if name in there:
                found[person].append(part.path)
    return found


def attendance_of(meeting: Meeting, hide: Redacting) -> Any:
    """Who was there: those in a public post by name, all others by what they were."""
    rows = list(meeting.attendance.order_by("position").select_related("post"))
    public = _public_then(meeting, rows)
    return [
        {
            "name": hide.text(one.name) if one.pk in public else hide.text(one.capacity) or NOT_NAMED,
            "capacity": (hide.text(one.capacity) or None) if one.pk in public else None,
            "abbreviation": hide.text(one.abbreviation) or None if one.post_id or one.pk in public else None,
            "status": one.status,
            "person": _page(meeting, one, hide) if one.pk in public else None,
        }
        for one in rows
    ]


def name_of(meeting: Meeting, name: str) -> str:
    """The name of whoever chairs or minutes, as the public reads it: by capacity where it is not public."""
    rows = list(meeting.attendance.select_related("post"))
    public = _public_then(meeting, rows)
    for one in rows:
        if one.pk not in public and one.name and one.name in name:
            name = name.replace(one.name, one.capacity or NOT_NAMED)
    return name


def _public_then(meeting: Meeting, rows: Sequence[Attendance]) -> set[int]:
    """The lines of people who came in a public post, or held one on that day."""
    people = {one.person_id for one in rows if one.person_id}
    tenures = Tenure.objects.filter(person__in=people, start__lte=meeting.date).exclude(end__lt=meeting.date)
    holding = {one.person_id for one in tenures.select_related("post") if names_its_holders(one.post)}
    return {
        one.pk
        for one in rows
        if one.person_id in holding
        or (one.post is not None and names_its_holders(one.post))
        or (one.post is None and is_public(one.capacity or "", one.abbreviation or ""))
    }


def _page(meeting: Meeting, one: Attendance, hide: Redacting) -> str | None:
    if one.person_id is None or hide.text(one.name) != one.name:
        return None
    return path_of(meeting.office, "person", one.person_id)
