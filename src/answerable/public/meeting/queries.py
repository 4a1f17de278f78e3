"""What the page of a meeting shows besides its own snapshot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from answerable.components.standing import Standing
from answerable.public.actions.rows import action_row
from answerable.published.models import Line, Snapshot


class Given(NamedTuple):
    """An action as the register has it."""

    line: Line
    standing: Standing


def actions_at(paths: Collection[str], today: dt.date) -> dict[str, Given]:
    """The actions at these addresses with where they stand, as far as the register is public."""
    rows = Line.objects.filter(path__in=paths, kind="action", gone=False)
    return {one.path: Given(one, action_row(one.data).at(today)) for one in rows}


def neighbours(line: Line) -> tuple[Line | None, Line | None]:
    """The meetings of the same forum before and after this one."""
    rows = Line.objects.filter(office=line.office, kind="meeting", forum=line.forum, gone=False)
    before = rows.filter(date__lt=line.date).order_by("-date", "-path").first()
    after = rows.filter(date__gt=line.date).order_by("date", "path").first()
    return before, after


def original_at(path: str) -> str | None:
    """The address of what minutes were read from, where that is public. One query."""
    where = [f"{path}/files/original{suffix}" for suffix in (".pdf", ".docx")]
    rows = Snapshot.objects.filter(path__in=where, state="current")
    return rows.values_list("path", flat=True).first()


def meetings(office: str, forum: str = "") -> list[Line]:
    """The meetings whose minutes, or whose agenda, are public: the newest first."""
    rows = Line.objects.filter(office=office, kind__in=["meeting", "agenda"], gone=False)
    if forum:
        rows = rows.filter(forum=forum)
    return list(rows.order_by("-date", "path"))
