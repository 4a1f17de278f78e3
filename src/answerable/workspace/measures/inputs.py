"""The inputs of each form about a measure, in their order: what stands over them and what can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from answerable.measures.models import Measure
from answerable.measures.models.decided import EVENTS, LINES
from answerable.measures.models.measure import BETTERS, FREQUENCIES, KINDS, SMALLEST, TIERS
from answerable.measures.models.series import WHOSE
from answerable.offices.models import Area
from answerable.workspace.choices import Choices
from answerable.workspace.funding.queries import objective_choices
from answerable.workspace.here import Here
from answerable.workspace.inspections.queries import topic_choices
from answerable.workspace.tied import topic_shown

MOST_CHOICES = 200  # options of a select


@dataclass(frozen=True, slots=True)
class Input:
    name: str
    label: str
    hint: str = ""
    shape: Literal["line", "number", "day", "long", "choice"] = "line"
    choices: Choices = ()  # type: ignore[assignment]  # nobody adds to the empty one


def of_measure(at: Here, measure: Measure | None) -> list[Input]:
    """Two queries."""
    held = topic_shown(at, measure.topic) if measure else None
    return [
        Input("name", "What it is called", "Such as 101 calls answered in time"),
        Input("kind", "What it is", shape="choice", choices=_choices(KINDS)),
        Input("unit", "Unit", "What stands behind a value: %, calls, minutes, per 1,000 people"),
        Input("per", "Of a rate: events for so many", "Such as 1,000 people: write 1,000", "number"),
        Input("decimals", "Decimal places", "0 for whole numbers", "number"),
        Input("better", "Which way is better", shape="choice", choices=_choices(BETTERS)),
        Input("frequency", "How often", shape="choice", choices=_choices(FREQUENCIES)),
        Input("tier", "Tier of the framework", shape="choice", choices=_choices(TIERS, "None")),
        Input("objective", "Objective", shape="choice", choices=objective_choices(at)),
        Input("topic", "Topic", "Its questions and actions stand on the measure’s page", "choice",
              topic_choices(at, held)),
        Input("source", "Source", "Who counts it, and where it is published", "long"),
        Input("aliases", "Other names, a line each", "As minutes call it: “phone answering”", "long"),
        Input("baseline", "Limits fixed by the first points (optional)",
              "So many first points of a phase; left empty, all points of the phase give the range that is"
              " ordinary", "number"),
        Input("ended", "Kept until (optional)", "The last day on which it was kept", "day"),
        Input("smallest", "Smallest count that is published",
              "Smaller counts of people are left out on public pages, with what would give them away."
              f" Left empty: {SMALLEST}. Write 0 where nobody could be known by it", "number"),
    ]  # fmt: skip


def of_definition(at: Here, measure: Measure) -> list[Input]:
    return [
        Input("start", "From", "The first day on which it meant this", "day"),
        Input("text", "What is counted, and how", shape="long"),
        Input("reason", "Why it changed", "Left empty for the first definition", "long"),
    ]


def of_line(at: Here, measure: Measure) -> list[Input]:
    return [
        Input("kind", "What was set",
              "A limit is what somebody set, such as 30 unresourced incidents; the range"
              " that is ordinary is worked out and nobody sets it", "choice", _choices(LINES)),
        Input("value", "Value", _unit(measure), "number"),
        Input("area", "Of", shape="choice", choices=areas(at, "Every area, and the whole force")),
        Input("start", "From (optional)", "A target in force ends the day before this one begins", "day"),
        Input("last", "To (optional)", "", "day"),
        Input("words", "Who set it, and where", "Such as Police and Crime Plan 2025 to 2029"),
    ]  # fmt: skip


def of_event(at: Here, measure: Measure) -> list[Input]:
    return [
        Input("on", "On", "", "day"),
        Input("kind", "What sort of thing", shape="choice", choices=_choices(EVENTS)),
        Input("text", "What happened", "As it should stand on the chart, in a few words"),
        Input("area", "Where", shape="choice", choices=areas(at, "Everywhere")),
    ]


def of_gap(at: Here, measure: Measure) -> list[Input]:
    rows = [(one.pk, str(one)) for one in measure.series.all()[:MOST_CHOICES]]
    return [
        Input("start", "From", "", "day"),
        Input("last", "To", "", "day"),
        Input("reason", "Why there are no values", "Such as: no survey was made from March to June",
              "long"),
        Input("series", "Whose values", shape="choice", choices=[("", "All of ours"), *rows]),
    ]  # fmt: skip


def of_series(at: Here, measure: Measure) -> list[Input]:
    """Of a series that is there: of whom it is stays."""
    return [
        Input("name", "Name", "Of another force, group or nation; an area has its own"),
        Input("source", "Source (optional)", "Such as national or local, where there are two"),
        Input("lag", "How it differs (optional)", "Such as: published three months later"),
    ]


def of_new_series(at: Here, measure: Measure) -> list[Input]:
    who = Input("who", "Whose figures", shape="choice", choices=_choices(WHOSE))
    return [who, Input("area", "Area", shape="choice", choices=areas(at, "None")), *of_series(at, measure)]


def areas(at: Here, all_of_them: str) -> Choices:
    """The areas that there are now. One query."""
    rows = Area.objects.filter(force__office_id=at.office_id).values_list("pk", "name", "end")
    now = [(key, name) for key, name, end in rows[:MOST_CHOICES] if end is None or end >= at.today]
    return [("", all_of_them), *now]


def _choices(names: Mapping[Any, str], none: str = "") -> Choices:
    found: Choices = [(str(key), name) for key, name in names.items()]
    return [("", none), *found] if none else found


def _unit(measure: Measure) -> str:
    return f"In the measure’s unit: {measure.unit}" if measure.unit else "A number, such as 30"
