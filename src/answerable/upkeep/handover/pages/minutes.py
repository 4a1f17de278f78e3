"""The minutes of each meeting as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from answerable.actions.models import Action
from answerable.meetings.models import Item, Meeting
from answerable.upkeep.handover.pages.laying import PAGES, Pages, file_of
from answerable.upkeep.handover.rows import original_name

NOW_AND_THEN = 50  # meetings between two words of how far it is


def write_minutes(pages: Pages, left: dict[str, str]) -> list[Meeting]:
    """A page of each meeting that has minutes; all meetings, the oldest first. ``left``: originals that are
    not handed over, with the reason."""
    every = []
    for number, meeting in enumerate(_meetings(pages)):
        if number % NOW_AND_THEN == 0:
            pages.tell(f"minutes, {meeting.date.year}")
        every.append(meeting)
        if has_minutes(meeting):
            _write(pages, meeting, left)
    return every


def has_minutes(meeting: Meeting) -> bool:
    """Were its minutes read or taken?"""
    return bool(meeting.record_sha256 or meeting.minutes_state)


def _meetings(pages: Pages) -> Iterator[Meeting]:
    rows = Meeting.objects.filter(office=pages.office).select_related("forum", "document")
    yield from rows.defer("source", "document__text").order_by("date", "pk").iterator(NOW_AND_THEN)


def _write(pages: Pages, meeting: Meeting, left: dict[str, str]) -> None:
    items = list(meeting.items.order_by("position"))
    entries = list(meeting.entries.order_by("position").defer("source"))
    parts = _parts(items, entries)
    given = Action.objects.filter(meeting=meeting).exclude(entry=None).defer("source", "owners_source")
    document, file = meeting.document, f"{PAGES}/{file_of(meeting)}"
    name = str(document.content.name) if document else ""
    pages.lay(
        file, "minutes.html", meeting=meeting, parts=parts,
        original=original_name(name, document.media_type) if document and name not in left else None,
        why_not=left.get(name, ""), attendance=meeting.attendance.order_by("position").defer("source"),
        actions={one.entry_id: one for one in given},
    )  # fmt: skip
    for item, some in parts:
        place = f"{file}#item-{item.position + 1}" if item else file
        said = f"{item.number or ''} {item.title}".strip() if item else "before the first item"
        title = f"{said}, {meeting.forum.name}, {meeting.date:%-d %B %Y}"
        pages.index.add(place, title, [title, *(one.text for one in some), *(_speakers(some))])


def _speakers(entries: list[Any]) -> Iterator[str]:
    for one in entries:
        yield from one.speakers


def _parts(items: list[Item], entries: list[Any]) -> list[tuple[Item | None, list[Any]]]:
    """Each item with its entries, in the order of the minutes; first what stands before any item."""
    under: dict[int | None, list[Any]] = {}
    for one in entries:
        under.setdefault(one.item_id, []).append(one)
    before: list[tuple[Item | None, list[Any]]] = [(None, under[None])] if None in under else []
    return [*before, *((item, under.get(item.pk, [])) for item in items)]
