"""Search over everything that is indexed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal, NamedTuple, cast

from django.db import connection
from django.utils.safestring import SafeString, mark_safe

from answerable.core.full_text.marks import MOST_COUNTED, START, STOP
from answerable.core.full_text.terms import parse
from answerable.search import postgres, sqlite
from answerable.search.dialect import Dialect, Question

SIZE = 20  # hits on a page
Order = Literal["best", "newest"]


class Hit(NamedTuple):
    """One thing that was found; ``title`` and ``extract`` are safe HTML with found words in ``<mark>``."""

    kind: str
    object_id: int
    meeting_id: int | None
    forum_id: int | None
    date: datetime.date | None
    marking: str
    anchor: str
    title: SafeString
    extract: SafeString


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits. ``total`` stops at MOST_COUNTED, and then there are ``more``.

    ``kinds``: how many of those counted are of each kind.
    """

    hits: Sequence[Hit] = ()
    total: int = 0
    more: bool = False
    kinds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit has to be besides matching; None and empty mean: any."""

    office_id: int | None = None
    kinds: Collection[str] = ()
    forum_id: int | None = None
    meeting_id: int | None = None
    year: int | None = None
    markings: Collection[str] = ()


def search(
    text: str, filters: Filters | None = None, *, order: Order = "best", start: int = 0, size: int = SIZE
) -> Results:
    """The hits from ``start`` for whatever was typed: never an error, nothing for no words."""
    groups = parse(text)
    if not groups:
        return Results()
    conditions, values = _conditions(filters or Filters())
    first = min(max(start, 0), MOST_COUNTED)
    rows, kinds = _dialect().find(Question(groups, conditions, values, order == "best", first, size))
    counted = sum(kinds.values())
    return Results([_hit(row) for row in rows], min(counted, MOST_COUNTED), counted > MOST_COUNTED, kinds)


def _dialect() -> Dialect:
    return cast(Dialect, postgres if connection.vendor == "postgresql" else sqlite)


def _conditions(filters: Filters) -> tuple[list[str], list[Any]]:
    """SQL conditions on the row, and the values of their parameters."""
    conditions: list[str] = []
    values: list[Any] = []
    for column in ("office_id", "forum_id", "meeting_id"):
        value = getattr(filters, column)
        if value is not None:
            conditions.append(f"r.{column} = %s")
            values.append(value)
    for column, wanted in (("kind", filters.kinds), ("marking", filters.markings)):
        if wanted:
            conditions.append(f"r.{column} IN ({', '.join(['%s'] * len(wanted))})")
            values.extend(wanted)
    if filters.year is not None:
        conditions.append("r.date BETWEEN %s AND %s")
        values.extend(_year(filters.year))
    return conditions, values


def _year(year: int) -> tuple[str, str]:
    """The first and the last day of a year; a year that no calendar has is one without meetings."""
    known = min(max(year, datetime.MINYEAR), datetime.MAXYEAR)
    return f"{known:04}-01-01", f"{known:04}-12-31"


def _hit(row: Sequence[Any]) -> Hit:
    *columns, title, extract = row
    return Hit._make([*columns, _html(title), _html(extract)])


def _html(text: str) -> SafeString:
    """Escaped, then found words in ``<mark>``: the marks cannot come from the text itself."""
    safe = escape(text).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(safe)  # noqa: S308
