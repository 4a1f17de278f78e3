"""Typed minutes as a paper: what is to be printed and read, and the forum's house style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from answerable.components.words import date as in_words
from answerable.core.live.lines import Piece
from answerable.core.minutes.printing.paper import About, Paper, PaperItem, Said
from answerable.core.minutes.printing.style import Layout, Numbering, Style
from answerable.core.minutes.record import Meeting as Head
from answerable.core.minutes.record import MeetingKind, NextMeeting, UpdateStatus
from answerable.meetings.models import Forum, Item, Meeting
from answerable.minuting.models import Assurance, Line
from answerable.minuting.queries import attendance_of, roll_of, standing_lines

JUDGED = {str(one): str(one.label) for one in Assurance.Judgement if one != Assurance.Judgement.NONE}


def paper_of(meeting: Meeting, lines: Sequence[Line] | None = None) -> Paper:
    """All that the minutes of a meeting say. Every line says what its page shows: nothing is read anew.

    ``lines``: those that stand, with the items of the actions they are about, where they are known already.
    """
    items = list(meeting.items.order_by("position"))
    places = {item.pk: at for at, item in enumerate(items)}
    judged = dict(
        Assurance.objects.filter(meeting=meeting, replaced_at=None).values_list("item_id", "judgement")
    )
    if lines is None:
        lines = list(standing_lines(meeting).select_related("about__item"))
    return Paper(
        head=_head(meeting),
        attendance=attendance_of(roll_of(meeting)),
        items=[_item(one, judged) for one in items],
        said=[said for group, line in enumerate(lines) for said in _said(line, places[line.item_id], group)],
        next_meeting=_next(meeting),
    )


def style_of(forum: Forum) -> Style:
    """The house style of a forum's papers."""
    return Style(
        layout=cast(Layout, forum.layout), numbering=cast(Numbering, forum.numbering), labels=forum.labels
    )


def _head(meeting: Meeting) -> Head:
    name = meeting.forum.name
    return {
        "title": meeting.title or f"{name} {in_words(meeting.date)}",
        "forum": name,
        "kind": cast(MeetingKind | None, meeting.kind),
        "date": meeting.date.isoformat(),
        "start_time": meeting.start_time or None,
        "end_time": meeting.end_time or None,
        "chair": meeting.chair or None,
        "minutes_by": meeting.minutes_by or None,
        "venue": meeting.venue or None,
        "source": [],
    }


def _item(item: Item, judged: Mapping[int, str]) -> PaperItem:
    """An item with the judgement that the office put, else the one that was printed."""
    return PaperItem(
        title=item.title, number=item.number, label=item.label, level=item.level, kind=item.kind,
        assurance=JUDGED.get(judged.get(item.pk, ""), item.assurance),
    )  # fmt: skip


def _said(line: Line, item: int, group: int) -> Iterator[Said]:
    pieces: list[Piece] = line.read
    about = _about(line)
    for piece in pieces:
        is_action = piece["kind"] == "action"
        yield Said(
            item=item, text=piece["text"], kind=piece["kind"], speakers=tuple(piece["speakers"]),
            owners=tuple(piece["owners"]) if is_action else None, about=about,
            due=_due_beside(piece) if is_action else None, group=group if len(pieces) > 1 else None,
        )  # fmt: skip


def _about(line: Line) -> About | None:
    action = line.about
    if action is None:
        return None
    status = cast(UpdateStatus | None, line.status or None)
    number = action.item.number if action.item else None
    return About(action=action.text, meeting=f"{action.given:%Y-%m}", item=number, status=status)


def _due_beside(piece: Piece) -> str | None:
    """Words of time that the action's own text does not have: they were typed on a line of their own."""
    apart = [due["text"] for due in piece["due"] if due["text"] not in piece["text"]]
    return " and ".join(apart) or None


def _next(meeting: Meeting) -> NextMeeting | None:
    """The next meeting as minuted, else as it is planned."""
    if meeting.next_date is not None:
        return {
            "date": meeting.next_date.isoformat(), "start_time": meeting.next_start_time,
            "venue": meeting.next_venue, "type": meeting.next_type, "source": [],
        }  # fmt: skip
    later = Meeting.objects.filter(forum_id=meeting.forum_id, date__gt=meeting.date)
    planned = later.exclude(state=Meeting.State.CANCELLED).order_by("date").first()
    if planned is None:
        return None
    return {
        "date": planned.date.isoformat(), "start_time": planned.start_time or None,
        "venue": planned.venue or None, "type": None, "source": [],
    }  # fmt: skip
