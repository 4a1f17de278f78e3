"""A table as a CSV file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import StreamingHttpResponse

BYTE_ORDER_MARK = "\ufeff"  # Excel takes a file without it for the machine's old code page
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection")."""


class _Echo:
    def write(self, line: str) -> str:
        return line


def cell(value: Any) -> str:
    """A value as a cell: dates as 2018-03-27, nothing as "", and no text that a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, dt.date | int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.lstrip().startswith(STARTS_FORMULA) or text.startswith(STARTS_FORMULA) else text


def lines(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file line by line, so that a long one takes no memory."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(head)
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


def csv_response(name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """The file as a download. ``name`` is plain ASCII."""
    response = StreamingHttpResponse(lines(head, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
