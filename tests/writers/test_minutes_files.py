"""Minutes written to a file and read by our own reader are the same meeting record: HTML, DOCX and PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.printing import Paper, Style, print_minutes
from answerable.core.minutes.printing import read as read_paper
from answerable.core.minutes.printing.comparing import bare
from answerable.core.minutes.printing.style import LAYOUTS
from answerable.core.minutes.record import MeetingRecord
from answerable.core.minutes.sheet import Sheet
from answerable.readers import read
from answerable.writers.files import FORMATS, write
from tests.core.printing.papers import papers, styles

ARCHIVE = sorted((Path(__file__).resolve().parents[2] / "sample" / "minutes").iterdir())
SOME = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
)
formats = pytest.mark.parametrize("form", list(FORMATS))


@cache
def read_once(file: Path) -> MeetingRecord:
    return read_minutes(read(file.read_bytes(), file.name))


def read_back(sheet: Sheet, form: str) -> MeetingRecord:
    return read_minutes(read(write(sheet, form), f"minutes.{form}"))


# every layout comes up; tests/core/printing prints every record in every layout
@formats
@pytest.mark.parametrize("file", ARCHIVE, ids=lambda file: file.name)
def test_the_archive_comes_back_from_files(file: Path, form: str) -> None:
    record = read_once(file)
    sheet = print_minutes(record, Style(LAYOUTS[ARCHIVE.index(file) % len(LAYOUTS)], marking="OFFICIAL"))
    assert bare(read_back(sheet, form)) == bare(record)


@formats
@SOME
@given(papers(), styles())
def test_generated_meetings_come_back_from_files(form: str, paper: Paper, style: Style) -> None:
    reading = read_paper(paper, style)
    assert bare(read_back(reading.sheet, form)) == bare(reading.record)
