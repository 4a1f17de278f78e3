"""What holds for every input of every parser: its own errors and no other, and no character lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, QueryDict
from hypothesis import strategies as st

from answerable.core.minutes.document import Document, uncovered
from answerable.core.minutes.grammar import read_minutes
from answerable.core.records import RecordError, check, fingerprint
from answerable.intake.reading import check_lines, records_one_by_one, without_nul
from answerable.readers import Unreadable, read, sniff
from answerable.readers.encoding import decode
from answerable.readers.markdown import is_html
from answerable.web.address import asked, with_values
from answerable.web.csv_file import BYTE_ORDER_MARK, cell, lines, may_run
from answerable.web.paging import page_number
from answerable.web.sorting import Sort
from tools.soaking import seeds


class Parser(NamedTuple):
    """Inputs, and what is asserted of each."""

    inputs: st.SearchStrategy[Any]
    holds: Callable[[Any], None]


def whole(document: Document) -> None:
    """Every character lies in exactly one block or in a notice, and its record is whole."""
    blocks = sorted(line for block in document.blocks for line in block.lines)
    noticed = [line for notice in document.notices for line in notice.lines]
    assert uncovered(document.text, [*blocks, *noticed]) == ""
    at = 0
    for line in blocks:
        assert at <= line.start < line.end <= len(document.text)
        at = line.end
    document.text.encode()  # no half of a pair, which no database takes
    record = read_minutes(document)
    json.dumps(record, allow_nan=False)
    fingerprint(check(without_nul(record)))
    for entry in record["entries"]:
        for place in entry["source"]:
            assert document.text[place["start"] : place["end"]] == place["quote"]


def a_file(data: bytes) -> None:
    """A file is read whole, or refused in one sentence that names it."""
    said = "a.bin."
    try:
        whole(read(data, "a.bin"))
    except Unreadable as refusal:
        said = str(refusal)
    assert said.startswith("a.bin")
    assert said.endswith(".")
    assert "\n" not in said


def a_text(data: bytes) -> None:
    """A file of text: its text is what its bytes say, letter for letter."""
    try:
        document = read(data, "a.txt")
    except Unreadable:
        return
    if sniff.kind(data, "a.txt")[0] == "text" and not _is_page(document, data):
        assert document.text == decode(data, "a.txt")
    whole(document)


def _is_page(document: Document, data: bytes) -> bool:
    """Whether HTML was found in it, also below a head of Markdown: then the text is what a browser shows."""
    return document.media_type == "text/html" or is_html(decode(data, "a.txt").rpartition("---")[2])


def a_kind(data: bytes) -> None:
    """Every file is of a kind, or refused in a sentence."""
    said = "a.doc "
    try:
        sniff.kind(data, "a.doc")
    except Unreadable as refusal:
        said = str(refusal)
    assert said.startswith("a.doc ")


def a_record(data: bytes) -> None:
    """What is not a record is refused by RecordError alone; a file of records by it too."""
    for reading in (lambda: check_lines([(1, data)]), lambda: list(records_one_by_one(io.BytesIO(data)))):
        said = ""
        try:
            assert all(check(one.record) == one.record for one in reading())
        except RecordError as error:
            said = str(error)
        assert "\n" not in said


def an_address(query: str) -> None:
    """Any address gives values or problems, a page's number or "not found", and links back to itself."""
    request = HttpRequest()
    request.GET = QueryDict(query.encode("utf-8", "replace"))
    values = asked(request)
    found = [
        values.text("a"),
        values.number("a", "x"),
        values.date("a", "x"),
        values.choice("a", {"b": "c"}, "x"),
    ]
    assert all(isinstance(value, str) for value in (found[0], with_values(request, a="b")))
    Sort(request, {"due": ("due",)}, "due").href("due")
    try:
        assert page_number(request) > 0
    except Http404:
        return


def a_csv(rows: list[list[Any]]) -> None:
    """A CSV file gives back every cell and begins none of them with a formula, however it is parted."""
    text = "".join(lines(["a"], rows)).removeprefix(BYTE_ORDER_MARK)
    back = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert back == [[cell(value) for value in row] for row in rows]
    for row in rows:
        for value in row:
            shown = cell(value)
            if isinstance(value, str):
                assert not may_run(shown)
                assert shown.replace("'", "") == value.replace("'", "")


def _grammar(text: str) -> None:
    a_text(text.encode("utf-8", "replace"))


_RECORD = json.dumps(read_minutes(read(seeds.TEXT.encode(), "a.txt"))).encode()
_WORDS = st.sampled_from(
    [
        *("\n", "\n\n", "\t", "  ", "PCC to", "4 March 2021", "Ada Fenn", "next meeting", "AGREED that"),
        *"ACTION CC report by June 1. 2.1 a) Present: Apologies 31/2/21 ² noted • (AF) 10:30 Q5 § 00".split(),
        *"<td> | 99999999999999999999. Item Owner Due will “ 0".split(),
    ]
)
_ADDRESS = st.builds("a={}&page={}&sort={}".format, st.text(), st.text("0123456789²-"), st.text())
_HEADS = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    *(b"{\\rtf1", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xff\xfe", b"%PDF-"),
)
_CELL = st.text() | st.text("=+-@\t\r\n ;,|'\"＝＋－＠\0\u200ba1", max_size=8) | st.integers() | st.none()

PARSERS: dict[str, Parser] = {
    "pdf": Parser(seeds.of_bytes("pdf", *seeds.PDFS), a_file),
    "docx": Parser(seeds.of_zip(seeds.word), a_file),
    "odt": Parser(seeds.of_zip(seeds.open_document) | seeds.of_bytes("markup", seeds.FLAT), a_file),
    "html": Parser(seeds.of_bytes("markup", seeds.HTML.encode()), a_file),
    "markdown": Parser(seeds.of_bytes("text", seeds.MARKDOWN.encode()), a_text),
    "text": Parser(seeds.of_bytes("text", seeds.TEXT.encode(), seeds.TEXT.encode("utf-16")), a_text),
    "kinds": Parser(seeds.of_bytes("text", *_HEADS), a_kind),
    "records": Parser(seeds.of_bytes("json", _RECORD), a_record),
    "grammar": Parser(st.lists(_WORDS | st.text(max_size=6), max_size=60).map(" ".join), _grammar),
    "addresses": Parser(st.text() | _ADDRESS, an_address),
    "csv": Parser(st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=4), a_csv),
}
"""Every parser of what strangers send, by name."""
