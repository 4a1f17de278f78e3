"""Writes of measures: what they refuse, what they leave behind, and that each leaves one event."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.audit.models import Event
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.measures import operations
from answerable.measures.models import Definition, Line, Measure, Observation, PhaseChange, Series
from answerable.offices.models import Area
from answerable.offices.operations import set_areas
from answerable.offices.queries import areas_of
from tests import factories, measuring

pytestmark = pytest.mark.django_db
GOOD: dict[str, Any] = {
    "name": "101 answering", "kind": "proportion", "better": "higher", "frequency": "month", "unit": "%",
}  # fmt: skip


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def by() -> dict[str, Any]:
    return {"by": factories.user(), "at": factories.NOW}


def target(of: Measure, value: float = 85, start: str | None = None, **fields: Any) -> Line:
    values = {
        "kind": "target", "value": value, "start": day(start) if start else None, "area": None, **fields,
    }  # fmt: skip
    return operations.add_line(measure=of, values=values, **by())


def test_a_measure_comes_with_its_definition_and_the_force_s_series() -> None:
    force = measuring.force()
    made = operations.add_measure(
        office=factories.office(),
        values=GOOD,
        definition=" Within 30 seconds ",
        start=day("2018-01-01"),
        **by(),
    )
    assert Definition.objects.get().text == "Within 30 seconds"
    assert (Series.objects.get().force, Series.objects.get().who) == (force, "force")
    assert Event.objects.latest("pk").summary == "Made the measure 101 answering."
    assert made.tier == ""


def test_no_series_is_made_where_it_is_not_known_of_which_force() -> None:
    measuring.force()
    measuring.Force.objects.create(office=factories.office(), name="Another")
    operations.add_measure(office=factories.office(), values=GOOD, **by())
    assert not Series.objects.exists()
    assert not Definition.objects.exists()


def test_a_rate_says_for_how_many() -> None:
    with pytest.raises(Refusal, match="Write what the rate is for"):
        operations.add_measure(office=factories.office(), values={**GOOD, "kind": "rate"}, **by())


def test_a_name_is_given_once() -> None:
    measuring.measure("101 Answering")
    with pytest.raises(Refusal, match="There is a measure “101 answering” already"):
        operations.add_measure(office=factories.office(), values=GOOD, **by())


def test_a_measure_with_a_line_over_a_hundred_is_no_share() -> None:
    one = measuring.measure("Calls", kind="count")
    measuring.line(one, "limit", 300)
    with pytest.raises(Refusal, match="A line of it is set above 100"):
        operations.edit_measure(measure=one, values={"kind": "proportion"}, **by())


def test_what_is_gone_is_said() -> None:
    one = measuring.measure()
    gone = Measure.objects.get(pk=one.pk)
    one.delete()
    with pytest.raises(Gone, match="The measure is not there any more"):
        operations.edit_measure(measure=gone, values={"name": "x"}, **by())


def test_a_new_target_ends_the_one_in_force() -> None:
    one = measuring.measure()
    first = target(one)
    second = target(one, 80, "2019-04-01")
    first.refresh_from_db()
    assert first.last == day("2019-03-31")
    assert second.last is None
    assert Event.objects.latest("pk").details["ended"] == [first.pk]


def test_a_target_of_an_area_leaves_that_of_all() -> None:
    one = measuring.measure()
    first = target(one)
    target(one, 80, "2019-04-01", area=measuring.area())
    first.refresh_from_db()
    assert first.last is None


def test_two_limits_stand_beside_each_other() -> None:
    one = measuring.measure(kind="count")
    for value in (30, 40):
        values = {"kind": "limit", "value": value, "start": day("2018-01-01"), "area": None}
        operations.add_line(measure=one, values=values, **by())
    assert Line.objects.filter(last=None).count() == 2


@pytest.mark.parametrize(
    ("start", "last", "refused"),
    [
        ("2018-06-01", None, True),
        ("2017-01-01", "2018-01-01", True),
        ("2017-01-01", "2017-12-31", False),
        ("2019-01-01", None, False),
        ("2018-12-31", "2019-06-01", True),
        (None, "2017-12-31", False),
        (None, None, True),
    ],
)
def test_two_targets_are_not_in_force_at_once(start: str | None, last: str | None, *, refused: bool) -> None:
    one = measuring.measure()
    measuring.line(one, value=85, start=day("2018-01-01"), last=day("2018-12-31"))
    values = {"start": start, "last": day(last) if last else None}
    if refused:
        with pytest.raises(Refusal, match="A target of 85% is in force in a part of that time"):
            target(one, 80, **values)
    else:
        target(one, 80, **values)
    assert Line.objects.count() == (1 if refused else 2)


@pytest.mark.parametrize("value", [-1, 100.5, 850])
def test_a_share_s_target_is_a_share(value: float) -> None:
    with pytest.raises(Refusal, match="Write the target as per cent, from 0 to 100"):
        target(measuring.measure(), value)


def test_a_line_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match="It ends before it begins"):
        target(measuring.measure(), 80, "2018-02-01", last=day("2018-01-01"))


def test_a_definition_wants_its_reason_and_a_day_of_its_own() -> None:
    one = measuring.measure()
    first = {"start": day("2017-01-01"), "text": "Within 30 seconds", "reason": ""}
    operations.add_definition(measure=one, values=first, **by())
    with pytest.raises(Refusal, match="Write why it means something else"):
        operations.add_definition(measure=one, values={**first, "start": day("2018-01-01")}, **by())
    with pytest.raises(Refusal, match="There is a definition from that day on already"):
        operations.add_definition(measure=one, values={**first, "reason": "New."}, **by())


def test_an_event_that_a_step_rests_on_stays() -> None:
    one = measuring.measure()
    event = measuring.event(one, "2018-06-01")
    phase = measuring.phase(measuring.series(one), "2018-06-01", event=event)
    with pytest.raises(Refusal, match="A step change rests on it"):
        operations.remove_event(event=event, **by())
    operations.take_back_phase(phase=phase, why="It was the season.", **by())
    operations.remove_event(event=event, **by())
    assert PhaseChange.objects.get().event is None


def test_a_gap_goes_forwards() -> None:
    values = {"start": day("2020-06-01"), "last": day("2020-03-01"), "reason": "No survey.", "series": None}
    with pytest.raises(Refusal, match="It ends before it begins"):
        operations.add_gap(measure=measuring.measure(), values=values, **by())


def test_figures_of_the_same_place_come_from_different_sources() -> None:
    one = measuring.measure()
    values = {"who": "nation", "name": "England and Wales", "source": "national", "lag": ""}
    operations.add_series(measure=one, values=values, **by())
    with pytest.raises(Refusal, match="There are figures of England and Wales from that source already"):
        operations.add_series(measure=one, values=values, **by())
    operations.add_series(measure=one, values={**values, "source": "local"}, **by())
    assert Series.objects.count() == 2


def test_a_series_with_figures_stays() -> None:
    one = measuring.measure()
    empty, full = measuring.series(one, "Otterdale Police"), measuring.series(one)
    measuring.months(full, "2018-01", [1.0])
    operations.remove_series(series=empty, **by())
    with pytest.raises(Refusal, match="the record keeps them"):
        operations.remove_series(series=full, **by())


@pytest.fixture
def year() -> Series:
    one = measuring.series(measuring.measure())
    measuring.months(one, "2018-01", [80.0] * 12)
    return one


def step(of: Series, start: str, cause: str = "The new system began.", **more: Any) -> PhaseChange:
    return operations.decide_phase(series=of, start=day(start), cause=cause, **more, **by())


def test_a_person_decides_that_a_phase_begins(year: Series) -> None:
    made = step(year, "2018-06-01", evidence=" The log. ", agreed_by="The board")
    assert (made.cause, made.evidence, made.agreed_by) == ("The new system began.", "The log.", "The board")
    assert (
        Event.objects.latest("pk").summary == "Decided that a new phase begins of 101 calls answered in time."
    )


@pytest.mark.parametrize(
    ("start", "cause", "said"),
    [
        ("2018-06-01", "  ", "Write what changed the figures"),
        ("2019-06-01", "It began.", "that day is still to come"),
        ("2019-02-01", "It began.", "No period begins on or after that day yet"),
        ("2018-01-01", "It began.", "Nothing stands before that day"),
        ("2018-03-01", "It began.", "A phase begins on that day already"),
        ("2018-02-15", "It began.", "no period lies between the two days"),
        ("2018-02-02", "It began.", "no period lies between the two days"),
    ],
)
def test_a_phase_that_cannot_be_is_refused(year: Series, start: str, cause: str, said: str) -> None:
    measuring.phase(year, "2018-03-01")
    with pytest.raises(Refusal, match=said):
        step(year, start, cause)


def test_a_phase_needs_figures() -> None:
    with pytest.raises(Refusal, match="There are no figures of it yet"):
        step(measuring.series(measuring.measure()), "2018-03-01")


def test_what_was_taken_back_can_be_decided_again(year: Series) -> None:
    made = step(year, "2018-06-01")
    operations.take_back_phase(phase=made, why="It was the season.", **by())
    with pytest.raises(Refusal, match="taken back already"):
        operations.take_back_phase(phase=made, why="Again.", **by())
    step(year, "2018-06-01")
    assert PhaseChange.objects.filter(taken_back_at=None).count() == 1


def test_another_measure_s_event_is_no_cause(year: Series) -> None:
    other = measuring.event(measuring.measure("Another"), "2018-06-01")
    with pytest.raises(Refusal, match="not of this measure"):
        step(year, "2018-06-01", event=other)


def test_a_restricted_measure_is_not_named_in_the_trail(year: Series) -> None:
    Measure.objects.update(restricted=True)
    step(year, "2018-06-01")
    assert "101" not in Event.objects.latest("pk").summary


def test_each_write_leaves_one_event(year: Series) -> None:
    one, before = year.measure, Event.objects.count()
    line = target(one)
    operations.edit_line(line=line, values={"value": 80}, **by())
    operations.remove_line(line=line, **by())
    event = operations.add_event(
        measure=one,
        values={"on": day("2018-06-01"), "kind": "outside", "text": "Snow.", "area": None},
        **by(),
    )
    operations.edit_event(event=event, values={"text": "Much snow."}, **by())
    operations.remove_event(event=event, **by())
    gap = operations.add_gap(
        measure=one,
        values={"start": day("2017-01-01"), "last": day("2017-03-31"), "reason": "None.", "series": None},
        **by(),
    )
    operations.edit_gap(gap=gap, values={"reason": "No survey."}, **by())
    operations.remove_gap(gap=gap, **by())
    operations.edit_series(series=year, values={"source": "local"}, **by())
    operations.edit_measure(measure=one, values={"tier": "gold"}, **by())
    assert Event.objects.count() == before + 11


def test_an_area_that_has_figures_ends_and_comes_back_as_itself() -> None:
    office, north = factories.office(), measuring.area("North")
    measuring.area("South")
    measuring.months(measuring.series(measuring.measure(), north), "2018-01", [80.0] * 12)
    name = "Wyvern Valley Police"
    set_areas(office=office, force=name, areas=["East"], **by())
    assert areas_of(office) == ["East"]
    north.refresh_from_db()
    assert north.end is not None
    assert not Area.objects.filter(name="South").exists()
    assert Observation.objects.count() == 12
    set_areas(office=office, force=name, areas=["East", "North"], **by())
    north.refresh_from_db()
    assert north.end is None
    assert areas_of(office) == ["East", "North"]
