"""Which areas and partner bodies the public words of a meeting name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.text import slugify

from answerable.core.publication.naming import Finder, Named
from answerable.core.publication.shapes import MeetingContent
from answerable.offices.models import Area, Body, Office


@dataclass(frozen=True, slots=True)
class Names:
    """Finders of areas, by slug, and of bodies, by name."""

    areas: Finder
    bodies: Finder


def partners(office: Office) -> QuerySet[Body]:
    """The bodies that are no other than they: minutes name the office itself as an owner, too."""
    return Body.objects.filter(office=office).exclude(name__in=[office.name, office.office_label])


def names_of(office: Office, shown: Callable[[str], str] = str) -> Names:
    """What texts of an office can name. Two queries.

    A body's name that redaction would touch (``shown``: what the public reads of a text) is found nowhere.
    """
    areas = Area.objects.filter(force__office=office).values_list("name", flat=True)
    bodies = partners(office).values_list("name", "abbreviation")
    return Names(
        Finder(Named(slugify(name), (name,)) for name in areas),
        Finder(
            Named(name, (name, short))
            for name, short in bodies
            if shown(name) == name and shown(short) == short
        ),
    )


def name_places(content: MeetingContent, names: Names) -> None:
    """Write beside each entry what its public words name."""
    for entry in content["entries"]:
        texts = (entry["heading"] or "", entry["text"], *entry["speakers"])
        entry["areas"], entry["bodies"] = names.areas(*texts), names.bodies(*texts)
