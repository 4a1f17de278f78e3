"""The parts of a briefing note, from any kind of file."""

from __future__ import annotations

import io

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from answerable.core.papers.outline import LONGEST_TITLE, Outline, outline
from answerable.readers import read
from answerable.readers.child import Child

TEXT = """1. How long do callers wait?
The wait was four minutes in May.

2. How many are lost?
One in twelve.

Risks and challenges
Recruitment is slow.
"""
PARTS = [("1. How long do callers wait?", 7), ("2. How many are lost?", 3), ("Risks and challenges", 3)]
HTML = (
    "<h1>1. How long do callers wait?</h1><p>The wait was four minutes in May.</p>"
    "<h2>2. How many are lost?</h2><p>One in twelve.</p>"
    "<p><b>Risks and challenges</b></p><p>Recruitment is slow.</p>"
)


def of(data: bytes, name: str) -> Outline:
    return outline(read(data, name))


def word() -> bytes:
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("1. How long do callers wait?", 1)
    made.add_paragraph("The wait was four minutes in May.")
    made.add_heading("2. How many are lost?", 2)
    made.add_paragraph("One in twelve.")
    made.add_paragraph().add_run("Risks and challenges").bold = True
    made.add_paragraph("Recruitment is slow.")
    made.save(out)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for at, line in enumerate(TEXT.replace("\n\n", "\n").splitlines()):
        canvas.setFont("Helvetica" if at % 2 else "Helvetica-Bold", 11 if at % 2 else 13)
        canvas.drawString(72, 780 - at * 26, line)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "pages"),
    [
        (TEXT.encode(), "a.txt", None),
        (HTML.encode(), "a.html", None),
        (word(), "a.docx", None),
        (pdf(), "a.pdf", 1),
    ],
    ids=["text", "html", "word", "pdf"],
)
def test_headings_and_their_words(data: bytes, name: str, pages: int | None) -> None:
    found = of(data, name)
    assert [tuple(one) for one in found.parts] == [(title, words) for title, words in PARTS]
    assert found.pages == pages
    assert found.words == sum(words for _, words in PARTS) + sum(len(title.split()) for title, _ in PARTS)


def test_the_child_gives_the_same() -> None:
    child = Child()
    try:
        found = child.read(TEXT.encode(), "a.txt", record=False, outline=True)
    finally:
        child.close()
    assert found.outline == of(TEXT.encode(), "a.txt")
    assert found.text == TEXT
    assert found.record is None


def test_sentences_in_bold_and_rows_of_tables_are_no_headings() -> None:
    long = "This is said in bold from end to end " * 5
    assert len(long) > LONGEST_TITLE
    rows = "<table><tr><td><b>Month</b></td><td><b>Calls</b></td></tr><tr><td>May</td><td>9</td></tr></table>"
    assert of(f"<p>{'Plain words. ' * 9}</p><p><b>{long}</b></p>{rows}".encode(), "a.html").parts == []


def test_a_list_of_short_lines_is_no_row_of_headings() -> None:
    assert of(b"Officers\nstaff\nand volunteers\n\n- one\n- two\n- three\n", "a.txt").parts == []


def test_a_note_without_headings_has_words_all_the_same() -> None:
    assert of(b"It went well. It will go on.", "a.txt") == Outline("text/plain", None, 7, [])


def test_a_numbered_line_right_above_its_paragraph() -> None:
    found = of(
        b"1. Posts filled\nNine of ten.\n\n2. Rural crime since March\nIt fell. It fell\nagain.\n", "a.txt"
    )
    assert [tuple(one) for one in found.parts] == [("1. Posts filled", 3), ("2. Rural crime since March", 5)]


def test_a_wrapped_item_of_a_list_is_no_heading() -> None:
    text = "1. The rota was changed so that nobody works more than four nights running, as the\nForce asked."
    assert of(text.encode(), "a.txt").parts == []
