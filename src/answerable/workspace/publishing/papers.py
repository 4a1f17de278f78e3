"""The papers of a meeting: which of them go out with its agenda, and why others do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from answerable.meetings.models import Meeting
from answerable.papers.models import BriefingNote, NoteVersion
from answerable.papers.queries import newest_versions
from answerable.publishing.models import Publication
from answerable.publishing.queries import notes_left_out
from answerable.workspace.here import Here

NOT_ACCEPTED = "it is not accepted yet"
RESTRICTED = "it is restricted"
TAKEN_AWAY = "it was taken away"
LEFT_OUT = "somebody left it out"
HOLDS = "something stands in it that is left out of the meeting, or a page of it cannot be read"


@dataclass(frozen=True, slots=True)
class Paper:
    """``why`` says why it does not go; "" where it does, or is not known before it is put forward."""

    version: NoteVersion
    why: str


def papers_of(here: Here, meeting: Meeting) -> list[Paper]:
    """The newest version of each, as far as the actor may see their files. Two queries."""
    gone = notes_left_out(meeting)
    return [Paper(one, _why(one, gone)) for one in here.sees(newest_versions([meeting]), "document")]


def _why(version: NoteVersion, left_out: Collection[int]) -> str:
    if version.note.state != BriefingNote.State.ACCEPTED:
        return NOT_ACCEPTED
    if version.document.restricted:
        return RESTRICTED
    if version.document.kept_for:
        return TAKEN_AWAY
    return LEFT_OUT if version.note_id in left_out else ""


def not_with_it(here: Here, publication: Publication, content: Mapping[str, Any]) -> list[Paper]:
    """The papers that an agenda which was put forward goes without, each with the reason."""
    if publication.subject != Publication.Subject.AGENDA or publication.meeting is None or not content:
        return []
    goes = len(content["papers"])
    every = papers_of(here, publication.meeting)
    fit = [one for one in every if not one.why]
    held = [] if len(fit) == goes else [one for one in fit if not _named(one, content)]
    return [*(one for one in every if one.why), *(Paper(one.version, HOLDS) for one in held)]


def _named(paper: Paper, content: Mapping[str, Any]) -> bool:
    return any(one["name"] == paper.version.note.title for one in content["papers"])
