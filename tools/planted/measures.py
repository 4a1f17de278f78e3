"""What is measured in Wyvern Valley: measures, their figures, and what people set and decided about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from answerable.accounts.models import User
from answerable.core.measures.facts import Observed
from answerable.core.permissions.roles import Role
from answerable.measures.models import Load, Measure, MeasureEvent, Observation, Series
from answerable.measures.operations.defining import add_definition
from answerable.measures.operations.happening import add_event, add_gap
from answerable.measures.operations.keeping import add_measure
from answerable.measures.operations.lines import add_line
from answerable.measures.operations.phases import decide_phase
from answerable.measures.operations.series import add_series
from answerable.offices.models import Area, Force, Office
from answerable.offices.operations import set_areas
from answerable.plans.models import PlanItem
from planted import loaded
from planted.figures import EVERY
from planted.figures.drawing import drawn, place_of
from planted.figures.given import FORCE, SHARES, Beside, Drawn, Given
from planted.finding import topic_like, when

People = Mapping[Role, User]

NAMED, MADE, LOADED = when("2026-10-19"), when("2026-11-03"), when("2026-11-16")
PLAN = "Safer Valley Plan"
RETURN = "performance-return-november-2026.xlsx"


def plant(office: Office, people: People) -> None:
    """Nothing where there are measures already."""
    if Measure.objects.filter(office=office).exists():
        return
    officer = people[Role.POLICY_OFFICER]
    if not Area.objects.filter(force__office=office).exists():
        set_areas(
            office=office, force=FORCE, areas=list(SHARES), by=people[Role.ADMINISTRATOR], at=NAMED
        )  # fmt: skip
    load = Load.objects.create(
        office=office, name=RETURN, digest="", state=Load.State.LOADED, at=LOADED, by=officer
    )
    for given in EVERY:
        measure = _measure(office, given, officer)
        _figures(measure, given, load, officer)
        _said(measure, given, officer)
    loaded.load(office, officer)


def _measure(office: Office, given: Given, by: User) -> Measure:
    values: dict[str, Any] = {
        name: getattr(given, name)
        for name in ("name", "kind", "unit", "per", "decimals", "better", "frequency", "tier", "source")
    }
    parts = PlanItem.objects.filter(plan__office=office, plan__name__startswith=PLAN)
    values |= {
        "aliases": "\n".join(given.aliases),
        "objective": parts.filter(number=given.objective).first() if given.objective else None,
        "topic": topic_like(office, given.topic) if given.topic else None,
    }
    first, *later = given.definitions
    made = add_measure(
        office=office, values=values, definition=first[1], start=_day(first[0]), by=by, at=MADE
    )  # fmt: skip
    for start, text, reason in later:
        told = {"start": _day(start), "text": text, "reason": reason}
        add_definition(measure=made, values=told, by=by, at=MADE)
    return made


def _figures(measure: Measure, given: Given, load: Load, by: User) -> None:
    found = drawn(given)
    force = Force.objects.filter(office=measure.office, name=FORCE).first()
    for name, rows in found.items():
        beside = next((one for one in given.beside if place_of(one) == name), None)
        kept = rows[: -loaded.WEEKS] if given.name == loaded.OF else rows
        _fill(_series(measure, name, beside, force, by), kept, load)


def _series(measure: Measure, name: str, beside: Beside | None, force: Force | None, by: User) -> Series:
    """The force's own is made with the measure."""
    if beside is None and name == FORCE:
        return Series.objects.get(measure=measure, who="force", source="")
    values: dict[str, Any] = {"who": "area", "force": force, "name": name}
    if beside is None:
        values["area"] = Area.objects.get(force=force, name=name)
    else:
        values = {"who": beside.who, "name": beside.name, "source": beside.source, "lag": beside.lag}
        values["force"] = force if beside.who == "force" else None
    return add_series(measure=measure, values=values, by=by, at=MADE)


def _fill(series: Series, rows: Sequence[Observed], load: Load) -> None:
    Observation.objects.bulk_create(
        Observation(
            series=series, start=one.start, last=one.last, value=one.value, numerator=one.numerator,
            denominator=one.denominator, sample=one.sample, provisional=one.provisional,
            reported=one.reported, expected=one.expected, note=one.note, load=load,
        )
        for one in rows
    )  # fmt: skip


def _said(measure: Measure, given: Given, by: User) -> None:
    """What was set, what happened, where there are no figures, and where a new phase was decided."""
    for one in given.lines:
        told = {"kind": one.kind, "value": one.value, "start": _day(one.start), "words": one.text}
        told |= {"last": _day(one.last), "area": _area(measure, one)}
        add_line(measure=measure, values=told, by=by, at=MADE)
    events: dict[str, MeasureEvent] = {}
    for one in given.events:
        told = {"on": _day(one.start), "kind": one.kind, "text": one.text, "area": _area(measure, one)}
        events[one.start] = add_event(measure=measure, values=told, by=by, at=MADE)
    for one in given.gaps:
        told = {"start": _day(one.start), "last": _day(one.last), "reason": one.text}
        add_gap(measure=measure, values=told, by=by, at=MADE)
    ours = Series.objects.filter(measure=measure, who__in=["force", "area"], source="").order_by("-who")
    for one in given.phases:
        decide_phase(
            series=ours[0], start=dt.date.fromisoformat(one.start), cause=one.text, evidence=one.evidence,
            agreed_by=one.agreed, event=events.get(one.start), areas=True, by=by, at=LOADED,
        )  # fmt: skip


def _area(measure: Measure, one: Drawn) -> Area | None:
    return Area.objects.get(force__office=measure.office, name=one.area) if one.area else None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
