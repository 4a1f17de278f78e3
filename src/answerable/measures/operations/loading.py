"""Figures out of files: taken in, looked at, and loaded all at once or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone, version
from answerable.core.measures.facts import Better, Frequency, Kind, Who
from answerable.core.measures.loading.changes import Change, Key, changes, counts, key_of
from answerable.core.measures.loading.coverage import AREA
from answerable.core.measures.loading.given import Given
from answerable.core.measures.loading.shape import FORCE
from answerable.core.refusal import Refusal
from answerable.measures.models import Load, Measure, Observation, Revision, Series
from answerable.measures.models import Mapping as Mapped
from answerable.measures.queries.loading import KEPT, kept_in, series_of
from answerable.offices.models import Area, Office
from answerable.offices.operations import hold_office
from answerable.offices.queries import force_of
from answerable.plans.operations.files import NewFile, kept

TAKE, LOAD, DROP = "measures.take_figures_file", "measures.load_figures", "measures.drop_figures"
AT_A_TIME = 500  # rows of one statement
REVISED = ("value", "numerator", "denominator", "sample", "provisional", "note")
"""What is kept of a value that is revised."""
WHY_RESTRICTED = "A file of figures, as it was sent in"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a file comes to, without faults. ``making``: names of measures that are to be made, by the keys
    below nought that ``given`` has for them. ``source`` tells series of the same thing apart."""

    given: Sequence[Given]
    has: frozenset[str]
    source: str = ""
    making: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """How it was read; ``name`` is that of the mapping to keep, "" to keep none."""

    sheet: str = ""
    head: str = ""
    shape: Mapping[str, Any] | None = None
    name: str = ""


@transaction.atomic
def take_figures_file(*, office: Office, file: NewFile, by: User, at: dt.datetime) -> Load:
    """Keep a file of figures, so that it can be looked at before anything of it counts.

    One that waits to be confirmed already is that one.
    """
    hold_office(office.pk)
    waiting = Load.objects.filter(office=office, digest=file.sha256, state=Load.State.PENDING).first()
    if waiting is not None:
        return waiting
    load = Load.objects.create(
        office=office, name=file.name[-200:], digest=file.sha256, at=at, by=by,
        document=kept(office=office, file=file, by=by, at=at),
    )  # fmt: skip
    audit.record(
        by=by, at=at, operation=TAKE, office_id=office.pk, about=load,
        summary="Sent in a file of figures.", details={"sha256": file.sha256},
    )  # fmt: skip
    return load


@transaction.atomic
def load_figures(
    *, load: Load, figures: Figures, read: Read, seen: str | None = None, by: User, at: dt.datetime
) -> Load:
    """Keep every value of a file, with what each was before where it is revised.

    ``seen`` is the ``changes_version`` that the preview showed. Raises Gone, Refusal: of a file that was
    loaded or dropped already, of figures that changed since, of a file that changes nothing.
    """
    held = _hold(load)
    making = _make_measures(held.office, figures.making)
    given = [_with_measure(one, making) for one in figures.given]
    found = _against(given, figures)
    if seen and changes_version(found.changes, making) != seen:
        raise Refusal("Somebody changed these figures since you looked: look at what would change again.")
    counted = counts(found.changes)
    if counted["same"] == len(found.changes):
        raise Refusal("Nothing was changed: all of these values are kept already.")
    _store(held, found, at)
    held.mapping = _keep_mapping(held.office, read, by, at)
    _close(held, read, found.changes, counted, by, at)
    audit.record(
        by=by, at=at, operation=LOAD, office_id=held.office_id, about=held,
        summary=f"Loaded {held.name}: {in_words(counted)}.",
        details={**counted, "sha256": held.digest, "measures": sorted({one.measure for one in given})},
    )  # fmt: skip
    return held


@transaction.atomic
def drop_load(*, load: Load, by: User, at: dt.datetime) -> None:
    """Say that a file that waits is not to be loaded. Raises Gone, Refusal."""
    held = _hold(load)
    held.state = Load.State.DROPPED
    held.save(update_fields=["state"])
    audit.record(
        by=by, at=at, operation=DROP, office_id=held.office_id, about=held,
        summary=f"Dropped {held.name}: nothing of it was loaded.",
    )  # fmt: skip


def in_words(counted: Mapping[str, int]) -> str:
    """12 values new, 2 revised, 34 as they were"""
    said = [
        f"{counted[what]:,} {'values ' if not at else ''}{word}"
        for at, (what, word) in enumerate((("new", "new"), ("revised", "revised"), ("same", "as they were")))
    ]
    return ", ".join(said)


