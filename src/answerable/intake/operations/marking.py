"""Markings: a part of the record is restricted or opened, and everything made of its words with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction

from answerable.accounts.marked import Marked
from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep, ActionUpdate, Commitment, Report
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, version
from answerable.core.permissions.markings import WHY_NAMES, Marking, Why
from answerable.core.permissions.spreading import Span, is_restricted, items_below, places_again, spans
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.measures.models import Measure
from answerable.meetings.models import Entry, Figure, Item, Meeting
from answerable.meetings.seen import in_the_open
from answerable.offices.operations import hold_office
from answerable.search.operations import mark_rows
from answerable.topics.models import Topic

Line = Item | Entry | Figure
MARKED: tuple[type[Line], ...] = (Item, Entry, Figure)
"""What of a meeting a person can mark."""

ALONE = (Document, Measure)
"""What a person can mark and belongs to no meeting, or to several."""

LONGEST_NOTE = 1000  # characters

CHOSEN = frozenset(Why) - {Why.DRAFT}
"""Reasons that a person can give; a draft is restricted by being one."""

NOT_APPROVED = "Minutes stay restricted until they are approved."


@dataclass(frozen=True, slots=True)
class Kept:
    """A marked line as it was before a new reading: its places, and its marking."""

    model: type[Line]
    position: int
    places: Sequence[Mapping[str, Any]]
    values: dict[str, str]


@transaction.atomic
def mark(
    *, row: Marked, marking: Marking, why: str, note: str, seen: str | None = None, by: User, at: datetime
) -> None:
    """Restrict an item, a line, a figure, a document or a measure, with a reason, or open it again.

    ``seen`` is the version of the marking that the person was shown. Raises Clash, Refusal.
    """
    hold_office(_office_of(row))
    row.refresh_from_db(fields=["marking", "marking_why", "marking_note"])
    restrict = marking is Marking.RESTRICTED
    if restrict and why not in CHOSEN:
        raise Refusal("Choose why it is restricted.")
    if not restrict and row.marking_why == Why.DRAFT:
        raise Refusal(NOT_APPROVED)
    if restrict and why == Why.OTHER and not note.strip():
        raise Refusal("Say in a few words why it is restricted.")
    if (marking, why if restrict else "", note.strip() if restrict else "") == _values_of(row):
        raise Refusal("That is how it is marked already.")
    if seen and marking_version(row) != seen:
        raise _clash(row, marking, why, note)
    row.marking, row.marking_why = marking, why if restrict else ""
    row.marking_note = note.strip()[:LONGEST_NOTE] if restrict else ""
    if not restrict and _is_draft(row):
        row.marking, row.marking_why = Marking.RESTRICTED, Why.DRAFT
    kept = ["marking", "marking_why", "marking_note"]
    if isinstance(row, Measure):
        row.restricted, kept = restrict, [*kept, "restricted"]
    row.save(update_fields=kept)
    meetings = _meetings_of(row)
    for meeting in meetings:
        spread(meeting)
    if isinstance(row, Document):
        _spread_to_document(row)
    audit.record(
        by=by, at=at, operation="intake.mark", about=[row, *meetings], office_id=_office_of(row),
        summary=f"{'Restricted' if restrict else 'Opened'} {_called(row)}.",
        details={"marking": marking, "why": why if restrict else "", "note": row.marking_note},
    )  # fmt: skip


def marking_version(row: Marked) -> str:
    """The version of a marking, for the form that changes it."""
    return version(*_values_of(row))


def _values_of(row: Marked) -> tuple[str, str, str]:
    return row.marking, row.marking_why, row.marking_note


def _clash(row: Marked, marking: Marking, why: str, note: str) -> Clash:
    reasons = {str(one): name for one, name in WHY_NAMES.items()}
    markings = {str(one): one.capitalize() for one in Marking}
    return Clash(
        f"the marking of {_called(row)}",
        [
            Choice("marking", "Marking", row.marking, marking, shape="choice", options=markings),
            Choice("why", "Why it is restricted", row.marking_why, why, shape="choice", options=reasons),
            Choice("note", "More about the reason", row.marking_note, note, shape="long"),
        ],
        version=marking_version(row),
    )


def spread(meeting: Meeting) -> None:
    """Restrict all that is made of a meeting's restricted parts; open the rest. Part of a larger write."""
    items = list(meeting.items.order_by("position").only("position", "level", "marking"))
    below = items_below([one.level for one in items], {n for n, one in enumerate(items) if _marked(one)})
    closed_items = {items[at].pk for at in below}
    entries = list(meeting.entries.order_by("position").only("position", "item", "marking", "source"))
    closed = [one for one in entries if _marked(one) or one.item_id in closed_items]
    _keep(meeting.items.all(), closed_items)
    _keep(meeting.entries.all(), {one.pk for one in closed})
    _spread_to_rows(meeting, closed_items, closed)
    if meeting.document is not None:
        _spread_to_document(meeting.document)
    _spread_to_search(meeting)


def kept_markings(meeting: Meeting) -> list[Kept]:
    """The markings of a meeting's lines, before it is read again."""
    return [
        Kept(model, row.position, row.source, _values(row))
        for model in MARKED
        for row in _of(model, meeting).filter(marking=Marking.RESTRICTED)
    ]


