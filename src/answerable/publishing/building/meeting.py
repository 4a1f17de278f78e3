"""The minutes of one meeting, as the public reads them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.core.publication.addresses import item_path, line_path
from answerable.core.publication.keeping_addresses import Thing
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.places import line_of
from answerable.core.publication.redaction import Category, marker
from answerable.core.publication.shapes import MeetingContent, PublishedDue, PublishedEntry, PublishedItem
from answerable.meetings.models import Entry, Item, Meeting
from answerable.minuting.models import Assurance
from answerable.publishing.addresses import given_to_meeting, kept
from answerable.publishing.building.files import minutes_files, told_files
from answerable.publishing.building.naming import name_places, names_of
from answerable.publishing.building.office import forum_path
from answerable.publishing.building.people import attendance_of, name_of
from answerable.publishing.building.redacting import Redacting, redacting
from answerable.publishing.models import Publication

COUNTED = (ActionUpdate.Link.LINKED, ActionUpdate.Link.ACCEPTED)


def minutes_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """The meeting, and its minutes as files that are made of that part alone."""
    assert publication.meeting
    content = meeting_content(publication.meeting, at)
    name_places(content, names_of(publication.office, redacting(publication.meeting).text))
    files = minutes_files(publication.meeting, content, at)
    content["files"] = told_files(files)
    return [made(content["path"], Kind.MEETING, content), *(one.part for one in files)]


def meeting_content(meeting: Meeting, at: dt.datetime) -> MeetingContent:
    hide = redacting(meeting)
    path = given_to_meeting(meeting, at)
    items = list(meeting.items.order_by("position"))
    entries = list(meeting.entries.order_by("position").select_related("item"))
    places = {one.pk: place for place, one in enumerate(items)}
    lines = {one.pk: place for place, one in enumerate(entries)}
    told_items = _items(meeting, path, items, hide, at)
    paths = _line_paths(meeting, path, "entry", [(one.pk, one.text) for one in entries], at)
    told = [_entry(where, one, places, told_items, hide) for where, one in zip(paths, entries, strict=True)]
    return {
        "path": path,
        "forum": meeting.forum.name,
        "forum_path": forum_path(meeting.forum),
        "date": meeting.date.isoformat(),
        "title": hide.text(meeting.title),
        "kind": meeting.kind,
        "state": meeting.state,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "venue": hide.text(meeting.venue) or None,
        "chair": hide.text(name_of(meeting, meeting.chair or "")) or None,
        "approved_on": None,
        "how_read": "written here" if meeting.minutes_state else "read from a file",
        "attendance": attendance_of(meeting, hide),
        "items": told_items,
        "entries": told,
        "exchanges": _exchanges(meeting, places, lines, entries, hide),
        "actions": _actions(meeting, places, lines, hide),
        "promises": _promises(meeting, path, places, lines, hide, at),
        "updates": _updates(meeting, path, entries, hide),
        "figures": _figures(meeting, places, hide),
        "files": [],
        "next_meeting": None,
        "left_out": _left_out(told_items, told),
    }


def _items(
    meeting: Meeting, path: str, items: list[Item], hide: Redacting, at: dt.datetime
) -> list[PublishedItem]:
    things = [(one.pk, Thing(one.number or "", one.title)) for one in items]
    paths = kept(
        meeting.office, f"{path}/item/", "item", things,
        lambda place, taken: item_path(path, items[place].number, place, taken), at,
    )  # fmt: skip
    judged = {one.item_id: one for one in Assurance.objects.filter(meeting=meeting, replaced_at=None)}
    found: list[PublishedItem] = []
    for one, where in zip(items, paths, strict=True):
        closed = hide.items.get(one.pk)
        judgement = judged.get(one.pk)
        title = marker(Category(closed)) if closed else hide.text(one.title)
        found.append(
            {
                "path": where,
                "number": one.number,
                "title": title,
                "level": one.level,
                "kind": one.kind if title == one.title else "other",
                "assurance": _assurance(judgement, hide) if judgement and not closed else None,
                "left_out": closed,
            }
        )
    return found


def _assurance(row: Assurance, hide: Redacting) -> Any:
    if row.restricted or row.judgement == Assurance.Judgement.NONE:
        return None
    on = row.tested_on.isoformat() if row.tested_on else None
    return {"judgement": row.judgement, "basis": row.basis, "how": hide.text(row.test), "on": on}


def _line_paths(
    meeting: Meeting, path: str, kind: str, lines: list[tuple[int, str]], at: dt.datetime
) -> list[str]:
    """An address on the meeting's page for each line (its row and words), the one that it had before."""
    things = [(key, Thing("", words)) for key, words in lines]
    return kept(
        meeting.office, f"{path}#{kind}-", kind, things,
        lambda place, taken: line_path(path, kind, place, taken), at,
    )  # fmt: skip