def changes_version(found: Sequence[Change], making: Mapping[int, Any]) -> str:
    """A digest of what would change, whatever keys measures that are made meanwhile get."""
    keys = {getattr(measure, "pk", None): key for key, measure in making.items()}
    return version([
        (keys.get(one.given.measure, one.given.measure), one.given.place, one.what, one.words, one.now.start)
        for one in found
    ])  # fmt: skip


def _hold(load: Load) -> Load:
    """The file as it is, nobody else writing. Raises Gone, Refusal."""
    hold_office(load.office_id)
    held = Load.objects.select_related("office").filter(pk=load.pk).first()
    if held is None:
        raise Gone("the file of figures")
    if held.state == Load.State.LOADED:
        raise Refusal(f"{held.name} was loaded already.")
    if held.state == Load.State.DROPPED:
        raise Refusal(f"{held.name} was dropped: send it again to load it.")
    return held


def _make_measures(office: Office, making: Mapping[int, str]) -> dict[int, Measure]:
    """Counts by month that published files tell of, made where the office does not keep them yet."""
    fixed = {"kind": Kind.COUNT, "frequency": Frequency.MONTH, "better": Better.NEITHER}
    return {
        key: Measure.objects.get_or_create(
            office=office, name=name, defaults={**fixed, "source": "data.police.uk"}
        )[0]
        for key, name in making.items()
    }


def _with_measure(one: Given, making: Mapping[int, Measure]) -> Given:
    return replace(one, measure=making[one.measure].pk) if one.measure in making else one


@dataclass(slots=True)
class _Against:
    changes: Sequence[Change]
    series: dict[tuple[int, str], Series]
    rows: dict[Key, int]
    source: str


def _against(given: Sequence[Given], figures: Figures) -> _Against:
    series = series_of({one.measure for one in given}, figures.source)
    kept_now, rows = kept_in(series)
    return _Against(changes(given, kept_now, set(figures.has)), series, rows, figures.source)


def _store(load: Load, found: _Against, at: dt.datetime) -> None:
    _make_series(load.office, found)
    new = [
        Observation(series=found.series[one.given.measure, one.given.place], load=load, **_values(one))
        for one in found.changes
        if one.what == "new"
    ]
    Observation.objects.bulk_create(new, batch_size=AT_A_TIME)
    revised = {found.rows[key_of(one.given)]: one for one in found.changes if one.what == "revised"}
    held = Observation.objects.in_bulk(list(revised))
    Revision.objects.bulk_create(
        [
            Revision(
                observation=row, load_id=row.load_id, at=at, **{name: getattr(row, name) for name in REVISED}
            )
            for row in held.values()
        ],
        batch_size=AT_A_TIME,
    )
    for key, row in held.items():
        row.load = load
        for name, value in _values(revised[key]).items():
            setattr(row, name, value)
    Observation.objects.bulk_update(held.values(), [*KEPT, "load"], batch_size=AT_A_TIME)


def _values(change: Change) -> dict[str, Any]:
    return {name: getattr(change.now, name) for name in KEPT}


def _make_series(office: Office, found: _Against) -> None:
    """A series for each place that has none yet."""
    force = force_of(office)
    areas = {
        f"{AREA}{one.pk}": one for one in Area.objects.filter(force__office=office).select_related("force")
    }
    for measure, place in dict.fromkeys((one.given.measure, one.given.place) for one in found.changes):
        if (measure, place) in found.series:
            continue
        made = Series(measure_id=measure, source=found.source)
        if place == FORCE:
            made.who, made.force, made.name = Who.FORCE, force, force.name if force else "The whole force"
        elif place in areas:
            made.who, made.area, made.force = Who.AREA, areas[place], areas[place].force
            made.name = areas[place].name
        else:
            who, _, made.name = place.partition(":")
            made.who = Who(who)
        made.save()
        found.series[measure, place] = made


def _keep_mapping(office: Office, read: Read, by: User, at: dt.datetime) -> Mapped | None:
    if not read.name or read.shape is None:
        return None
    values = {"shape": dict(read.shape), "head": read.head, "at": at, "by": by}
    return Mapped.objects.update_or_create(office=office, name=read.name[:200], defaults=values)[0]


def _close(
    load: Load, read: Read, found: Sequence[Change], counted: Mapping[str, int], by: User, at: dt.datetime
) -> None:
    load.state, load.sheet, load.shape = (
        Load.State.LOADED,
        read.sheet,
        dict(read.shape) if read.shape else None,
    )
    load.new, load.revised, load.same = (counted[what] for what in ("new", "revised", "same"))
    load.told = {
        "measures": len({one.given.measure for one in found}),
        "places": len({one.given.place for one in found}),
        "first": min(one.now.start for one in found).isoformat(),
        "last": max(one.now.last for one in found).isoformat(),
    }
    load.at, load.by = at, by
    load.save()
