"""What an office says of itself: its words, the force and its areas, its forums."""

from __future__ import annotations

import datetime as dt

from django.utils.text import slugify

from answerable.core.publication.addresses import forum_slug
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.shapes import OfficeContent
from answerable.meetings.models import Forum
from answerable.offices.models import Force, Office
from answerable.offices.queries import CONTACT
from answerable.publishing.models import Publication


def office_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """One part."""
    del at
    office = publication.office
    return [made(office.slug, Kind.OFFICE, content(office))]


def content(office: Office) -> OfficeContent:
    forces = Force.objects.filter(office=office).prefetch_related("areas")
    forums = Forum.objects.filter(office=office).select_related("succeeds")
    return {
        "name": office.name,
        "slug": office.slug,
        "words": {
            "office": office.office_label,
            "commissioner": office.commissioner_label,
            "chief_officer": office.chief_officer_label,
        },
        "forces": [
            {
                "name": force.name,
                "areas": [
                    {
                        "name": one.name,
                        "slug": slugify(one.name),
                        "start": _day(one.start),
                        "end": _day(one.end),
                    }
                    for one in force.areas.all()
                ],
            }
            for force in forces
        ],
        "forums": [
            {
                "name": one.name,
                "path": forum_path(one),
                "succeeds": forum_path(one.succeeds) if one.succeeds else None,
            }
            for one in forums
        ],
        "contact": {name: office.contact[name] for name in CONTACT if office.contact.get(name)},
        "ends_on": _day(office.ends_on),
        "successor": office.successor or None,
    }


def forum_path(forum: Forum) -> str:
    return f"{forum.office.slug}/{forum_slug(forum.slug)}"


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
