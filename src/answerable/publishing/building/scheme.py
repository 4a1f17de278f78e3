"""The publication scheme, as it stands on the day of the decision."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.shapes import SchemeContent, SchemeDuty, SchemeMet
from answerable.publishing.addresses import given
from answerable.publishing.models import Publication
from answerable.publishing.scheme import Row, scheme_of


def scheme_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """One part."""
    office = publication.office
    path = given(office, f"{office.slug}/scheme", "scheme", None, at)
    scheme = scheme_of(office, timezone.localdate(at))
    content: SchemeContent = {
        "path": path,
        "as_of": timezone.localdate(at).isoformat(),
        "counts": scheme.counts,
        "duties": [_duty(one) for one in scheme.rows],
    }
    return [made(path, Kind.SCHEME, content)]


def _duty(row: Row) -> SchemeDuty:
    duty = row.duty
    return {
        "code": duty.code,
        "title": duty.title,
        "asks": duty.asks,
        "when": duty.when,
        "law": duty.law,
        "address": duty.address,
        "standing": str(row.outcome.standing),
        "sentence": row.outcome.sentence,
        "met": _met(row),
    }


def _met(row: Row) -> list[SchemeMet]:
    here: list[SchemeMet] = [
        {"title": one.title, "path": one.path, "address": None, "on": _day(one.on), "note": ""}
        for one in row.here
    ]
    elsewhere: list[SchemeMet] = [
        {
            "title": one.title, "path": None, "address": one.address, "on": _day(one.published_on),
            "note": one.note,
        }
        for one in row.elsewhere
        if one.applies
    ]  # fmt: skip
    return here + elsewhere


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
