"""The pack of a meeting, as its reader may see it: fifteen queries for the office, nine for the force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Case, F, Q, When

from answerable.actions.models import Action
from answerable.actions.reports import with_last_report
from answerable.agendas.models import FrozenAgenda
from answerable.agendas.queries import comes_back
from answerable.components import words
from answerable.core.agenda.arising import GROUPS, counts, in_order
from answerable.core.agenda.contents import Contents, contents_version
from answerable.core.agenda.pack import Note, Pack
from answerable.core.papers.scales import SCALES, VERDICTS
from answerable.meetings.models import Meeting
from answerable.papers.models import NoteVersion, Point
from answerable.papers.queries import newest_versions
from answerable.workspace.agenda.contents import (
    as_contents,
    seen_contents,
    shown_risks,
    without_restricted,
)
from answerable.workspace.agenda.figures import figures_of
from answerable.workspace.agenda.queries import frozen_of, with_words
from answerable.workspace.agenda.questioning import asked_before, lines_of
from answerable.workspace.agenda.reader import Reader
from answerable.workspace.agenda.risks import risks_of

MOST_PARTS = 60  # headings of a note that are listed

Covered = dict[int, list[tuple[str, str, str]]]
"""Of each version of a note: a point, the part that answers it, and what the office says of that."""


def pack_of(reader: Reader, meeting: Meeting) -> Pack | None:
    """The office's pack is of the agenda as it is, the force's of the one that was sent out last: None
    where none was."""
    sent = frozen_of(meeting)
    if not reader.of_the_office:
        return _for_the_force(reader, meeting, sent[0]) if sent else None
    items = list(reader.sees(meeting.items.all()).order_by("position").defer("source"))
    points, covered = _points(meeting)
    before = asked_before(reader, meeting, items, points)
    actions = _actions(reader, meeting, before.items)
    back = [one for one in actions if one.is_back]
    groups = with_words(reader.here, in_order(back, reader.here.today, meeting.date), reader.here.today)
    risks = risks_of(reader.actor, meeting)
    contents = as_contents(meeting, items, groups, risks)
    figures = figures_of(reader, meeting, [one.topic for one in before.subjects])
    reader.shown += shown_risks(risks)
    reader.shows(*items, *back, *(said for _, some in groups for one in some for said in one.said[-1:]))
    return Pack(
        contents=contents,
        status=_status(contents, sent),
        counted=counts(groups).in_words,
        notes=_notes(reader, meeting, covered),
        lines=lines_of(reader, before, [one for one in actions if one.item_id in before.items]),
        left_out=reader.left_out,
        figures=figures,
    )


def _actions(reader: Reader, meeting: Meeting, items: set[int]) -> list[Any]:
    """The actions that come back (``is_back``), and those given under the items that were asked about
    before. One query."""
    back = comes_back(meeting)
    rows = Action.objects.filter(back | Q(item__in=items)).annotate(
        is_back=Case(When(back, then=True), default=False)
    )
    return list(reader.sees(with_last_report(rows)).defer("source", "owners_source"))


def _for_the_force(reader: Reader, meeting: Meeting, sent: FrozenAgenda) -> Pack:
    contents, shown = seen_contents(reader.here, sent.contents)
    reader.shown += shown
    sizes = [(key, [one for one in contents["arising"] if one["group"] == key]) for key in GROUPS]
    return Pack(
        contents=contents,
        status=_status(contents, [sent]),
        counted=counts(sizes).in_words,
        notes=_notes(reader, meeting),
        with_lines=False,
        left_out=reader.left_out,
    )


def _status(contents: Contents, sent: Sequence[FrozenAgenda]) -> str:
    """Which agenda it is."""
    if not sent:
        return "A draft: this agenda has not been sent out."
    newest = sent[0]
    said = f"Agenda {newest.number}, sent out on {words.moment(newest.at)}."
    same = contents_version(without_restricted(contents)) == contents_version(
        without_restricted(newest.contents)
    )
    return said if same else f"A draft: it differs from agenda {newest.number}, which was sent out."


def _points(meeting: Meeting) -> tuple[list[Point], Covered]:
    """The points of the terms of reference, and which part of which version answers them. One query."""
    rows = Point.objects.filter(terms__meeting=meeting).order_by("position", "coverage__pk")
    named = {f"covered_{name}": F(f"coverage__{name}") for name in ("version_id", "part", "verdict")}
    points: dict[int, Point] = {}
    covered: Covered = defaultdict(list)
    for point in rows.annotate(**named):
        points.setdefault(point.pk, point)
        version, part, verdict = (getattr(point, name) for name in named)
        if version:
            covered[version].append((point.text, part, verdict))
    return list(points.values()), covered


def _notes(reader: Reader, meeting: Meeting, covered: Covered | None = None) -> list[Note]:
    """The briefing notes that were sent in, the newest version of each. One query, and one for what they
    cover where that is not known yet."""
    covered = _points(meeting)[1] if covered is None else covered
    found = list(reader.sees(newest_versions([meeting]), "document"))
    reader.shows(*(one.document for one in found))
    return [_note(one, reader.of_the_office, covered.get(one.pk, ())) for one in found]


def _note(one: NoteVersion, judged: bool, covered: Sequence[tuple[str, str, str]]) -> Note:
    judgement = getattr(one, "judgement", None) if judged else None
    return Note(
        title=one.note.title,
        sent=f"Version {one.number}, sent in on {words.moment(one.sent_at)} by {one.sent_by.name}.",
        state=f"{one.note.get_state_display()}." if judged else "",
        size=_size(one),
        problem=one.problem,
        parts=[part["title"] for part in one.headings[:MOST_PARTS] if part.get("title")],
        coverage=[
            (text, part or "nothing was named", VERDICTS.get(verdict, "not confirmed yet"))
            for text, part, verdict in covered
        ],
        judged=[
            (scale.label, scale.said(value))
            for scale in SCALES
            if judgement and (value := getattr(judgement, scale.name))
        ],
        judged_words=judgement.words if judgement else "",
        document=one.document_id,
        name=one.name,
        restricted=one.document.restricted,
    )


def _size(one: NoteVersion) -> str:
    size = [
        words.plural(one.pages, "page") if one.pages else "",
        words.plural(one.words, "word") if one.words else "",
    ]
    said = ", ".join(part for part in size if part)
    late = f"{words.plural(one.late, 'hour')} late" if one.late else ""
    return f"{'; '.join(part for part in (said, late) if part)}." if said or late else ""
