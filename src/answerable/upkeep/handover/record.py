"""The tables of an office's record as files: JSON lines, and the same as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.upkeep.handover.originals import why_left_out
from answerable.upkeep.handover.rows import as_json, columns_of, schema_of
from answerable.upkeep.handover.schemas import row_schema
from answerable.upkeep.handover.tables import LEFT, handed_over, keys_of, rows_of
from answerable.web.csv_file import cell

USERS = "accounts.User"
CHUNK = 2_000  # rows that are held in memory at a time
Tell = Callable[[str], None]


def write_record(folder: Path, office: Office, tell: Tell, *, restricted: bool) -> dict[str, int]:
    """Write every table that is handed over; how many rows of each.

    ``restricted``: texts of originals that are restricted go with it, as the files do.
    """
    folder.mkdir()
    for name in ("csv", "schema"):
        (folder / name).mkdir()
    counted, users = {}, set[int]()
    # Accounts last: theirs are those that other rows name.
    tables = sorted(handed_over(), key=lambda one: one._meta.label == USERS)
    for model in tables:
        tell(str(model._meta.verbose_name_plural))
        label = model._meta.label
        counted[label] = _write_table(folder, rows_of(model, office.pk, users), users, restricted)
        _write(folder / "schema" / f"{label}.json", _json(row_schema(model)))
    schema = {"tables": [schema_of(one) for one in tables], "not_handed_over": dict(LEFT)}
    _write(folder / "schema.json", _json(schema))
    return counted


def _write_table(folder: Path, rows: QuerySet[Any], users: set[int], restricted: bool) -> int:
    model, count = rows.model, 0
    label = model._meta.label
    names = [one.attname for one in columns_of(model)]
    people = [one.attname for one in keys_of(model) if one.related_model._meta.label == USERS]
    with ExitStack() as files:
        lines = files.enter_context(_open(folder / f"{label}.jsonl"))
        table = csv.writer(files.enter_context(_open(folder / "csv" / f"{label}.csv")))
        table.writerow(names)
        for row in rows.iterator(CHUNK):
            told = as_json(row)
            if isinstance(row, Document) and why_left_out(row, restricted=restricted):
                told["text"] = ""
            users.update(told[name] for name in people if told[name] is not None)
            lines.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")
            table.writerow([_cell(told[name]) for name in names])
            count += 1
    return count


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1)


def _cell(value: Any) -> str:
    return cell(json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict | bool) else value)


def _open(path: Path) -> Any:
    return path.open("x", encoding="utf-8", newline="")


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")