def lay_markings(meeting: Meeting, kept: Sequence[Kept]) -> None:
    """Put markings on the lines of a new reading, wherever they stand now. Part of a larger write.

    Where a marked line is in it no more, every item and line is restricted until a person has looked: it is
    better that too little is seen than that a restricted line is.
    """
    if not kept:
        return
    for model in MARKED:
        open_again = {"marking": Marking.OPEN, "marking_why": "", "marking_note": ""}
        _of(model, meeting).update(**open_again)
        rows = list(_of(model, meeting).order_by("position"))
        mine = [one for one in kept if one.model is model]
        found = places_again([one.places for one in mine], [row.source for row in rows])
        for one, places in zip(mine, found, strict=True):
            here = [rows[at].pk for at in places]
            lines = _of(model, meeting)
            (lines.filter(pk__in=here) if here else lines).update(**one.values)
            if not here:
                Entry.objects.filter(meeting=meeting).update(**one.values)
    spread(meeting)


def _of(model: type[Line], meeting: Meeting) -> models.QuerySet[Any]:
    """A meeting's lines of a kind."""
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows.filter(meeting=meeting)


def _spread_to_rows(meeting: Meeting, items: set[int], closed: Sequence[Entry]) -> None:
    entries = {one.pk for one in closed}
    positions = {one.position for one in closed}
    areas = [span for one in closed for span in spans(one.source)]
    touched = {one.item_id for one in closed}

    def under(row: Any) -> bool:
        return row.item_id in items or getattr(row, "entry_id", None) in entries

    def hidden(row: Any, inside: bool) -> bool:
        item = getattr(row, "item_id", None)
        return is_restricted(
            under=inside, places=row.source, closed=areas,
            item_has_closed=bool(areas) and (item is None or item in touched),
        )  # fmt: skip

    def closed_line(row: Any) -> bool:
        """One that is a draft, or stands so; without a line of its own (made of a promise) by its place."""
        inside = under(row)
        return getattr(row, "draft", False) or (inside if row.entry_id else hidden(row, inside))

    _keep(
        meeting.exchanges.all(),
        {one.pk for one in meeting.exchanges.all() if one.item_id in items or positions & set(one.entries)},
    )
    for rows in (meeting.figures.all(), meeting.warnings.exclude(item=None, entry=None)):
        _keep(rows, {one.pk for one in rows if hidden(one, under(one) or _marked(one))})
    for lines in (Action.objects.filter(meeting=meeting), Commitment.objects.filter(meeting=meeting)):
        _keep(lines, {one.pk for one in lines if closed_line(one)})
    for said in (ActionStep.objects.all(), Report.objects.all()):  # as restricted as their action
        of_actions = said.filter(action__meeting=meeting)
        _keep(of_actions, {one.pk for one in of_actions.filter(action__restricted=True)})
    updates = ActionUpdate.objects.filter(meeting=meeting)
    _keep(updates, {one.pk for one in updates if _touches(one.source, areas)})


def _spread_to_search(meeting: Meeting) -> None:
    """The index rows of what the meeting holds, and of the topics that are spoken of in it."""
    for kind, rows in (
        ("item", meeting.items.all()),
        ("entry", meeting.entries.all()),
        ("action", Action.objects.filter(meeting=meeting)),
    ):
        closed = rows.filter(restricted=True)
        mark_rows(kind=kind, object_ids=_keys(rows), restricted=_keys(closed))
    topics = Topic.objects.filter(links__meeting=meeting).distinct()
    hidden = set(_keys(topics)) - set(_keys(in_the_open(topics)))
    mark_rows(kind="topic", object_ids=_keys(topics), restricted=hidden)


def _keys(rows: models.QuerySet[Any]) -> list[int]:
    return list(rows.values_list("pk", flat=True))


def _touches(places: Iterable[Mapping[str, Any]], areas: Sequence[Span]) -> bool:
    """An update names no line: one that cannot say where it stands is restricted with any line."""
    return is_restricted(under=False, places=places, closed=areas, item_has_closed=bool(areas))


def _spread_to_document(document: Document) -> None:
    """The whole file holds the words of its restricted parts."""
    parts = (Item, Entry, Figure)
    restricted = _marked(document) or any(
        part._default_manager.filter(meeting__document=document, restricted=True).exists() for part in parts
    )
    Document.objects.filter(pk=document.pk).update(restricted=restricted)


def _keep(rows: models.QuerySet[Any], closed: set[int]) -> None:
    """Write what changed: ``closed`` are restricted, the other rows are not."""
    rows.filter(pk__in=closed, restricted=False).update(restricted=True)
    rows.filter(restricted=True).exclude(pk__in=closed).update(restricted=False)


def _marked(row: object) -> bool:
    return getattr(row, "marking", Marking.OPEN) == Marking.RESTRICTED


def _values(row: Marked) -> dict[str, str]:
    return {
        "marking": row.marking, "marking_why": row.marking_why, "marking_note": row.marking_note
    }  # fmt: skip


def _is_draft(row: Marked) -> bool:
    """Does it stand in minutes that were written here and are not approved yet?"""
    ends = (Meeting.Minutes.NONE, Meeting.Minutes.APPROVED)
    return not isinstance(row, ALONE) and _meetings_of(row)[0].minutes_state not in ends


def _office_of(row: Marked) -> int:
    office: int = row.office_id if isinstance(row, ALONE) else row.meeting.office_id  # type: ignore[attr-defined]
    return office


def _meetings_of(row: Marked) -> list[Meeting]:
    if isinstance(row, Measure):
        return []
    if isinstance(row, Document):
        return list(row.meetings.all())
    meeting: Meeting = row.meeting  # type: ignore[attr-defined]
    return [meeting]


def _called(row: Marked) -> str:
    """What was marked, without its words."""
    if isinstance(row, Document):
        return f"the document {row.pk}"
    if isinstance(row, Measure):
        return f"the measure {row.pk}"
    name = {Item: "item", Entry: "line", Figure: "figure"}[type(row)]  # type: ignore[index]
    return f"{name} {row.position + 1} of {row.meeting}"  # type: ignore[attr-defined]
