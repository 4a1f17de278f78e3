"""What lies where in the two editions of a handover: their READMEs and the manual are printed from this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """A file or folder of an edition, by its path from the top, and what it holds."""

    path: str
    holds: str


SEALED = (
    Place("handover.json", "which edition it is, of which office, when it was made and by which version"),
    Place("SHA256SUMS", "every other file with its checksum, as sha256sum reads it"),
    Place("SIGNATURE", "the Ed25519 signature of SHA256SUMS, in base 64"),
    Place("key.pem", "the public key that made the signature"),
)
PUBLIC: Sequence[Place] = (
    Place("START-HERE.html", "opens in a browser: what this is, a search, and the ways into it"),
    Place("README.txt", "how to read it and to check it"),
    Place("OFFICE.html", "the first page of the public site"),
    Place("OFFICE/", "every other page, at its address with .html behind it, and every file at its address"),
    Place("OFFICE/data/", "everything as CSV with its description (CSVW) and as JSON lines, with checksums"),
    Place("OFFICE/feeds/", "feeds (Atom), each with all that there is, and the calendar (iCalendar)"),
    Place("OFFICE/publications/", "each decision with its header, its signature and the bytes it published"),
    Place("find/", "the search: a script, and an index in small files"),
    Place("static/", "how the pages look"),
    Place("addresses.csv", "each address that the site had, its file, and what became of it"),
    Place("nginx.conf", "serves the folder at the old addresses"),
    *SEALED,
)
"""The public edition. ``OFFICE`` stands for the office's name in addresses."""
FULL: Sequence[Place] = (
    Place("START-HERE.html", "opens in a browser: meetings, registers, measures, people, and a search"),
    Place("README.txt", "what is where, and how to check it"),
    Place("pages/", "what START-HERE.html leads to: minutes, registers by year, measures with their charts"),
    Place("find/", "the search: a script, and an index in small files"),
    Place("record/", "every table as JSON lines, a line to each row; schema.json says what each column is"),
    Place("record/csv/", "the same tables for a spreadsheet"),
    Place("record/schema/", "the same as JSON Schema, a file to each table"),
    Place("originals/", "the files that minutes were read from, and those that came with reports"),
    Place("originals.csv", "each original with its checksum; of those that stay behind, and their text, why"),
    Place("audit/trail.jsonl", "who did what and when, chained, with its signed heads"),
    Place("audit/verify_audit.py", "checks the trail with Python alone"),
    Place("audit/keys.txt", "which keys signed the trail and what was published"),
    *SEALED,
)
"""The full edition, which holds what is restricted."""


def told(places: Sequence[Place], office: str) -> str:
    """The places as lines of a README."""
    rows = [(one.path.replace("OFFICE", office), one.holds) for one in places]
    width = max(len(path) for path, _ in rows) + 2
    return "\n".join(f"{path:<{width}}{holds}" for path, holds in rows)
