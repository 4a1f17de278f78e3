"""A file of figures that the sample’s officer loaded as anybody would; the mapping is kept for the next."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.utils import timezone

from answerable.accounts.models import User
from answerable.core.measures.loading.heads import guess, head_row
from answerable.core.measures.loading.rows import read_rows
from answerable.core.measures.loading.shape import as_json, digest, heads_of
from answerable.measures.models import Load, Measure
from answerable.measures.operations.loading import WHY_RESTRICTED, Read, load_figures, take_figures_file
from answerable.measures.queries.loading import known
from answerable.offices.models import Office
from answerable.plans.operations.files import NewFile
from answerable.readers.workbook import read_sheet
from answerable.workspace.loading.preview import preview
from planted.finding import when

FILE = Path(__file__).resolve().parents[2] / "sample" / "figures" / "waiting-to-15-november-2026.csv"
OF = "Incidents waiting for an officer"
WEEKS = 8
"""The last weeks of it are not made with the measure: they come in by the file."""
MAPPING = "Weekly return of waiting incidents"
SENT = when("2026-11-16")


def load(office: Office, by: User) -> Load:
    """The file taken, read, held against what is kept, and loaded."""
    content = FILE.read_bytes()
    sheet = read_sheet(content, FILE.name).sheets[0]
    here = known(office.pk, Measure.objects.filter(office=office))
    row = head_row(sheet, here)
    shape = guess(sheet, row, here)
    found = preview(
        office.pk, read_rows(sheet, shape, row, here), shape, here, timezone.localdate(SENT)
    )  # fmt: skip
    assert found.is_usable, [one.sentence for one in found.faults]
    file = NewFile(FILE.name, "text/csv", hashlib.sha256(content).hexdigest(), content, WHY_RESTRICTED)
    read = Read(sheet.name, digest(heads_of(sheet, row).values()), as_json(shape), MAPPING)
    taken = take_figures_file(office=office, file=file, by=by, at=SENT)
    return load_figures(load=taken, figures=found.figures, read=read, by=by, at=SENT)
