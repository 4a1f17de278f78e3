"""What the forms of measures say, as values of rows; usable where they left no problem."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Collection, Mapping
from typing import Any

from answerable.core.measures.loading.values import LARGEST
from answerable.measures.models import Measure, Series
from answerable.measures.models.decided import EVENTS, LINES
from answerable.measures.models.measure import BETTERS, FREQUENCIES, KINDS, SMALLEST, TIERS
from answerable.measures.models.series import WHOSE
from answerable.offices.models import Area, Force
from answerable.web.address import Asked
from answerable.workspace.funding.typed import objective
from answerable.workspace.here import Here
from answerable.workspace.inspections.typed import long, needed, topic
from answerable.workspace.plan.typed import line

LONGEST_NAME, LONGEST_UNIT, LONGEST_TEXT, LONGEST_SOURCE = (
    200,
    40,
    2000,
    40,
)  # letters, as the columns have them
MOST_DECIMALS = 4
LARGEST_SMALLEST = 1000  # whoever leaves out more than this means not to publish the measure at all
NO_VALUE, NO_EVENT = "Write the value that was set", "Write what happened, in a few words"
FEWEST_FIXED, MOST_FIXED = 3, 200  # points that fix the limits: two give no range to speak of
_DRESS = str.maketrans("", "", " ,%£\u00a0\u2009")


def measure_values(at: Here, values: Asked, sent: Collection[str]) -> dict[str, Any]:
    """Of ``fields.MEASURE``; only what was ``sent``."""
    return _read(sent, {
        "name": lambda: needed(values, "name", "the name", LONGEST_NAME, "Write what it is called"),
        "kind": lambda: _chosen(values, "kind", KINDS, "what it is"),
        "unit": lambda: line(values, "unit", "the unit", LONGEST_UNIT),
        "per": lambda: amount(values, "per", "how many the rate is for, such as 1,000", above=0),
        "decimals": lambda: _whole(values, "decimals", "decimal places", 0, MOST_DECIMALS) or 0,
        "better": lambda: _chosen(values, "better", BETTERS, "which way is better"),
        "frequency": lambda: _chosen(values, "frequency", FREQUENCIES, "how often it is told"),
        "tier": lambda: values.choice("tier", TIERS, "a tier") or "",
        "source": lambda: long(values, "source", "the source", LONGEST_TEXT),
        "aliases": lambda: _aliases(values),
        "baseline": lambda: _whole(values, "baseline", "points", FEWEST_FIXED, MOST_FIXED),
        "objective": lambda: objective(at, values),
        "topic": lambda: topic(at, values, "topic"),
        "ended": lambda: values.date("ended", "the last day on which it was kept"),
        "smallest": lambda: _smallest(values),
    })  # fmt: skip


def definition_values(at: Here, values: Asked, measure: Measure, sent: Collection[str]) -> dict[str, Any]:
    return _read(sent, {
        "start": lambda: day(values, "start", "the day from which it holds"),
        "text": lambda: _words(values, "text", "the definition", "Write what is counted, and how"),
        "reason": lambda: long(values, "reason", "the reason", LONGEST_TEXT),
    })  # fmt: skip


def line_values(at: Here, values: Asked, measure: Measure, sent: Collection[str]) -> dict[str, Any]:
    return _read(sent, {
        "kind": lambda: _chosen(values, "kind", LINES, "what was set"),
        "value": lambda: amount(values, "value", "the value that was set", missing=NO_VALUE),
        "area": lambda: area(at, values),
        "start": lambda: values.date("start", "the day from which it holds"),
        "last": lambda: values.date("last", "the last day on which it holds"),
        "words": lambda: line(values, "words", "who set it", LONGEST_NAME),
    })  # fmt: skip


def event_values(at: Here, values: Asked, measure: Measure, sent: Collection[str]) -> dict[str, Any]:
    return _read(sent, {
        "on": lambda: day(values, "on", "the day on which it happened"),
        "kind": lambda: _chosen(values, "kind", EVENTS, "what sort of thing happened"),
        "text": lambda: needed(values, "text", "what happened", LONGEST_NAME, NO_EVENT),
        "area": lambda: area(at, values),
    })  # fmt: skip


def gap_values(at: Here, values: Asked, measure: Measure, sent: Collection[str]) -> dict[str, Any]:
    return _read(sent, {
        "start": lambda: day(values, "start", "the first day without values"),
        "last": lambda: day(values, "last", "the last day without values"),
        "reason": lambda: _words(values, "reason", "the reason", "Write why there are no values"),
        "series": lambda: _series(values, measure),
    })  # fmt: skip


def series_values(at: Here, values: Asked, measure: Measure, sent: Collection[str]) -> dict[str, Any]:
    """Of ``fields.SERIES``; of a new one also of whom it is."""
    found = _read(sent, {
        "name": lambda: line(values, "name", "the name", LONGEST_NAME),
        "source": lambda: line(values, "source", "the source", LONGEST_SOURCE),
        "lag": lambda: line(values, "lag", "how it differs", LONGEST_NAME),
    })  # fmt: skip
    if "who" in sent:
        found |= _of_whom(at, values)
    if not found.get("name", "x"):
        values.refuse("name", "Write whose figures they are, such as the name of the force")
    return found


def amount(
    values: Asked, name: str, what: str, *, missing: str = "", above: float | None = None
) -> float | None:
    """A number as people write it: 85, 85%, 1,200, £62.50. None where nothing was typed."""
    text = values.text(name)
    if not text:
        if missing:
            values.refuse(name, missing)
        return None
    try:
        found = float(text.translate(_DRESS).replace("\u2212", "-"))
    except ValueError:
        found = math.nan
    if not math.isfinite(found) or abs(found) > LARGEST:
        values.refuse(name, f"Write {what} as a number, such as 85 or 12.5: “{text[:40]}” is none")
        return None
    if above is not None and found <= above:
        values.refuse(name, f"Write {what}, above {above:g}")
    return found


def day(values: Asked, name: str, what: str) -> dt.date | None:
    """A day that cannot be left out."""
    found = values.date(name, what)
    if found is None and not values.error(name):
        values.refuse(name, f"Write {what}")
    return found


def area(at: Here, values: Asked) -> Area | None:
    """An area of the office's forces; None where all are meant."""
    key = values.number("area", "an area")
    found = Area.objects.filter(pk=key, force__office_id=at.office_id).first() if key else None
    if key and found is None:
        values.refuse("area", "Choose an area from the list: that one is not there any more")
    return found


