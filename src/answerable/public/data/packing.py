"""Sums of files, and one file of all: the same bytes for the same files."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import BinaryIO

from answerable.core.publication.open_data.tables import LICENCE_URL
from answerable.public.data.files import SUMS

NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that the format knows: a file's time is not what was published
READ_ME = f"""What was published of holding the police to account.

Every kind of line is here as CSV (name.csv, described by name.csv-metadata.json as CSVW has it) and as
JSON, a line to each (name.jsonl). {SUMS} has the SHA-256 of each file: check them with
"sha256sum --check {SUMS}".

Licence: Open Government Licence v3.0, {LICENCE_URL}
"""


def sum_of(pieces: Iterable[bytes]) -> str:
    """The SHA-256 of some bytes."""
    found = sha256()
    for one in pieces:
        found.update(one)
    return found.hexdigest()


def sums(of: Mapping[str, str]) -> bytes:
    """The sums of files by name, as sha256sum reads them."""
    return "".join(f"{value}  {name}\n" for name, value in sorted(of.items())).encode()


def pack(into: BinaryIO, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """One file of files."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, pieces in files:
            about = zipfile.ZipInfo(name, NO_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            with packed.open(about, "w", force_zip64=True) as file:
                for one in pieces:
                    file.write(one)
