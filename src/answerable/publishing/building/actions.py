"""Actions with their lives, told from public minutes as they stand on the day of the decision.

An action is there where minutes that are public gave it in public words. What has not changed since it was
frozen last is the same part again, with the day from which it was so.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from answerable.actions.models import Action, ActionOwner
from answerable.actions.operations.living import life_columns
from answerable.actions.telling import Announced, announced_by
from answerable.core.batches import batches
from answerable.core.publication.lives import Told, moments
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.promised import Sitting, so_far
from answerable.core.publication.redaction import stands_in
from answerable.core.publication.shapes import ActionContent, RegisterContent
from answerable.offices.models import Office
from answerable.published.models import Line, Snapshot
from answerable.published.queries import part_of
from answerable.publishing.building.lives import Public, Row, lives, public_numbers, public_of
from answerable.publishing.building.minutes import Minutes, minutes_of
from answerable.publishing.building.naming import Names, names_of, partners
from answerable.publishing.models import Address, Publication, Redaction

BATCH = 500
"""Actions told at a time: few enough for one IN list on any database."""


def register_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """The register, and a part for each action that public minutes gave. Ten queries, and nine a batch."""
    office, today = publication.office, timezone.localdate(at)
    minutes = minutes_of(office)
    rows = list(_rows(office, minutes))
    _give_addresses(office, rows, at)
    around = Around(
        public_of(office, minutes), names_of(office), announced_by(office), public_numbers(rows),
        _secrets(office), _public_people(office),
        dict(partners(office).values_list("pk", "name")), today,
    )  # fmt: skip
    parts = [part for batch in batches(rows, BATCH) for part in _parts(batch, around)]
    return [_register(office, around.public, len(parts), today), *parts]


@dataclass(frozen=True, slots=True)
class Around:
    """What every action of an office is told with. ``secrets``: words left out, by their meeting."""

    public: Public
    names: Names
    rule: Announced
    numbers: Mapping[int, str]
    secrets: Mapping[int, Sequence[str]]
    people: Mapping[int, str]
    partners: Mapping[int, str]
    today: dt.date


def _rows(office: Office, minutes: Mapping[int, Minutes]) -> Iterator[Row]:
    """The actions that public minutes gave, the oldest first."""
    held = Action.objects.filter(office=office, restricted=False, draft=False).exclude(number=None)
    for key, number, meeting in held.order_by("given", "pk").values_list("pk", "number", "meeting_id"):
        path = f"{office.slug}/actions/{number}"
        gave = minutes[meeting].gave.get(path) if meeting in minutes else None
        if gave is not None and number is not None:
            yield Row(key, number, path, meeting, gave)


def _give_addresses(office: Office, rows: Iterable[Row], at: dt.datetime) -> None:
    held = set(Address.objects.filter(office=office, kind="action").values_list("path", flat=True))
    Address.objects.bulk_create(
        [
            Address(office=office, path=row.path, kind="action", about=row.key, given_at=at)
            for row in rows
            if row.path not in held
        ],
        ignore_conflicts=True,
    )


def _parts(rows: Sequence[Row], around: Around) -> Iterator[Part]:
    told = lives(rows, around.public, around.rule, around.numbers)
    owners: dict[int, list[ActionOwner]] = defaultdict(list)
    for one in ActionOwner.objects.filter(action__in=told).select_related("post"):
        owners[one.action_id].append(one)
    stands = Snapshot.objects.filter(path__in=[row.path for row in rows], state="current")
    before = {one.path: part_of(one) for one in stands}
    for row in rows:
        content = _content(row, told[row.key], owners[row.key], around)
        yield _same_or_new(content, before.get(row.path))


def _same_or_new(content: ActionContent, before: Part | None) -> Part:
    """What stands there already, where nothing but the day is new."""
    if before is not None:
        same = made(before.path, Kind.ACTION, {**content, "as_of": before.read()["as_of"]})
        if same.sha256 == before.sha256:
            return before
    return made(content["path"], Kind.ACTION, content)


def _content(row: Row, told: Sequence[Told], owners: Sequence[ActionOwner], around: Around) -> ActionContent:
    said = [one for one, _ in told]
    columns = life_columns(said, around.public.calendar)
    minutes, gave = around.public.minutes[row.meeting], row.gave
    shown = [one for one in owners if one.printed in gave.owners]
    partners = (around.partners.get(one.body_id or 0) for one in shown)
    owing = _shown([one for one in partners if one is not None], row, around)
    named = _shown(around.names.bodies(gave.text, *gave.owners), row, around)
    return {
        "path": row.path,
        "number": row.number,
        "text": gave.text,
        "owners": gave.owners,
        "posts": [one.post.title for one in shown if one.post],
        "people": [path for one in shown if (path := around.people.get(one.person_id or 0)) is not None],
        "owed_by": owing,
        "bodies": sorted({*owing, *named}),
        "areas": around.names.areas(gave.text, *gave.owners),
        "given": minutes.on.isoformat(),
        "forum": minutes.forum,
        "forum_path": minutes.forum_path,
        "meeting": minutes.path,
        "item": gave.item,
        "dues": gave.dues,
        "first_due": _day(columns["first_due"]),
        "due": _day(columns["due"]),
        "state": columns["state"],
        "ended": _day(columns["ended"]),
        "done_on": _day(columns["done_on"]),
        "kept": columns["kept"],
        "slipped": columns["slipped"],
        "waits_for": columns["waits_for"],
        "overdue_from": _day(columns["overdue_from"]),
        "lapses_from": _day(columns["lapses_from"]),
        "silent_from": _day(columns["silent_from"]),
        "life": moments(told, around.public.sittings(said), around.public.successors, around.today),
        "as_of": around.today.isoformat(),
    }


def _shown(names: Iterable[str], row: Row, around: Around) -> list[str]:
    """Names of bodies but those that are left out of the minutes that gave it."""
    secrets = around.secrets.get(row.meeting, ())
    return sorted(name for name in set(names) if not any(stands_in(words, name) for words in secrets))


def _secrets(office: Office) -> dict[int, list[str]]:
    """The words that are left out of each meeting."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Redaction.objects.filter(office=office, lifted_at=None).exclude(words="")
    for meeting, words in rows.values_list("meeting_id", "words"):
        found[meeting].append(words)
    return found


def _public_people(office: Office) -> dict[int, str]:
    """The addresses of the people who have a public page, by their keys."""
    pages = set(
        Line.objects.filter(office=office.slug, kind="person", gone=False).values_list("path", flat=True)
    )
    given = Address.objects.filter(office=office, kind="person").values_list("about", "path")
    return {key: path for key, path in given if key is not None and path in pages}


def _register(office: Office, public: Public, actions: int, today: dt.date) -> Part:
    held = {key: one for key, one in public.minutes.items() if not one.cancelled}
    days = sorted(one.on for one in held.values())
    sittings = [Sitting(one.on, public.forums[key], one.said, one.promises) for key, one in held.items()]
    promised = so_far(sittings, public.successors, today)
    content: RegisterContent = {
        "path": f"{office.slug}/actions",
        "as_of": today.isoformat(),
        "actions": actions,
        "meetings": len(days),
        "first": _day(days[0]) if days else None,
        "last": _day(days[-1]) if days else None,
        "promises_passed": sorted(promised.passed),
        "promises_lapsed": sorted(promised.lapsed),
    }
    return made(content["path"], Kind.REGISTER, content)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
