"""What the forms of funded work say, as values of rows; usable where they left no problem."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

from answerable.core.funding.money import pence_in
from answerable.plans.models import Funding, PlanItem
from answerable.web.address import Asked
from answerable.workspace.here import Here
from answerable.workspace.inspections.typed import long, needed, post, topic
from answerable.workspace.plan.typed import line

LONGEST_NAME, LONGEST_TEXT = 200, 5000  # characters: as the columns have them; a page and a half of print
MOST_MONTHS = 60  # between two reports: nobody agrees on less than one in five years
KINDS = {str(value): str(label) for value, label in Funding.Kind.choices}


def funding_values(at: Here, values: Asked, sent: Collection[str]) -> dict[str, Any]:
    """Of ``fields.FUNDING``; only what was ``sent``."""
    read: dict[str, Callable[[], Any]] = {
        "kind": lambda: values.choice("kind", KINDS, "what is paid for") or Funding.Kind.GRANT,
        "title": lambda: needed(values, "title", "the title", LONGEST_NAME, "Write what it is called"),
        "recipient": lambda: needed(
            values, "recipient", "the recipient", LONGEST_NAME, "Write who gets the money"
        ),
        "pence": lambda: _money(values),
        "start": lambda: _start(values),
        "end": lambda: values.date("end", "the day on which it ends"),
        "purpose": lambda: _purpose(values),
        "expected": lambda: long(values, "expected", "what is to come of it", LONGEST_TEXT),
        "measure": lambda: line(values, "measure", "what shows it", LONGEST_NAME),
        "reports_every": lambda: _months(values),
        "wanted_from": lambda: values.date("wanted_from", "the day from which it was wanted"),
        "filled_on": lambda: values.date("filled_on", "the day on which it was filled"),
        "follows": lambda: long(values, "follows", "what follows the money", LONGEST_TEXT),
        "objective": lambda: objective(at, values),
        "topic": lambda: topic(at, values, "topic"),
        "post": lambda: post(at, values, "post"),
    }
    found = {name: value() for name, value in read.items() if name in sent}
    _in_order(values, found, "start", "end", "It ends before it begins: put one of the two days right")
    _in_order(
        values, found, "wanted_from", "filled_on",
        "The post was filled before it was wanted: put one of the two days right",
    )  # fmt: skip
    return found


def _in_order(values: Asked, found: dict[str, Any], first: str, last: str, problem: str) -> None:
    one, other = found.get(first), found.get(last)
    if isinstance(one, dt.date) and isinstance(other, dt.date) and other < one:
        values.refuse(last, problem)


def _money(values: Asked) -> int:
    pence, problem = pence_in(values.values.get("pence", ""))
    if problem:
        values.refuse("pence", problem)
    return pence


def _start(values: Asked) -> dt.date | None:
    found = values.date("start", "the day on which it begins")
    if found is None and not values.error("start"):
        values.refuse("start", "Write the day on which it begins")
    return found


def _purpose(values: Asked) -> str:
    text = long(values, "purpose", "what it is for", LONGEST_TEXT)
    if not text:
        values.refuse("purpose", "Write what it is for")
    return text


def _months(values: Asked) -> int | None:
    """Months between two reports; None where none was agreed."""
    text = values.text("reports_every")
    if not text:
        return None
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST_MONTHS:
        return int(text)
    values.refuse(
        "reports_every", f"Write the months between two reports, a whole number from 1 to {MOST_MONTHS}"
    )
    return None


def objective(at: Here, values: Asked) -> PlanItem | None:
    key = values.number("objective", "an objective")
    found = PlanItem.objects.filter(pk=key, plan__office_id=at.office_id).first() if key else None
    if key and found is None:
        values.refuse("objective", "Choose an objective from the list: that one is not there any more")
    return found
