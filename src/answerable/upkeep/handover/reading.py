"""What a handed folder says: of itself, of its tables, and row by row. What cannot be read is a Refusal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from answerable.core.refusal import Refusal
from answerable.upkeep.handover.folder import FORMAT, KEYS, PUBLIC_FORMAT
from answerable.upkeep.handover.rows import columns_of
from answerable.upkeep.handover.sealing import MANIFEST
from answerable.upkeep.handover.tables import Model, handed_over

WRONG = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a file can come to that somebody else wrote."""


class Manifest(NamedTuple):
    """Whose record it is, when and by which version it was handed over, the rows of each table, and the
    originals that were left out."""

    office: str
    slug: str
    at: str
    program: str
    rows: dict[str, int]
    left_out: frozenset[str]


def read_manifest(folder: Path) -> Manifest:
    """Raises Refusal where it is none of a full edition of this version."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        form = told.get("format")
    except WRONG:
        raise Refusal(f"{folder} is no handover: it has no {MANIFEST} that can be read.") from None
    if form == PUBLIC_FORMAT:
        raise Refusal(f"{folder} is the public edition, which has no tables: take over the full one.")
    if form != FORMAT:
        raise Refusal(f"{folder} was written by another version ({form}); this one reads {FORMAT}.")
    try:
        rows = {str(label): int(count) for label, count in told["rows"].items()}
        office, slug, at, program = (str(told[name]) for name in Manifest._fields[:4])
        return Manifest(office, slug, at, program, rows, frozenset(map(str, told["left_out"])))
    except WRONG:
        raise Refusal(f"{folder / MANIFEST} does not say whose record it is and what is in it.") from None


def refuse_other_tables(folder: Path, program: str) -> None:
    """Every table and column that was handed over has to have a place here, and the other way round."""
    path = folder / "record" / "schema.json"
    try:
        told = json.loads(path.read_text("utf-8"))
        theirs = {one["table"]: {each["name"] for each in one["columns"]} for one in told["tables"]}
    except WRONG:
        raise Refusal(f"{path} cannot be read. Copy the folder again.") from None
    ours = {one._meta.label: {each.attname for each in columns_of(one)} for one in handed_over()}
    for table in sorted(ours.keys() | theirs.keys(), key=str):
        if ours.get(table) != theirs.get(table):
            raise Refusal(
                f"It was written by version {program}, whose table {table} is not as this version has it. "
                "Take it over with that version, then upgrade."
            )


def rows_in(folder: Path, model: Model) -> Iterator[dict[str, Any]]:
    """The rows of a table, as they were told."""
    path = folder / "record" / f"{model._meta.label}.jsonl"
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield dict(json.loads(line).items())
    except WRONG:
        raise Refusal(f"{path} cannot be read. Copy the folder again, whole.") from None


def read_keys(folder: Path) -> str:
    """What is said of the keys that signed what they published."""
    path = folder / "audit" / KEYS
    try:
        return path.read_text("utf-8")
    except WRONG:
        raise Refusal(f"{path} cannot be read. Copy the folder again, whole.") from None
