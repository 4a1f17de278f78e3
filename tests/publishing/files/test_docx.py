"""Word files that are given out: what is seen in them stays, and what is not is gone."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from answerable.publishing.files.cleaning import clean
from answerable.publishing.files.package import every_part
from answerable.publishing.files.readable import hard_to_read
from answerable.readers import read
from answerable.readers.errors import Unreadable
from tests.readers.making import docx, p, tbl, unzipped, zipped

SECRET = "Quillfeather"
SEEN = p("Callers waited 42 seconds less.")
DRAWN = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="C:/{0}.png" descr="{1}"/>'
    '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId9"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)


def cleaned(body: str, **parts: str | bytes) -> bytes:
    made = {**unzipped(docx(body)), **{name.replace("__", "/"): text for name, text in parts.items()}}
    return clean(zipped(made), "paper.docx", "Answering 101").content


def with_parts(body: str, parts: dict[str, str | bytes]) -> bytes:
    return clean(zipped({**unzipped(docx(body)), **parts}), "paper.docx", "Answering 101").content


def gone(content: bytes) -> bool:
    return not any(SECRET.encode() in part for part in every_part(content))


@pytest.mark.parametrize(
    "hidden",
    [
        f'<w:p><w:del w:author="{SECRET}"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>',
        f"<w:p><w:moveFrom><w:r><w:t>{SECRET}</w:t></w:r></w:moveFrom></w:p>",
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>",
        f'<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>',
        f'<w:p><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>',
        f'<w:p><w:r><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/></w:rPr>'
        f"<w:t>{SECRET}</w:t></w:r></w:p>",
        f'<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>',
        f'<w:p><w:r><w:instrText> AUTHOR "{SECRET}" </w:instrText></w:r></w:p>',
        f'<w:p><w:bookmarkStart w:id="1" w:name="{SECRET}"/><w:bookmarkEnd w:id="1"/></w:p>',
        f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/></w:sdtPr>'
        f"<w:sdtContent>{p('Kept.')}</w:sdtContent></w:sdt>",
        f'<w:p w:rsidR="{SECRET}"><w:r w:rsidR="{SECRET}"><w:t>Kept.</w:t></w:r></w:p>',
        f'<w:p><w:ins w:author="{SECRET}"><w:r><w:t>Kept.</w:t></w:r></w:ins></w:p>',
        f'<w:p><w:pPr><w:pPrChange w:author="{SECRET}"/></w:pPr><w:r><w:t>Kept.</w:t></w:r></w:p>',
        f'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="{SECRET}"/></w:object></w:r></w:p>',
        f"<w:p><w:r><w:t>Kept.</w:t></w:r><!-- {SECRET} --></w:p>",
    ],
)
def test_what_is_not_seen_is_gone(hidden: str) -> None:
    content = cleaned(SEEN + hidden)
    assert gone(content)
    text = read(content, "paper.docx").text
    assert "Callers waited 42 seconds less." in text
    assert ("Kept." in hidden) == ("Kept." in text)


@pytest.mark.parametrize(
    "shown",
    [
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', '<w:shd w:val="clear" w:fill="000000"/>',
        '<w:highlight w:val="yellow"/>', '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="FFFF00"/>',
    ],
)  # fmt: skip
def test_what_is_seen_on_a_ground_of_its_own_stays(shown: str) -> None:
    content = cleaned(f"<w:p><w:r><w:rPr>{shown}</w:rPr><w:t>Kept.</w:t></w:r></w:p>")
    assert "Kept." in read(content, "paper.docx").text


def styled(*styles: str) -> str:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:styles xmlns:w="{w}">{"".join(styles)}</w:styles>'


def white(words: str, more: str = "") -> str:
    return f'<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/>{more}</w:rPr><w:t>{words}</w:t></w:r></w:p>'


def shaded(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def table(rows: list[list[str]], properties: str = "", cell: str = "") -> str:
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr>{cell}</w:tcPr>{one}</w:tc>' for one in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


DARK, PALE = shaded("1F3864"), shaded("F2F2F2")
HEADED = (
    '<w:style w:type="table" w:styleId="Base"><w:tblStylePr w:type="firstRow">'
    f'<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>',
    '<w:style w:type="table" w:styleId="Headed"><w:basedOn w:val="Base"/></w:style>',
)
FIRST = '<w:tblStyle w:val="Headed"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
FIRST_BITS = '<w:tblStyle w:val="Headed"/><w:tblLook w:val="0620"/>'


def text_of(body: str, *styles: str) -> str:
    content = with_parts(SEEN + body, {"word/styles.xml": styled(*styles)})
    assert gone(content) == (SECRET not in read(content, "paper.docx").text)
    return read(content, "paper.docx").text


@pytest.mark.parametrize(
    "hidden",
    [
        table([[white(SECRET)]]),
        table([[white(SECRET)]], cell=PALE),
        table([[white(SECRET)]], cell=shaded("auto")),
        table([[white(SECRET, shaded("auto"))]]),
        table([[white(SECRET, shaded("FFFFFF"))]], cell=DARK),
        table([[white(SECRET, '<w:highlight w:val="white"/>')]], cell=DARK),
        table([[table([[white(SECRET)]], cell=PALE)]], cell=DARK),
        table([[white("Wait")], [white(SECRET)]], FIRST),
        table([[white(SECRET)]], '<w:tblStyle w:val="Headed"/><w:tblLook w:firstRow="0"/>'),
        table([[white(SECRET)]], FIRST, shaded("auto")),
        table([[white(SECRET).replace("FFFFFF", "203A60")]], cell=DARK),
        table([[white(SECRET).replace("FFFFFF", "C00000")]], cell=shaded("C00000")),
        white(SECRET, shaded("auto")),
        white(SECRET, '<w:shd w:val="solid" w:color="FFFFFF" w:fill="000000"/>'),
        white(SECRET, '<w:shd w:val="pct95" w:color="FFFFFF" w:fill="000000"/>'),
        white(SECRET).replace('w:val="FFFFFF"', 'w:val="000000" w:themeColor="background1"'),
    ],
)
def test_what_has_the_colour_of_its_ground_is_gone(hidden: str) -> None:
    assert SECRET not in text_of(hidden, *HEADED)


@pytest.mark.parametrize(
    "shown",
    [
        table([[white("Kept.")]], cell=DARK),
        table([[white("Kept.")]], DARK),
        table([[white("Kept.")]], FIRST),
        table([[white("Kept.")]], FIRST_BITS),
        table([[p("Kept.")], [p("Kept.")]], FIRST),
        table([[p("Kept.")]], cell=DARK),
        table([[table([[white("Kept.")]])]], cell=DARK),
        white("Kept.").replace("<w:r>", f"<w:pPr>{DARK}</w:pPr><w:r>", 1),
        white("Kept.", '<w:shd w:val="pct90" w:color="auto" w:fill="auto"/>'),
        white("Kept.").replace('w:val="FFFFFF"', 'w:val="808080"'),
    ],
)
def test_what_is_seen_on_a_dark_ground_stays(shown: str) -> None:
    assert text_of(shown, *HEADED).count("Kept.") == shown.count("Kept.")


@pytest.mark.parametrize(
    ("kind", "named", "properties"),
    [
        ("character", '<w:r><w:rPr><w:rStyle w:val="Own"/></w:rPr>', '<w:color w:val="FFFFFF"/>'),
        ("character", '<w:r><w:rPr><w:rStyle w:val="Own"/></w:rPr>', '<w:sz w:val="2"/>'),
        ("paragraph", '<w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r>', '<w:color w:val="FFFFFF"/>'),
        ("paragraph", '<w:pPr><w:pStyle w:val="Next"/></w:pPr><w:r>', '<w:sz w:val="2"/>'),
    ],
)
def test_what_a_style_hides_is_gone(kind: str, named: str, properties: str) -> None:
    own = f'<w:style w:type="{kind}" w:styleId="Own"><w:rPr>{properties}</w:rPr></w:style>'
    derived = f'<w:style w:type="{kind}" w:styleId="Next"><w:basedOn w:val="Own"/></w:style>'
    assert SECRET not in text_of(f"<w:p>{named}<w:t>{SECRET}</w:t></w:r></w:p>", own, derived)


def test_bands_of_a_table_count_from_under_its_head() -> None:
    band = f'<w:tblStylePr w:type="band1Horz"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>'
    style = f'<w:style w:type="table" w:styleId="Headed">{band}</w:style>'
    look = '<w:tblStyle w:val="Headed"/><w:tblLook w:firstRow="1" w:noHBand="0" w:noVBand="1"/>'
    told = text_of(table([[p("Head")], [white("Kept.")], [white(SECRET)], [white("Kept.")]], look), style)
    assert (told.count("Kept."), SECRET in told) == (2, False)


@pytest.mark.parametrize(
    "part",
    [
        "word/comments.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
        "customXml/item1.xml",
        "word/people.xml", "word/header1.xml", "word/settings.xml", "word/glossary/document.xml",
    ],
)  # fmt: skip
def test_other_parts_are_gone(part: str) -> None:
    text = f'<x xmlns:w="urn:w" author="{SECRET}"><t>{SECRET}</t></x>'
    assert gone(with_parts(SEEN, {part: text}))


@pytest.mark.parametrize("name", [f"word/embeddings/{SECRET}.bin", f"{SECRET}/x.txt", "word/vbaProject.bin"])
def test_embedded_files_and_macros_are_gone(name: str) -> None:
    content = with_parts(SEEN, {name: SECRET.encode()})
    assert gone(content)
    assert set(unzipped(content)) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml",
    } | {one for one in unzipped(content) if one in ("word/styles.xml", "word/numbering.xml")}  # fmt: skip


def pictured(words: str) -> bytes:
    taken = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = SECRET
    Image.new("RGB", (8, 8), "red").save(taken, "JPEG", exif=exif)
    assert SECRET.encode() in taken.getvalue()
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship'
        ' Id="rId9"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        f' Target="media/{SECRET}.jpg"/></Relationships>'
    )
    parts = {f"word/media/{SECRET}.jpg": taken.getvalue(), "word/_rels/document.xml.rels": relations}
    return with_parts(SEEN + DRAWN.format(SECRET, words), parts)


def test_a_picture_stays_without_what_the_camera_wrote() -> None:
    content = pictured("A chart of calls")
    assert gone(content)
    [picture] = [one for one in unzipped(content) if "media/" in one]
    with Image.open(io.BytesIO(unzipped(content)[picture])) as found:
        assert found.size == (8, 8)
    assert b"A chart of calls" in unzipped(content)["word/document.xml"]


def test_text_that_would_be_lost_refuses_the_file() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('In a box.')}</w:txbxContent></w:pict></w:r></w:p>"
    with pytest.raises(Unreadable, match="text in boxes"):
        cleaned(SEEN + box)


def test_a_style_that_hides_refuses_the_file() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = f'<w:styles xmlns:w="{w}"><w:style><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    with pytest.raises(Unreadable, match="style that hides"):
        with_parts(SEEN, {"word/styles.xml": styles})


def test_a_spreadsheet_is_refused_in_a_sentence() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Unreadable):
        clean(stream.getvalue(), "figures.xlsx", "Figures")
    with pytest.raises(Unreadable, match="Save it as PDF or DOCX"):
        clean(b"Callers waited.", "note.txt", "Note")


def test_the_same_file_is_cleaned_to_the_same_bytes() -> None:
    assert cleaned(SEEN) == cleaned(SEEN)


def test_says_what_makes_it_hard_to_use() -> None:
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    said = " ".join(hard_to_read(pictured(""), media))
    assert "no headings" in said
    assert "Pictures without words" in said
    assert "Tables without a row" in " ".join(hard_to_read(cleaned(SEEN + tbl([["a", "b", "c"]])), media))
    headed = cleaned('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Calls</w:t></w:r></w:p>')
    assert hard_to_read(headed, media) == []
