"""Word files whose XML is made to swell, to reach out or to wear the reader down."""

from __future__ import annotations

import io
import zipfile

from tests.hostile.cases import WORDS, hostile
from tests.readers.making import R, W, docx, p, tbl, unzipped, zipped

GROUP = "Word (DOCX)"
OWN_TYPE = "{name} declares a document type of its own, which no office file does; it was not read."
DEEP = "{name} nests its parts too deeply; open it in the program that made it and save it again."
TEXT = "{name} gives more text than minutes can have (over 6 MB) and was not read; split it."
BROKEN = "{name} is damaged: its XML is broken; open it in the program that made it and save it again."


def stored(data: bytes) -> bytes:
    """The same archive with nothing packed, so that the guard against bombs lets it by."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in unzipped(data).items():
            archive.writestr(name, content)
    return stream.getvalue()


def declared(declaration: str, body: str) -> bytes:
    """A DOCX whose body begins with a document type."""
    parts = unzipped(docx(""))
    xml = f"<!DOCTYPE w [{declaration}]><w:document {W} {R}><w:body>{body}</w:body></w:document>"
    return zipped({**parts, "word/document.xml": xml})


@hostile("outside-entity.docx", GROUP, "an entity that names /etc/passwd", refused=OWN_TYPE)
def outside_entity() -> bytes:
    return declared('<!ENTITY x SYSTEM "file:///etc/passwd">', p("&x;"))


@hostile(
    "web-entity.docx", GROUP, "a document type and an entity to be fetched from the network", refused=OWN_TYPE
)
def web_entity() -> bytes:
    return declared('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;', p(WORDS))


def laughs() -> str:
    """The billion laughs: ten entities, each ten of the one before."""
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10)]
    return "".join(lines)


@hostile("billion-laughs.docx", GROUP, "ten entities that swell to a billion words", refused=OWN_TYPE)
def billion_laughs() -> bytes:
    return declared(laughs(), p("&a9;"))


@hostile("deep.docx", GROUP, "elements nested 100,000 deep", refused=DEEP)
def deep() -> bytes:
    return stored(docx("<w:ins>" * 100_000 + p(WORDS) + "</w:ins>" * 100_000))


@hostile("deep-tables.docx", GROUP, "tables in tables, 200 deep", refused=DEEP)
def deep_tables() -> bytes:
    body = p(WORDS)
    for _ in range(200):
        body = tbl([[body + p()]], widths=(9000,))
    return docx(body)


@hostile(
    "deep-as-allowed.docx", GROUP, "tables in tables, as deep as XML may be", treatment="Read, cell in cell."
)
def deep_as_allowed() -> bytes:
    body = p(WORDS)
    for _ in range(80):
        body = tbl([[body]], widths=(9000,))
    return docx(body)


@hostile(
    "wide-table.docx",
    GROUP,
    "a row of 20,000 cells that says it spans two billion columns",
    treatment="Read; a span counts for as much as a page can hold.",
)
def wide_table() -> bytes:
    wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr>{p(WORDS)}</w:tc>"
    return stored(docx(tbl([[wide, *[p("x")] * 20_000]])))


@hostile(
    "long-table.docx",
    GROUP,
    "a table of 30,000 rows",
    refused=TEXT,
)
def long_table() -> bytes:
    return stored(docx(tbl([[p("1."), p(WORDS), p("CC")]] * 30_000)))


@hostile(
    "paragraphs.docx",
    GROUP,
    "a hundred thousand paragraphs",
    refused=TEXT,
)
def paragraphs() -> bytes:
    return stored(docx(p(WORDS) * 100_000))


@hostile("endless.docx", GROUP, "one paragraph of a million letters", refused=TEXT)
def endless() -> bytes:
    return docx(p((WORDS + " ") * 25_000))


@hostile(
    "runs.docx", GROUP, "a paragraph of 100,000 runs of a letter each", reads=("xxxxxxxx",), treatment="Read."
)
def runs() -> bytes:
    return stored(docx("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 100_000 + "</w:p>"))


@hostile(
    "numbers.docx",
    GROUP,
    "a list whose numbers start at ten to the power of 5,000",
    treatment="Read; a number that cannot be is left out.",
)
def numbers() -> bytes:
    huge = "9" * 5_000
    inside = f"<w:start w:val='{huge}'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/>"
    levels = f"<w:lvl w:ilvl='0'>{inside}</w:lvl><w:lvl w:ilvl='999999999'>{inside}</w:lvl>"
    numbering = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='1'>{levels}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    )
    listed = p(WORDS, pr=f"<w:numPr><w:ilvl w:val='{huge}'/><w:numId w:val='1'/></w:numPr>")
    sized = f"<w:p><w:r><w:rPr><w:sz w:val='{huge}'/></w:rPr><w:t>{WORDS}</w:t></w:r></w:p>"
    return docx(listed + sized, numbering=numbering)


@hostile(
    "style-ring.docx", GROUP, "styles that are each based on the other", treatment="Read; the ring is cut."
)
def style_ring() -> bytes:
    style = "<w:style w:type='paragraph' w:styleId='{0}'><w:basedOn w:val='{1}'/></w:style>"
    styles = f"<w:styles {W}>{style.format('a', 'b')}{style.format('b', 'a')}</w:styles>"
    return docx(p(WORDS, pr="<w:pStyle w:val='a'/>"), styles=styles)


@hostile("style-chain.docx", GROUP, "5,000 styles, each based on the next", treatment="Read.")
def style_chain() -> bytes:
    style = "<w:style w:type='paragraph' w:styleId='s{0}'><w:basedOn w:val='s{1}'/></w:style>"
    styles = "".join(style.format(at, at + 1) for at in range(5_000))
    return docx(p(WORDS, pr="<w:pStyle w:val='s0'/>"), styles=f"<w:styles {W}>{styles}</w:styles>")


@hostile("notes.docx", GROUP, "5,000 footnotes that refer to one another", treatment="Read, each note once.")
def notes() -> bytes:
    reference = "<w:r><w:footnoteReference w:id='{0}'/></w:r>"
    note = "<w:footnote w:id='{0}'><w:p><w:r><w:t>note</w:t></w:r>{1}</w:p></w:footnote>"
    notes = "".join(note.format(at, reference.format((at + 1) % 5_000)) for at in range(5_000))
    body = p(WORDS) + "<w:p>" + "".join(reference.format(at) for at in range(5_000)) + "</w:p>"
    return stored(docx(body, footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>"))


@hostile("broken.docx", GROUP, "XML that ends in the middle", refused=BROKEN)
def broken() -> bytes:
    return zipped({**unzipped(docx(p(WORDS))), "word/document.xml": f"<w:document {W}><w:body><w:p>"})


@hostile(
    "empty-body.docx",
    GROUP,
    "a document without a body",
    refused="{name} is damaged: its main part is no Word document; open it in Word and save it again.",
)
def empty_body() -> bytes:
    return zipped({**unzipped(docx(p(WORDS))), "word/document.xml": f"<w:document {W}/>"})


@hostile(
    "blank.docx",
    GROUP,
    "a document of 50,000 empty paragraphs",
    reads=(),
    refused="{name} holds no text that can be read; look whether it is the right file.",
)
def blank() -> bytes:
    return stored(docx("<w:p/>" * 50_000))
