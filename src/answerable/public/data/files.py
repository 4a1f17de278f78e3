"""The bulk files of an office: their names and types, and their bytes told from the public store."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.conf import settings

from answerable.core.publication.open_data.catalogue import catalogue
from answerable.core.publication.open_data.field import Resource
from answerable.core.publication.open_data.resources import RESOURCES
from answerable.core.publication.open_data.tables import cells, columns, csvw
from answerable.public.told import line_row, moment
from answerable.published.open_data import as_of, in_bulk
from answerable.published.queries import part_of, snapshot_at

ALL = "all.zip"
SUMS = "SHA256SUMS"
CATALOGUE = "catalogue.jsonld"
TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "jsonl": "application/jsonl",
    "json": "application/csvm+json",
    "jsonld": "application/ld+json",
    "zip": "application/zip",
    "txt": "text/plain; charset=utf-8",
}
Pieces = Callable[[str], Iterator[bytes]]


def media_type(name: str) -> str:
    """The type of a file by its ending."""
    return TYPES.get(name.rpartition(".")[2], TYPES["txt"])


def _csv(resource: Resource, office: str) -> Iterator[bytes]:
    """RFC 4180 in UTF-8: a comma, double quotes, lines that end with CR LF."""
    of = columns(resource)
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([one.name for one in of])
    for line in in_bulk(office, resource.kind):
        writer.writerow(cells(of, line_row(line)))
        if page.tell() > 2**16:
            yield _taken(page)
    yield _taken(page)


def _taken(page: io.StringIO) -> bytes:
    found = page.getvalue().encode("utf-8", "replace")
    page.seek(0)
    page.truncate()
    return found


def _lines(resource: Resource, office: str) -> Iterator[bytes]:
    """A line as the API gives it, to a line."""
    for line in in_bulk(office, resource.kind):
        yield (json.dumps(line_row(line), ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _metadata(resource: Resource, office: str) -> Iterator[bytes]:
    del office
    yield _json(csvw(resource))


def _catalogue(office: str) -> Iterator[bytes]:
    held, when = snapshot_at(office), as_of()
    name = part_of(held).read()["name"] if held and held.size else office
    yield _json(catalogue(settings.SITE, office, name, moment(when) if when else None, RESOURCES))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


FILES: dict[str, Pieces] = {
    name: pieces
    for one in RESOURCES
    for name, pieces in (
        (f"{one.name}.csv", partial(_csv, one)),
        (f"{one.name}.csv-metadata.json", partial(_metadata, one)),
        (f"{one.name}.jsonl", partial(_lines, one)),
    )
} | {CATALOGUE: _catalogue}
"""What makes each file; the sums and the file of all follow from these."""
