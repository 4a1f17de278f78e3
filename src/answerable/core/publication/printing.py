"""Published minutes as a sheet, made of what is public of them and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from answerable.core.minutes.printing import Paper, PaperItem, Said, Style, lay_out
from answerable.core.minutes.record import Attendance, EntryKind, Meeting, MeetingKind, NextMeeting
from answerable.core.minutes.sheet import Sheet
from answerable.core.publication.shapes import MeetingContent, PublishedEntry, PublishedGiven

STYLE = Style(layout="inline")
DUE_GLUE = "; "


def sheet_of(content: MeetingContent) -> Sheet:
    """The minutes on paper. The same content gives the same sheet."""
    paper = Paper(
        head=_head(content),
        attendance=[_attendance(one) for one in content["attendance"]],
        items=[
            PaperItem(one["title"], one["number"], one["number"], one["level"], one["kind"])
            for one in content["items"]
        ],
        said=list(_said(content)),
        next_meeting=_next(content),
    )
    return replace(lay_out(paper, STYLE), subject=content["forum"], footer=content["title"])


def _head(content: MeetingContent) -> Meeting:
    return {
        "title": content["title"] or content["forum"],
        "forum": content["forum"],
        "kind": cast(MeetingKind | None, content["kind"]),
        "date": content["date"],
        "start_time": content["start_time"] or None,
        "end_time": content["end_time"] or None,
        "chair": content["chair"],
        "minutes_by": None,
        "venue": content["venue"] or None,
        "source": [],
    }


def _attendance(one: object) -> Attendance:
    names = ("name", "capacity", "abbreviation", "status")
    held = cast(dict[str, object], one)
    found = {**{name: held[name] for name in names}, "from_item": None, "to_item": None, "source": []}
    return cast(Attendance, found)


def _said(content: MeetingContent) -> Iterator[Said]:
    """Each entry; of lines beside each other that are left out alike one is printed."""
    actions = {one["entry"]: one for one in content["actions"]}
    before: PublishedEntry | None = None
    for at, entry in enumerate(content["entries"]):
        if not (before and _left_out_alike(before, entry)):
            yield _one(at, entry, actions.get(at))
        before = entry


def _left_out_alike(one: PublishedEntry, other: PublishedEntry) -> bool:
    return other["left_out"] is not None and (one["item"], one["text"]) == (other["item"], other["text"])


def _one(at: int, entry: PublishedEntry, action: PublishedGiven | None) -> Said:
    """A line; an action with its words of time, where its own words do not have them."""
    dues = [one["text"] for one in action["dues"] if one["text"] not in entry["text"]] if action else []
    behind = f" ({DUE_GLUE.join(dues)})" if dues else ""
    return Said(
        entry["item"], entry["text"] + behind, cast(EntryKind, entry["kind"]), tuple(entry["speakers"]),
        owners=tuple(action["owners"]) if action else None, group=at,
    )  # fmt: skip


def _next(content: MeetingContent) -> NextMeeting | None:
    held = content["next_meeting"]
    if not held or not held.get("date"):
        return None
    return {
        "date": held["date"], "start_time": held.get("start_time"), "venue": held.get("venue"),
        "type": held.get("type"), "source": [],
    }  # fmt: skip
