"""Which part of a version answers which point: the force says it, the office confirms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.papers.scales import VERDICTS
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.papers.models import Coverage, NoteVersion
from answerable.papers.queries import coverage_of
from answerable.papers.versions import clash_over, parts_version, verdicts_version

SAY, CONFIRM = "papers.say_parts", "papers.confirm_coverage"
LONGEST_PART = 300  # characters: a heading, or a sentence of one's own
NOTHING_CHANGED = "Nothing was changed: that is what it says already."


@transaction.atomic
def say_parts(
    *, version: NoteVersion, parts: Mapping[int, str], seen: str | None = None, by: User, at: datetime
) -> None:
    """The force says which part answers each point, by the point's key; "" says that none does.

    What was proposed and is sent as it stands is then said. Raises Clash, Gone, Refusal.
    """
    held, rows = hold_version(version)
    parts = {key: " ".join(text.split())[:LONGEST_PART] for key, text in parts.items() if key in rows}
    unsaid = [one for one in parts if rows[one].said_by_id is None or rows[one].part != parts[one]]
    if not unsaid:
        raise Refusal(NOTHING_CHANGED)
    if seen and parts_version(_saved(rows)) != seen:
        choices = [Choice(f"part-{key}", _point(rows[key]), rows[key].part, parts[key], shape="text")
                   for key in parts]  # fmt: skip
        raise clash_over("what answers what", held.note, choices, parts_version(_saved(rows)), SAY)
    for key in unsaid:
        rows[key].part, rows[key].said_by = parts[key], by
        rows[key].save()
    _record(held, SAY, "Said which part answers which point in", by=by, at=at)


@transaction.atomic
def confirm_coverage(
    *, version: NoteVersion, verdicts: Mapping[int, str], seen: str | None = None, by: User, at: datetime
) -> None:
    """The office says of points, by key, how far the version covers them. Raises Clash, Gone, Refusal."""
    held, rows = hold_version(version)
    wanted = {key: value for key, value in verdicts.items() if key in rows and value in VERDICTS}
    new = [key for key in wanted if rows[key].verdict != wanted[key]]
    if not new:
        raise Refusal(NOTHING_CHANGED if wanted else "Say of at least one point how far it is covered.")
    if seen and verdicts_version(_saved(rows)) != seen:
        words = {"": Coverage.Verdict.NONE.label, **VERDICTS}
        choices = [
            Choice(f"verdict-{key}", _point(rows[key]), rows[key].verdict, wanted[key],
                   shape="choice", options=words)
            for key in wanted
        ]  # fmt: skip
        raise clash_over("what is covered", held.note, choices, verdicts_version(_saved(rows)), CONFIRM)
    for key in new:
        rows[key].verdict, rows[key].confirmed_at, rows[key].confirmed_by = wanted[key], at, by
        rows[key].save()
    _record(held, CONFIRM, "Confirmed what is covered in", by=by, at=at)


def hold_version(version: NoteVersion) -> tuple[NoteVersion, dict[int, Coverage]]:
    """The newest version of a note with a row for every point, by the point's key; rows of points that came
    later are not saved yet. Raises Gone; Clash where a newer version has come: what was typed is shown."""
    hold_office(version.note.meeting.office_id)
    held = NoteVersion.objects.select_related("note__meeting__forum").filter(pk=version.pk).first()
    if held is None:
        raise Gone("the briefing note")
    newest = held.note.versions.select_related("sent_by").order_by("number").last()
    if newest is not None and newest.number != held.number:
        who, thing = newest.sent_by.name, f"the briefing note, which has a version {newest.number} now,"
        raise Clash(thing, who=who, at=newest.sent_at, final=True)
    return held, {one.point_id: one for one in coverage_of(held)}


def _saved(rows: Mapping[int, Coverage]) -> Sequence[Coverage]:
    return [one for one in rows.values() if one.pk]


def _point(row: Coverage) -> str:
    return f"Point {row.point.position + 1}"


def _record(version: NoteVersion, operation: str, did: str, *, by: User, at: datetime) -> None:
    note = version.note
    audit.record(
        by=by, at=at, operation=operation, about=[note, note.meeting], office_id=note.meeting.office_id,
        summary=f"{did} version {version.number} of the briefing note {note.pk} for {note.meeting}.",
    )  # fmt: skip
