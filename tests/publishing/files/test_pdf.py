"""PDF files that are given out: their pages alone, and never with text that cannot be seen."""

from __future__ import annotations

import zlib

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from answerable.core.minutes.sheet import Sheet, Text
from answerable.publishing.files.cleaning import clean, text_of
from answerable.publishing.files.package import every_part
from answerable.publishing.files.readable import hard_to_read
from answerable.readers.errors import Unreadable
from answerable.writers.files import write
from tests.hostile import making_pdf
from tests.hostile.raw_pdf import CATALOG, FONT, PAGES, one_page, page, pdf, stream

SECRET = "Quillfeather"
SHOWN = b"BT /F1 12 Tf 72 720 Td (Callers waited 42 seconds less.) Tj ET "
MEDIA = "application/pdf"


def cleaned(data: bytes) -> bytes:
    return clean(data, "paper.pdf", "Answering 101").content


def words(content: bytes) -> str:
    return " ".join(text_of(content, MEDIA, "paper.pdf").split())


def gone(content: bytes) -> bool:
    return not any(SECRET.encode() in part for part in every_part(content))


def test_what_is_seen_stays() -> None:
    assert words(cleaned(one_page(SHOWN))) == "Callers waited 42 seconds less."
    written = write(
        Sheet("Calls", [Text("Callers waited 42 seconds less in the spring, said the DCC.")]), "pdf"
    )
    assert "Callers waited 42 seconds less in the spring, said the DCC." in words(cleaned(written))


def drawn(secret: bytes) -> bytes:
    return one_page(SHOWN + secret)


@pytest.mark.parametrize(
    "secret",
    [
        b"BT /F1 12 Tf 72 600 Td (Quillfeather) Tj ET 0 g 70 595 120 20 re f",
        b"BT /F1 12 Tf 72 600 Td (Quillfeather) Tj ET 1 1 1 rg 70 595 120 20 re f",
        b"1 1 1 rg BT /F1 12 Tf 72 600 Td (Quillfeather) Tj ET",
        b"0 g 70 595 120 20 re f BT /F1 12 Tf 72 600 Td (Quillfeather) Tj ET",
        b"BT 3 Tr /F1 12 Tf 72 600 Td (Quillfeather) Tj ET",
        b"BT /F1 12 Tf 5000 600 Td (Quillfeather) Tj ET",
        b"BT /F1 12 Tf 72 -300 Td (Quillfeather) Tj ET",
        b"BT /F1 0.1 Tf 72 600 Td (Quillfeather) Tj ET",
        b"q 0 0 1 1 re W n BT /F1 12 Tf 72 600 Td (Quillfeather) Tj ET Q",
    ],
    ids=["box", "white box", "white", "black on black", "invisible", "beside", "below", "tiny", "clipped"],
)
def test_text_that_cannot_be_seen_refuses_the_file(secret: bytes) -> None:
    with pytest.raises(Unreadable, match="cannot be seen"):
        cleaned(drawn(secret))


def scanned(over: bytes, ground: bytes = b"") -> bytes:
    """A page with a picture of words, and what is drawn on it."""
    taken = Image.new("L", (400, 60), 255)
    ImageDraw.Draw(taken).text((10, 10), SECRET, 0, ImageFont.load_default(36))
    dots = zlib.compress(taken.tobytes())
    about = b"/Subtype /Image /Width 400 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (about, len(dots), dots)
    head = page().replace(b"/Resources <<", b"/Resources << /XObject << /P 6 0 R >>")
    drawing = b"q 200 0 0 30 72 600 cm /P Do Q "
    return pdf(CATALOG, PAGES, head, stream(ground + SHOWN + drawing + over), FONT, picture)


@pytest.mark.parametrize(
    "over",
    [b"0 g 70 595 220 40 re f", b"1 g 70 595 220 40 re f", b"0.5 g 72 600 120 30 re f"],
    ids=["box", "white box", "half of it"],
)
def test_a_picture_under_a_box_refuses_the_file(over: bytes) -> None:
    with pytest.raises(Unreadable, match="drawn over a picture on page 1"):
        cleaned(scanned(over))


def test_a_picture_under_a_box_in_a_group_of_its_own_refuses_the_file() -> None:
    data = scanned(b"0 g 70 595 220 40 re f")
    inner = b"q 200 0 0 30 72 600 cm /P Do Q 0 g 70 595 220 40 re f"
    group = b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /P 6 0 R >> >>"
    group += b" /Length %d >>\nstream\n%b\nendstream" % (len(inner), inner)
    head = page().replace(b"/Resources <<", b"/Resources << /XObject << /G 7 0 R >>")
    picture = data[data.index(b"6 0 obj\n") + 8 : data.rindex(b"\nendobj")]
    with pytest.raises(Unreadable, match="drawn over a picture"):
        cleaned(pdf(CATALOG, PAGES, head, stream(SHOWN + b"/G Do"), FONT, picture, group))


@pytest.mark.parametrize(
    ("over", "ground"),
    [
        (b"", b""),
        (b"0 G 2 w 60 590 240 50 re S", b""),
        (b"BT /F1 12 Tf 90 560 Td (A letter) Tj ET", b""),
        (b"", b"0.8 g 0 0 600 800 re f 0 g "),
        (b"/F1 12 Tf 1 0 0 rg 72 596 200 1 re f", b""),
    ],
    ids=["alone", "frame", "words below", "on a ground", "a line under it"],
)
def test_a_picture_that_is_seen_stays(over: bytes, ground: bytes) -> None:
    assert "Callers waited" in words(cleaned(scanned(over, ground)))


