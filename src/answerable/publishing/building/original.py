"""The file that minutes were read from, as the office published it at the time."""

from __future__ import annotations

import datetime as dt

from answerable.core.publication.parts import Part
from answerable.core.publication.versions import current
from answerable.core.refusal import Refusal
from answerable.publishing.addresses import given_to_meeting
from answerable.publishing.book import book_of
from answerable.publishing.building.files import original_of
from answerable.publishing.files.child import Cleaner
from answerable.publishing.models import Publication


def original_parts(publication: Publication, at: dt.datetime, cleaner: Cleaner) -> list[Part]:
    """One file. Raises Refusal where it cannot be given out."""
    meeting = publication.meeting
    assert meeting
    if not current(book_of(meeting.office).get(given_to_meeting(meeting, at), [])):
        raise Refusal("Publish the minutes first: the original stands beside them.")
    return [original_of(meeting, at, cleaner).part]
