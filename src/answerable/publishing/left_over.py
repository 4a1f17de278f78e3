"""Looking through what is put forward for words that are left out somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db.models import Q

from answerable.core.publication.checks import Place, texts
from answerable.core.publication.left_over import left_over
from answerable.core.publication.parts import JSON, Kind, Part
from answerable.core.publication.redaction import Category
from answerable.core.publication.redaction import Redaction as Words
from answerable.publishing.closed import lines_of_office, texts_of_meeting
from answerable.publishing.models import Frozen, Publication, Redaction

What = Redaction.What


def left_over_in(publication: Publication) -> list[dict[str, Any]]:
    """A finding for each text of its frozen parts, its title and its note that holds such words."""
    found = left_over(_places(publication), _words(publication), _lines(publication))
    return [asdict(one) for one in found]


def _places(publication: Publication) -> Iterator[Place]:
    yield Place("", "title", publication.title)
    yield Place("", "note", publication.note)
    for one in Frozen.objects.filter(publication=publication, media_type=JSON):
        yield from texts(Part(one.path, Kind(one.kind), bytes(one.content)).read(), one.path)


def _words(publication: Publication) -> list[Words]:
    """All of its own meeting; of any other, names that are left out wherever they stand."""
    rows = Redaction.objects.filter(office=publication.office, lifted_at=None).exclude(words="")
    if publication.meeting_id:
        rows = rows.filter(Q(meeting=publication.meeting_id) | Q(what=What.NAME))
    return [Words(one.words, Category(one.category)) for one in rows]


def _lines(publication: Publication) -> list[str]:
    meeting = publication.meeting
    return texts_of_meeting(meeting) if meeting else lines_of_office(publication.office)
