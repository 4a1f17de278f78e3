"""Search over everything that is indexed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, cast

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from answerable.search import postgres, sqlite
from answerable.search.dialect import START, STOP, Dialect, Marked
from answerable.search.terms import parse

SIZE = 20  # hits on a page
MOST_COUNTED = 10_000  # nobody reads further, and counting on costs as much as finding
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
    """The hits from ``start`` for whatever was typed: never an error, nothing for no words.

    Two queries find and count, a third marks the rows that are shown.
    """
    groups = parse(text)
    if not groups:
        return Results()
    dialect = _dialect()
    expression = dialect.expression(groups)
    conditions, values = _conditions(filters or Filters())
    where = " AND ".join([dialect.matches, *conditions])
    asked = [expression, *values]
    kinds = _counted(dialect, where, asked)
    counted = sum(kinds.values())
    rows = _rows(dialect, where, asked, order, min(max(start, 0), MOST_COUNTED), size)
    marked = dialect.marked([row[0] for row in rows], expression) if rows else {}
    hits = [_hit(row, marked) for row in rows]
    return Results(hits, min(counted, MOST_COUNTED), counted > MOST_COUNTED, kinds)


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


def _counted(dialect: Dialect, where: str, asked: Sequence[Any]) -> dict[str, int]:
    """How many there are of each kind, counted to one more than MOST_COUNTED in all."""
    sql = f"""
        SELECT kind, count(*) FROM (
            SELECT r.kind FROM {dialect.source} WHERE {where} LIMIT {MOST_COUNTED + 1}
        ) found GROUP BY kind
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return dict(cursor.fetchall())


def _rows(
    dialect: Dialect, where: str, asked: Sequence[Any], order: Order, start: int, size: int
) -> list[tuple[Any, ...]]:
    """Columns of the rows of one page, the id first. Equals come newest first, then as they were indexed."""
    first = f"{dialect.best_first}, " if order == "best" else ""
    again = [asked[0]] * first.count("%s")
    sql = f"""
        SELECT r.id, r.kind, r.object_id, r.meeting_id, r.forum_id, r.date, r.marking, r.anchor
        FROM {dialect.source} WHERE {where}
        ORDER BY {first}r.date DESC NULLS LAST, r.id LIMIT %s OFFSET %s
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [*asked, *again, size, start])
        return cast("list[tuple[Any, ...]]", cursor.fetchall())


def _hit(row: Sequence[Any], marked: dict[int, Marked]) -> Hit:
    _, kind, object_id, meeting_id, forum_id, date, marking, anchor = row
    title, extract = marked[row[0]]
    return Hit(
        kind=kind,
        object_id=object_id,
        meeting_id=meeting_id,
        forum_id=forum_id,
        date=datetime.date.fromisoformat(date) if isinstance(date, str) else date,
        marking=marking,
        anchor=anchor,
        title=_html(title),
        extract=_html(extract),
    )


def _html(text: str) -> SafeString:
    """Escaped, then found words in ``<mark>``: the marks cannot come from the text itself."""
    safe = escape(text).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(safe)  # noqa: S308
