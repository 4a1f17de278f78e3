"""The files of data.police.uk, row by row: however long one is, no more than a row of it is held."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from answerable.core.measures.loading.police import PoliceFile, Tally, count, force_of_name, kind_of
from answerable.readers import encoding
from answerable.readers.errors import Unreadable

LONGEST_CELL = 10_000  # letters: a quotation mark that is never closed would take in the rest of the file
HEAD = 4096  # bytes in which the first row stands


def police_kind(head: bytes) -> PoliceFile | None:
    """Which of the files begins with these bytes; None of any other."""
    text = head[:HEAD].decode("utf-8-sig", "replace")
    first = next(csv.reader(text.splitlines()[:1]), [])
    return kind_of(first)


def count_police(path: str | Path, name: str, codes: Mapping[str, str]) -> Tally:
    """Count the rows of such a file; ``codes`` leads from small areas to areas. Raises Unreadable."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        with open(path, encoding="utf-8-sig", errors=encoding.WINDOWS, newline="") as stream:
            rows = csv.reader(stream, strict=True)
            kind = kind_of(next(rows, []))
            if kind is None:
                raise Unreadable(f"{name} does not have the columns of a file of data.police.uk.")
            return count(kind, rows, codes, force_of_name(name))
    except csv.Error:
        raise Unreadable(
            f"{name}: the quotation marks do not fit together; fetch the file again from data.police.uk."
        ) from None
    except OSError as error:
        raise Unreadable(f"{name} cannot be opened ({error.strerror}); check who may read it.") from None
