"""A table as a CSV file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import StreamingHttpResponse

BYTE_ORDER_MARK = "\ufeff"  # Excel takes a file without it for the machine's old code page
PARTING = ("\t", "\r", "\n")  # some spreadsheets drop these before a cell
_UNSEEN = r"\x00-\x08\x0e-\x20\x7f-\x84\x86-\xa0\xad\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff"
_FORMULA = re.compile(
    r"(?P<before>(?:\A|[;\t\r\n\v\f\x85\u2028\u2029]))"
    rf"(?=[{_UNSEEN}]*[=+\-@\uff1d\uff0b\uff0d\uff20])"
)
"""Where a spreadsheet may see a formula begin: a sign, or its full-width form, behind nothing to be seen.

Source: OWASP, "CSV Injection". After semicolons, tabs and line breaks too: a spreadsheet that takes one of
them for the end of a cell, as many do by their country's custom, does not see the quotes that we put around
the whole.
"""


def cell(value: Any) -> str:
    """A value as a cell: dates as 2018-03-27, nothing as "", and no text that a spreadsheet would run.

    An apostrophe is put before what could run; nothing is taken away.
    """
    if value is None:
        return ""
    if isinstance(value, dt.date | int | float):
        return str(value)
    text = _FORMULA.sub(r"\g<before>'", str(value))
    return f"'{text}" if text.startswith(PARTING) else text


def may_run(text: str) -> bool:
    """Whether a spreadsheet could see a formula in a cell's text."""
    return text.startswith(PARTING) or _FORMULA.search(text) is not None


def lines(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file line by line, so that a long one takes no memory."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(head)
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


class _Echo:
    def write(self, line: str) -> str:
        return line


def csv_response(name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """The file as a download. ``name`` is plain ASCII."""
    response = StreamingHttpResponse(lines(head, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