def _read(sent: Collection[str], read: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    return {name: value() for name, value in read.items() if name in sent}


def _chosen(values: Asked, name: str, names: Mapping[Any, str], what: str) -> str:
    found = values.choice(name, {str(key): text for key, text in names.items()}, what)
    if not found and not values.error(name):
        values.refuse(name, f"Choose {what}")
    return found or ""


def _whole(values: Asked, name: str, what: str, least: int, most: int) -> int | None:
    text = values.text(name)
    if not text:
        return None
    if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
        return int(text)
    values.refuse(name, f"Write the number of {what}, from {least} to {most}")
    return None


def _smallest(values: Asked) -> int:
    """Left empty, the usual one: a public page is never without."""
    found = _whole(values, "smallest", "people a count must tell of to be published", 0, LARGEST_SMALLEST)
    return SMALLEST if found is None else found


def _words(values: Asked, name: str, what: str, missing: str) -> str:
    text = long(values, name, what, LONGEST_TEXT)
    if not text:
        values.refuse(name, missing)
    return text


def _aliases(values: Asked) -> str:
    """A name to a line, each once."""
    rows = long(values, "aliases", "the other names", LONGEST_TEXT).split("\n")
    return "\n".join(dict.fromkeys(" ".join(one.split()) for one in rows if one.strip()))


def _series(values: Asked, measure: Measure) -> Series | None:
    key = values.number("series", "whose values are meant")
    found = Series.objects.filter(pk=key, measure=measure).first() if key else None
    if key and found is None:
        values.refuse("series", "Choose whose values are meant from the list")
    return found


def _of_whom(at: Here, values: Asked) -> dict[str, Any]:
    """``who`` with the force or the area; an area's name is its own."""
    who = _chosen(values, "who", WHOSE, "of whom the figures are")
    found: dict[str, Any] = {"who": who, "force": None, "area": None}
    if who == "area":
        found["area"] = area(at, values)
        if found["area"] is None and not values.error("area"):
            values.refuse("area", "Choose the area")
        elif found["area"]:
            found |= {"force": found["area"].force, "name": found["area"].name}
    if who == "force":
        force = Force.objects.filter(office_id=at.office_id).first()
        found |= {"force": force, **({"name": force.name} if force else {})}
    return found