def _entry(
    path: str, one: Entry, places: dict[int, int], items: list[PublishedItem], hide: Redacting
) -> PublishedEntry:
    item = places.get(one.item_id or 0)
    closed = (items[item]["left_out"] if item is not None else None) or hide.closed.get(one.pk)
    return {
        "path": path,
        "item": item,
        "heading": None if closed else hide.beside(one.heading, one.pk) or None,
        "paragraph": one.paragraph,
        "kind": "note" if closed else one.kind,
        "text": marker(Category(closed)) if closed else hide.text(one.text, one.pk),
        "speakers": [] if closed else [hide.beside(name, one.pk) for name in one.speakers],
        "page": None if closed or hide.any else (one.source[0].get("page") if one.source else None),
        "left_out": closed,
        "areas": [],
        "bodies": [],
    }


def _exchanges(
    meeting: Meeting, places: dict[int, int], lines: dict[int, int], entries: list[Entry], hide: Redacting
) -> Any:
    by_position = {one.position: one for one in entries}
    found = []
    for one in meeting.exchanges.filter(restricted=False).order_by("position"):
        made_of = [by_position[at].pk for at in one.entries if at in by_position]
        if any(hide.under(one.item_id, key) for key in made_of or [0]):
            continue
        response = hide.made_of(one.response, made_of)
        found.append(
            {
                "item": places.get(one.item_id or 0),
                "asked_by": [hide.made_of(name, made_of) for name in one.asked_by],
                "question": hide.made_of(one.question, made_of),
                "answered_by": [hide.made_of(name, made_of) for name in one.answered_by],
                "response": response,
                "stance": one.stance if response == one.response else None,  # it was told from the words
                "entries": [lines[key] for key in made_of],
            }
        )
    return found


def _actions(meeting: Meeting, places: dict[int, int], lines: dict[int, int], hide: Redacting) -> Any:
    rows = Action.objects.filter(meeting=meeting, restricted=False, draft=False).order_by("position")
    return [
        {
            "path": f"{meeting.office.slug}/actions/{one.number}" if one.number else None,
            "number": one.number,
            "item": places.get(one.item_id or 0),
            "entry": lines.get(one.entry_id or 0),
            "text": hide.text(one.text, one.entry_id),
            "owners": owners_of(one, hide),
            "dues": dues_of(one, hide),
        }
        for one in rows.prefetch_related("owners", "dues")
        if not hide.under(one.item_id, one.entry_id)
    ]


def owners_of(action: Action, hide: Redacting) -> list[str]:
    """Its owners as printed; one that stands only in words that are left out goes with them."""
    return [hide.part(one.printed, action.text, action.entry_id) for one in action.owners.all()]


def dues_of(action: Action, hide: Redacting) -> list[PublishedDue]:
    """Its dues as printed; of one that stands in words that are left out neither words nor date."""
    return [
        _due(one.text, one.date.isoformat() if one.date else None, one.precision, action, hide)
        for one in action.dues.all()
    ]


def _due(
    text: str, date: str | None, precision: str, of: Action | Commitment, hide: Redacting
) -> PublishedDue:
    told = hide.part(text, of.text, of.entry_id)
    if told != text:
        return {"text": told, "date": None, "precision": "event"}
    return {"text": text, "date": date, "precision": precision}


