"""The parts of each subject, made from the working record with everything left out that is to be.

One file to a subject. A builder reads, and gives addresses (``addresses.given``); it decides nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from answerable.core.publication.parts import Part
from answerable.publishing.building.actions import register_parts
from answerable.publishing.building.agenda import agenda_parts
from answerable.publishing.building.decision import decision_parts
from answerable.publishing.building.measures import measures_parts
from answerable.publishing.building.meeting import minutes_parts
from answerable.publishing.building.office import office_parts
from answerable.publishing.building.original import original_parts
from answerable.publishing.building.people import people_parts
from answerable.publishing.building.scheme import scheme_parts
from answerable.publishing.building.topics import topics_parts
from answerable.publishing.files.child import Cleaner
from answerable.publishing.models import Publication

Subject = Publication.Subject
Builder = Callable[[Publication, dt.datetime], list[Part]]
FileBuilder = Callable[[Publication, dt.datetime, Cleaner], list[Part]]

BUILDERS: Mapping[str, Builder] = {
    Subject.OFFICE: office_parts,
    Subject.MINUTES: minutes_parts,
    Subject.REGISTER: register_parts,
    Subject.SCHEME: scheme_parts,
    Subject.TOPICS: topics_parts,
    Subject.MEASURES: measures_parts,
    Subject.PEOPLE: people_parts,
    Subject.DECISION: decision_parts,
}
WITH_FILES: Mapping[str, FileBuilder] = {Subject.AGENDA: agenda_parts, Subject.ORIGINAL: original_parts}
"""Those that bring files which were not made here."""


def build(publication: Publication, at: dt.datetime, cleaner: Cleaner) -> list[Part]:
    """The parts of what a publication is about, as the record has them now. Inside a transaction."""
    if publication.subject in WITH_FILES:
        return WITH_FILES[publication.subject](publication, at, cleaner)
    return BUILDERS[publication.subject](publication, at)
