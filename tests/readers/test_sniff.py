"""What kind of file some bytes are: by content, never by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.readers import Unreadable, archive, read, sniff
from tests.readers.making import docx, flat_odt, odt, p, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 100


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf junk before %PDF-1.4", "pdf"),
        (docx(p("x")), "docx"),
        (odt("<text:p>x</text:p>"), "odt"),
        (flat_odt("<text:p>x</text:p>"), "flat-odt"),
        (ole("WordDocument"), "doc"),
        (b"{\\rtf1 x}", "rtf"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"  <!-- saved --><HTML><body>x", "html"),
        ("<html>x".encode("utf-16"), "html"),
        (b"<p>x</p>", "html"),
        (b"\t<ul> <li>x</li> </ul>\tCC\n2.\tBoats\tACC\n", "text"),
        (b"<p> is where the paragraph starts\nand this\nis plain\ntext\n", "text"),
        (b"1.\tBoats\tCC\n", "text"),
        (b"BMX club minutes\n", "text"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
    ],
)
def test_kinds(data: bytes, kind: str) -> None:
    for name in ("minutes.txt", "minutes.pdf", "minutes"):
        assert sniff.kind(data, name)[0] == kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \r\n\0\t", "is empty"),
        (b"\0\1\2\3" * 100, "not a kind of file that can be read"),
        (zipped({"a.txt": "x"}), "is a zip archive and no document"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "is a spreadsheet"),
        (zipped({"[Content_Types].xml": "", "ppt/p.xml": ""}), "is a presentation"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}),
            "a spreadsheet",
        ),
        (ole("EncryptedPackage"), "is locked with a password; open it in Word"),
        (ole("Workbook"), "is a spreadsheet"),
        (ole("__properties_version1.0"), "is an Outlook message"),
        (OLE, "old Office file without a Word document"),
        (b"<?xml version='1.0'?><pkg:package>", "stored as one XML file"),
        (b"From: a\nMIME-Version: 1.0\n\nx", "is a mail or a web archive"),
        (docx(p("x"))[:200], "is damaged or cut short"),
        (docx(p("x"))[:-30], "is damaged or cut short"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence) as refusal:
        read(data, "minutes.docx")
    assert str(refusal.value).startswith("minutes.docx ")
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_part_that_unpacks_to_far_more_than_it_should() -> None:
    with pytest.raises(Unreadable, match="unpacks to far more than a document needs"):
        read(docx("<w:p>" + " " * 30_000_000 + "</w:p>"), "bomb.docx")


def test_parts_that_together_unpack_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    with pytest.raises(Unreadable, match="unpacks to far more"):
        read(docx(p("x" * 400), styles=" " * 800), "bomb.docx")


def test_a_torn_directory() -> None:
    with pytest.raises(Unreadable, match="is damaged or cut short"):
        read(docx(p("x")).replace(b"PK\x01\x02", b"PK\x01\x03", 1), "torn.docx")


def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    with pytest.raises(Unreadable, match="zip archive of 4 entries"):
        read(docx(p("x")), "many.docx")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"\xff\xfe"]),
)
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes, head: bytes) -> None:
    sentence = ""
    try:
        kind, _ = sniff.kind(head + data, "any")
        if kind in ("text", "html"):
            read(head + data, "any")
    except Unreadable as refusal:
        sentence = str(refusal)
    assert sentence == "" or sentence.startswith("any ")


@given(st.integers(0, 1500), st.binary(min_size=1, max_size=4))
def test_a_docx_with_damaged_bytes_is_read_or_refused(at: int, junk: bytes) -> None:
    data = bytearray(docx(p("Ada Fenn") * 5, styles="<w:styles xmlns:w='x'/>"))
    data[at : at + len(junk)] = junk
    sentence = ""
    try:
        read(bytes(data), "torn.docx")
    except Unreadable as refusal:
        sentence = str(refusal)
    assert sentence == "" or sentence.startswith(("torn.docx ", "torn.docx: "))


def test_every_refusal_names_the_file() -> None:
    with pytest.raises(Unreadable, match=r"^torn\.pdf"):
        read(b"%PDF-1.4 torn", "torn.pdf")