def _promises(
    meeting: Meeting,
    path: str,
    places: dict[int, int],
    lines: dict[int, int],
    hide: Redacting,
    at: dt.datetime,
) -> Any:
    rows = Commitment.objects.filter(meeting=meeting).order_by("position")
    told = rows.filter(restricted=False).exclude(standing=Commitment.Standing.DISMISSED)
    paths = _line_paths(meeting, path, "promise", [(one.pk, one.text) for one in rows], at)
    where = dict(zip([one.pk for one in rows], paths, strict=True))
    return [
        {
            "path": where[one.pk],
            "item": places.get(one.item_id or 0),
            "entry": lines.get(one.entry_id or 0),
            "by": [hide.part(name, one.text, one.entry_id) for name in one.by],
            "text": hide.text(one.text, one.entry_id),
            "dues": [_due(due["text"], due["date"], due["precision"], one, hide) for due in one.dues],
            "standing": one.standing,
            "became": _became(one),
        }
        for one in told.select_related("action", "office")
        if not hide.under(one.item_id, one.entry_id)
    ]


def _became(promise: Commitment) -> str | None:
    """The address of the action that was made of it."""
    action = promise.action
    if action is None or action.restricted or action.draft or not action.number:
        return None
    return f"{promise.office.slug}/actions/{action.number}"


def _updates(meeting: Meeting, path: str, entries: list[Entry], hide: Redacting) -> Any:
    """What was said of earlier actions. What is left out of the minutes that gave one is left out here."""
    rows = ActionUpdate.objects.filter(meeting=meeting, restricted=False).order_by("position")
    sources = [entry.source for entry in entries]
    before: dict[int, Redacting] = {}
    found = []
    for one in rows.select_related("action__meeting"):
        place = line_of(one.source, sources)
        line = entries[place].pk if place is not None else None
        then, given_in = _given_in(one, before)
        gone = hide.under(None, line) or hide.in_closed(one.text) or hide.in_closed(one.action_text)
        if gone or (one.action and then.under(one.action.item_id, given_in)):
            continue
        found.append(
            {
                "path": f"{path}#update-{one.position + 1}",
                "about": _about(meeting, one),
                "entry": place,
                "action_text": hide.anywhere(then.text(one.action_text, given_in)),
                "text": hide.anywhere(then.beside(one.text, given_in)),
                "status": one.status,
            }
        )
    return found


def _given_in(one: ActionUpdate, before: dict[int, Redacting]) -> tuple[Redacting, int | None]:
    """What is left out of the minutes that gave the action of an update, and the line that gave it."""
    if one.action is None:
        return Redacting(), None
    if one.action.restricted:
        return Redacting(closed={0: "exemption"}), 0
    key = one.action.meeting_id
    if key not in before:
        before[key] = redacting(one.action.meeting)
    return before[key], one.action.entry_id


def _about(meeting: Meeting, one: ActionUpdate) -> str | None:
    """The address that its action has or will have, where it counts in that action's life."""
    if one.link not in COUNTED or one.action is None or one.action.restricted or not one.action.number:
        return None
    return f"{meeting.office.slug}/actions/{one.action.number}"


def _figures(meeting: Meeting, places: dict[int, int], hide: Redacting) -> Any:
    """Figures whose words none of what is left out cuts: a number alone could still tell it."""
    names = ("area", "value", "to", "approximate", "unit", "kind")
    return [
        {
            "item": places.get(one.item_id or 0),
            "measure": one.measure,
            "text": one.text,
            **{name: getattr(one, name) for name in names},
        }
        for one in meeting.figures.filter(restricted=False).order_by("position")
        if not hide.under(one.item_id)
        and not any(hide.touches(said or "", one.item_id) for said in (one.text, one.measure, one.area))
    ]


def _left_out(items: list[PublishedItem], entries: list[PublishedEntry]) -> list[dict[str, Any]]:
    """How often, by category: whole items, and lines or words outside of them."""
    found = Counter(one["left_out"] for one in items if one["left_out"])
    for entry in entries:
        item = entry["item"]
        if item is None or not items[item]["left_out"]:
            for category in Category:
                found[str(category)] += entry["text"].count(marker(category))
    return [{"category": category, "times": times} for category, times in sorted(found.items()) if times]
