"""What is printed is read back as the same meeting: the sample archive, and meetings that are made up."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.printing import Paper, Style, as_document, print_minutes, read
from answerable.core.minutes.printing.comparing import bare
from answerable.core.minutes.printing.style import LAYOUTS
from answerable.core.minutes.record import MeetingRecord
from answerable.readers import read as read_file
from tests.core.printing.papers import papers, styles

ARCHIVE = sorted((Path(__file__).resolve().parents[3] / "sample" / "minutes").iterdir())
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@cache
def read_once(file: Path) -> MeetingRecord:
    return read_minutes(read_file(file.read_bytes(), file.name))


def again(record: MeetingRecord, style: Style, *, headings: bool = True) -> dict[str, object]:
    return bare(read_minutes(as_document(print_minutes(record, style), headings=headings)))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("file", ARCHIVE, ids=lambda file: file.name)
def test_the_archive_reads_the_same_in_every_layout(file: Path, layout: str) -> None:
    record = read_once(file)
    style = Style(layout)  # type: ignore[arg-type]
    assert again(record, style) == bare(record)
    assert again(record, style, headings=False) == bare(record)  # as a PDF shows it


@SLOW
@given(papers(), styles())
def test_a_generated_paper_comes_back_as_it_was_meant(paper: Paper, style: Style) -> None:
    reading = read(paper, style)
    record = reading.record
    numbered = any(one.text[:1].isdigit() for one in paper.said)  # a line that looks like an item's heading
    assume(not (reading.unmet and numbered))
    assert not reading.unmet
    assert [{**one, "source": []} for one in record["attendance"]] == list(paper.attendance)
    assert [(one["number"], one["title"], one["assurance"]) for one in record["items"]] == [
        (one.number, one.title, one.assurance) for one in paper.items
    ]
    for name in ("title", "date", "start_time", "end_time", "chair", "minutes_by", "venue"):
        assert record["meeting"][name] == paper.head[name]  # type: ignore[literal-required]
    assert bare(read_minutes(as_document(reading.sheet, headings=False))) == bare(record)


@SLOW
@given(papers(), styles(), styles())
def test_a_generated_record_reads_the_same_in_any_layout(paper: Paper, style: Style, other: Style) -> None:
    record = read(paper, style).record
    assert again(record, style) == bare(record)
    assert again(record, other) == bare(record)
