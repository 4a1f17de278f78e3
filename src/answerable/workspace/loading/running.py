"""Files of figures from the command line: each read, held against what is kept, and loaded whole or not."""

from __future__ import annotations

import datetime as dt
import hashlib
import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from answerable.accounts.models import User
from answerable.core.measures.loading.heads import recognised
from answerable.core.measures.loading.rows import read_rows
from answerable.core.measures.loading.shape import as_json, digest, from_json, heads_of
from answerable.core.plans.cells import Sheet
from answerable.core.refusal import Refusal
from answerable.intake.uploads import clean_name, keep, original_path
from answerable.measures.models import Load, Mapping, Measure
from answerable.measures.operations.loading import (
    WHY_RESTRICTED,
    Read,
    in_words,
    load_figures,
    take_figures_file,
)
from answerable.measures.queries.loading import area_codes, digests, known
from answerable.offices.models import Office
from answerable.plans.operations.files import NewFile
from answerable.readers.child import file_bytes
from answerable.readers.police import HEAD, police_kind
from answerable.workspace.loading.preview import Preview, police_preview, preview
from answerable.workspace.loading.reading import count_police_file, read_figures_file

SUFFIXES = (".csv", ".xlsx", ".xlsm", ".tsv", ".txt")
MOST_SHOWN = 20  # faults of one file that are printed
BLOCK = 2**20  # bytes of a file that are held at a time


@dataclass(frozen=True, slots=True)
class _OnDisk:
    """A file as ``intake.uploads.keep`` takes one."""

    path: Path
    sha256: str

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    def temporary_file_path(self) -> str:
        return str(self.path)


def files_in(paths: Sequence[str]) -> Iterator[Path]:
    """The files, and those in the folders, in the order of their names. Raises Refusal."""
    for one in paths:
        path = Path(one)
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.suffix.casefold() in SUFFIXES)
            if not inside:
                raise Refusal(f"{one} has no file of figures in it (CSV or XLSX).")
            yield from inside
        elif path.is_file():
            yield path
        else:
            raise Refusal(f"{one} does not exist; check its name.")


@dataclass(frozen=True, slots=True)
class Run:
    """``mapping`` and ``sheet`` hold for all files; ``dry``: nothing is kept."""

    office: Office
    by: User
    at: dt.datetime
    today: dt.date
    mapping: str = ""
    sheet: str | None = None
    dry: bool = False

    def load(self, path: Path) -> list[str]:
        """Load one file; what is to be said of it. Raises Refusal, Unreadable."""
        with path.open("rb") as file:
            police = police_kind(file.read(HEAD))
        found, read = self._police(path) if police else self._table(path)
        if found.faults:
            more = len(found.faults) - MOST_SHOWN
            said = [one.sentence for one in found.faults[:MOST_SHOWN]]
            raise Refusal("\n".join([*said, *([f"And {more} more."] if more > 0 else [])]))
        if not found.is_usable:
            return ["Nothing would change: all of it is kept already."]
        if not self.dry:
            load_figures(load=self._taken(path), figures=found.figures, read=read, by=self.by, at=self.at)
        return [f"{in_words(found.counts)}.", *found.found.said]

    def _police(self, path: Path) -> tuple[Preview, Read]:
        tally = count_police_file(str(path), clean_name(path.name), area_codes(self.office.pk))
        return police_preview(self.office.pk, tally, self.today), Read()

    def _table(self, path: Path) -> tuple[Preview, Read]:
        book = read_figures_file(file_bytes(path), clean_name(path.name), self.sheet)
        if not book.sheets:
            raise Refusal(f"It has {len(book.names)} sheets; say which with --sheet.")
        sheet = book.sheets[0]
        mapping, row = self._mapping(sheet)
        shape = from_json(mapping.shape)
        known_here = known(self.office.pk, Measure.objects.filter(office=self.office))
        found = preview(
            self.office.pk, read_rows(sheet, shape, row, known_here), shape, known_here, self.today
        )
        for why in found.found.asks.values():
            raise Refusal(f"{why}. Load it once on the page, and keep the mapping.")
        if found.found.unknown:
            names = ", ".join(f"“{one}”" for one in found.found.unknown.values())
            raise Refusal(f"Not known: {names}. Load it once on the page, and say there what is meant.")
        head = digest(heads_of(sheet, row).values())
        return found, Read(sheet.name, head, as_json(shape), mapping.name)

    def _mapping(self, sheet: Sheet) -> tuple[Mapping, int]:
        """The mapping, and the row of its heads. Raises Refusal."""
        rows = Mapping.objects.filter(office=self.office)
        if self.mapping:
            named = rows.filter(name=self.mapping).first()
            if named is None:
                known_names = ", ".join(rows.values_list("name", flat=True)) or "none"
                raise Refusal(f"There is no mapping “{self.mapping}”; there is: {known_names}.")
            found = recognised(sheet, {named.head: named.pk})
            if found is None:
                raise Refusal(
                    f"The file has other heads than those of “{self.mapping}”; load it on the page."
                )
            return named, found[1]
        found = recognised(sheet, digests(self.office.pk))
        if found is None:
            raise Refusal("No mapping has the heads of this file; load it once on the page, and keep one.")
        return rows.get(pk=found[0]), found[1]

    def _taken(self, path: Path) -> Load:
        """The file kept, without holding all of it."""
        hashed = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                hashed.update(block)
        stored = keep(_OnDisk(path, hashed.hexdigest()))
        assert original_path(stored.sha256).exists()  # so that the content below is not asked for
        kind = mimetypes.guess_type(stored.name)[0] or "application/octet-stream"
        file_kept = NewFile(stored.name, kind, stored.sha256, b"", WHY_RESTRICTED)
        return take_figures_file(office=self.office, file=file_kept, by=self.by, at=self.at)
