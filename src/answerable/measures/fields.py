"""What can be edited of a measure and of what was set about it, field by field."""

from __future__ import annotations

from typing import Any

from answerable.core.measures.words import as_number
from answerable.measures.models.decided import EVENTS, LINES
from answerable.measures.models.measure import BETTERS, FREQUENCIES, KINDS, TIERS
from answerable.plans.editing import Field


def _named(names: Any, none: str = "None") -> Any:
    return lambda one: str(dict(names).get(one, one) or none)


def _row(one: Any) -> str:
    return str(one or "None")


def _all(one: Any) -> str:
    return str(one or "All")


def _figure(one: float | None) -> str:
    return "" if one is None else as_number(one)


MEASURE = (
    Field("name", "Name"),
    Field("kind", "Kind", "choice", words=_named(KINDS)),
    Field("unit", "Unit"),
    Field("per", "Events for so many", says=_figure),
    Field("decimals", "Decimal places"),
    Field("better", "Which way is better", "choice", words=_named(BETTERS)),
    Field("frequency", "How often", "choice", words=_named(FREQUENCIES)),
    Field("tier", "Tier", "choice", words=_named(TIERS)),
    Field("source", "Source", "long"),
    Field("aliases", "Other names", "long"),
    Field("baseline", "First points that fix the limits"),
    Field("objective", "Objective", "choice", words=_row),
    Field("topic", "Topic", "choice", words=_row),
    Field("ended", "Kept until"),
    Field("smallest", "Smallest count that is published"),
)
DEFINITION = (Field("start", "From"), Field("text", "Definition", "long"), Field("reason", "Reason", "long"))
LINE = (
    Field("kind", "Kind", "choice", words=_named(LINES)),
    Field("value", "Value", says=_figure),
    Field("area", "Of", "choice", words=_all),
    Field("start", "From"),
    Field("last", "To"),
    Field("words", "Who set it"),
)
EVENT = (
    Field("on", "On"),
    Field("kind", "Kind", "choice", words=_named(EVENTS)),
    Field("text", "What happened"),
    Field("area", "Where", "choice", words=_all),
)
GAP = (
    Field("start", "From"),
    Field("last", "To"),
    Field("reason", "Why there is none", "long"),
    Field("series", "Of", "choice", words=_all),
)
SERIES = (Field("name", "Name"), Field("source", "Source"), Field("lag", "How it differs"))
