"""Decisions that are ready to be public, each a part; what is exempt of them stays here."""

from __future__ import annotations

import datetime as dt

from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.shapes_decisions import DecisionContent
from answerable.offices.models import Office
from answerable.published.models import Line
from answerable.publishing.addresses import path_of
from answerable.publishing.models import DecisionRecord, Publication
from answerable.publishing.naming import named


def decision_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """A part for each."""
    rows = DecisionRecord.objects.filter(office=publication.office, ready=True).order_by("taken_on", "pk")
    contents = [_content(one, at) for one in rows.select_related("office")]
    return [made(one["path"], Kind.DECISION, one) for one in contents]


def _content(one: DecisionRecord, at: dt.datetime) -> DecisionContent:
    office = one.office
    return {
        "path": named(office, "decisions", "decision", one.pk, one.number.replace("/", "-"), at),
        "number": one.number,
        "title": one.title,
        "taken_on": one.taken_on.isoformat(),
        "taken_by": one.taken_by,
        "background": one.background,
        "decision": one.decision,
        "papers": [line.strip() for line in one.papers.splitlines() if line.strip()],
        "left_out": (one.category or DecisionRecord.Category.EXEMPTION.value) if one.exempt else None,
        "meeting": _public(office, "meeting", one.meeting_id),
        "entry": _public(office, "entry", one.entry_id),
    }


def _public(office: Office, kind: str, key: int | None) -> str | None:
    """The address of a thing that can be read now."""
    path = path_of(office, kind, key) if key else None
    return path if path and Line.objects.filter(path=path, gone=False).exists() else None