def test_words_behind_what_is_shown_refuse_the_file() -> None:
    behind = b"/Span <</ActualText (Quillfeather)>> BDC BT /F1 12 Tf 72 600 Td (Somebody) Tj ET EMC"
    with pytest.raises(Unreadable, match="behind what is shown"):
        cleaned(drawn(behind))


def noted(kind: bytes) -> bytes:
    note = b"<< /Type /Annot /Subtype /%b /Rect [70 595 190 615] /Contents (%b) >>" % (kind, SECRET.encode())
    head = page(more=b"").replace(b"/Type /Page ", b"/Type /Page /Annots [6 0 R] ")
    return pdf(CATALOG, PAGES, head, stream(SHOWN), FONT, note)


@pytest.mark.parametrize("kind", [b"Square", b"Redact", b"Text", b"FreeText", b"Stamp", b"Ink", b"Highlight"])
def test_notes_over_a_page_refuse_the_file(kind: bytes) -> None:
    with pytest.raises(Unreadable, match="notes, drawings or fields"):
        cleaned(noted(kind))


def test_links_are_taken_off() -> None:
    content = cleaned(noted(b"Link"))
    assert gone(content)
    assert words(content) == "Callers waited 42 seconds less."


def test_what_the_file_says_of_itself_and_what_nothing_refers_to_is_gone() -> None:
    about = b"<< /Author (Quillfeather) /Title (Quillfeather) >>"
    loose = stream(b"Quillfeather")
    data = pdf(CATALOG, PAGES, page(), stream(SHOWN), FONT, about, loose, trailer=b"/Info 6 0 R")
    assert SECRET.encode() in data
    assert gone(cleaned(data))


@pytest.mark.parametrize("key", [b"Metadata", b"PieceInfo", b"Thumb", b"AA"])
def test_what_hangs_on_a_page_is_gone(key: bytes) -> None:
    head = page().replace(b"/Type /Page ", b"/Type /Page /%b 6 0 R " % key)
    data = pdf(CATALOG, PAGES, head, stream(SHOWN), FONT, stream(b"Quillfeather"))
    assert gone(cleaned(data))


def test_an_earlier_version_of_it_is_gone() -> None:
    """A file that was changed by adding to its end still holds what it said before."""
    first = one_page(b"BT /F1 12 Tf 72 720 Td (Quillfeather) Tj ET")
    start = len(first)
    more = b"4 0 obj\n%b\nendobj\n" % stream(SHOWN)
    table = b"xref\n4 1\n%010d 00000 n \n" % start
    before = first.rindex(b"startxref")
    old = int(first[before:].split()[1])
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        old,
        start + len(more),
    )
    data = first + more + table + trailer
    content = cleaned(data)
    assert gone(content)
    assert words(content) == "Callers waited 42 seconds less."


def test_a_file_in_it_and_a_script_are_gone() -> None:
    for made in (making_pdf.attached, making_pdf.script, making_pdf.launch):
        content = cleaned(made())
        bare = b"".join(every_part(content))
        assert not any(key in bare for key in (b"/JavaScript", b"/EmbeddedFile", b"/Launch", b"/OpenAction"))


def test_a_field_is_refused_and_a_form_without_one_is_gone() -> None:
    with pytest.raises(Unreadable, match="fields"):
        cleaned(noted(b"Widget"))
    assert not any(b"AcroForm" in part for part in every_part(cleaned(making_pdf.form())))


def test_a_layer_is_refused() -> None:
    layer = b"<< /Type /OCG /Name (Quillfeather) >>"
    head = b"/Properties << /L1 6 0 R >>"
    data = pdf(CATALOG, PAGES, page(more=head), stream(b"/OC /L1 BDC " + SHOWN + b"EMC"), FONT, layer)
    with pytest.raises(Unreadable, match="OCG"):
        cleaned(data)


@pytest.mark.parametrize("made", [making_pdf.cut, making_pdf.locked, making_pdf.noise])
def test_what_cannot_be_read_is_refused(made: object) -> None:
    with pytest.raises(Unreadable):
        cleaned(made())  # type: ignore[operator]


def test_the_same_file_is_cleaned_to_the_same_bytes_and_says_no_day() -> None:
    content = cleaned(one_page(SHOWN))
    assert content == cleaned(one_page(SHOWN))
    assert b"CreationDate" not in content
    assert len(pdfium.PdfDocument(content)) == 1


def test_says_what_makes_it_hard_to_use() -> None:
    said = " ".join(hard_to_read(cleaned(one_page(SHOWN)), MEDIA))
    assert "no tags" in said
    assert "no title" in said
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    data = zlib.compress(b"\0")
    image = picture + b" /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(data), data)
    scan = pdf(
        CATALOG,
        PAGES,
        page(more=b"/XObject << /I 6 0 R >>"),
        stream(b"q 500 0 0 700 40 40 cm /I Do Q"),
        FONT,
        image,
    )
    assert "picture without text" in " ".join(hard_to_read(cleaned(scan), MEDIA))
