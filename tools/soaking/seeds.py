"""Small valid files, and the damage that is done to them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import lru_cache

from hypothesis import strategies as st

from tests.hostile import raw_pdf
from tests.readers.making import W, docx, flat_odt, listed, odt, p, tbl, unzipped

Edit = tuple[str, int, int, bytes]
TEXT = (
    "Meeting of 4 March 2021\nPresent: Ada Fenn (AF), the chief officer (CC)\n\n1.\tApologies\n\tNone.\n"
    "2.\tBoats\tACTION\n\tCC to report back by June.\tCC\n* one\n* two\n\n"
    "3. Any other business\nNone <b>x</b>.\n"
)
MARKDOWN = (
    "---\ntitle: Minutes\n---\n\n# Boats\n\n"
    "| No | Item | Who |\n|---|---|---|\n| 1 | **Fix** it | CC |\n\n- a\n"
)
HTML = (
    "<!doctype html><html><head><meta charset=utf-8><style>.h{display:none} td{width:3cm}</style>"
    "</head><body>"
    "<h1>Minutes</h1><table><tr><td colspan=2 width=40>1.</td><td style='width:2.5cm'>CC <b>to act</b>"
    "</td></tr>"
    "</table><ol start=3 type=a><li value=4>x<ul><li>y</ul></ol>"
    "<p class=h>gone<del>d</del>&amp;&#65;</body></html>"
)
NUMBERING = (
    f"<w:numbering {W}><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='2'/>"
    "<w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
)
STYLES = (
    f"<w:styles {W}><w:style w:type='paragraph' w:default='1' w:styleId='a'><w:basedOn w:val='b'/>"
    "<w:rPr><w:sz w:val='22'/></w:rPr></w:style><w:style w:styleId='b'><w:pPr><w:ind w:left='200'/>"
    "</w:pPr></w:style>"
    "</w:styles>"
)
_NOTES = f"<w:footnotes {W}><w:footnote w:id='1'>{p('note')}</w:footnote></w:footnotes>"
_RUN = (
    "<w:r><w:rPr><w:sz w:val='20'/></w:rPr><w:t>AF</w:t>"
    "<w:footnoteReference w:id='1'/><w:sym w:char='F0B7'/></w:r>"
)
_ODT = (
    "<text:h text:outline-level='1'>Boats</text:h><text:list text:style-name='L'>"
    "<text:list-item text:start-value='3'>"
    "<text:p>one<text:s text:c='3'/>two</text:p></text:list-item></text:list><table:table><table:table-column"
    " table:number-columns-repeated='2'/><table:table-row><table:table-cell table:number-columns-spanned='1'>"
    "<text:p>CC</text:p></table:table-cell></table:table-row></table:table>"
)
_ODT_STYLES = (
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1'"
    " text:start-value='2'/></text:list-style><style:style style:name='P' style:family='paragraph'>"
    "<style:text-properties fo:font-size='11pt'/></style:style>"
)

TOKENS: dict[str, Sequence[bytes]] = {
    "text": (
        *(b"\t", b"\n", b"\r", b"\x00", b"\xff", b"1.1.1 ", b"1st of June", "\u2028\u202e²".encode()),
        *b"| ** --- __ <li> ACTION 99999999999999999999 30/2/2021".split(),
    ),
    "markup": (
        *(b"\x00", b"\xff", "'²'".encode()),
        *b"'0' '-1' 'nan' '1e999' '999999999999' '9999' '' < > /> & <w:p> </w:p> <w:tbl> <td>".split(),
        *b"</table> <table> 1.2.3cm 0pt <b> &#55296; charset=utf-7 hidden <!--".split(),
    ),
    "pdf": (
        *(b"\x00", b"0 Tr", b"3 0 R", b"2 0 R", b"re S", b"/Rotate 90"),
        *b"0 -1 99999999 nan 1e38 << >> [ ] ( ) Tj Td endobj stream /Kids cm Tm".split(),
    ),
    "json": (
        *(b"[" * 5000, b"9" * 5000, b"\xff", b'"\\ud800"', b'"\\u0000"'),
        *b'null {} [] -1 1e400 true "2021-13-01" , " } NaN "x":1'.split(),
    ),
}
_KINDS = ("flip", "cut", "put", "over", "drop", "twice", "swap")


def edits(tokens: str, most: int = 5) -> st.SearchStrategy[list[Edit]]:
    """Damage: what to do, where, how long, and with what."""
    one = st.tuples(
        st.sampled_from(_KINDS),
        st.integers(0, 2**14),
        st.integers(0, 40),
        st.sampled_from(TOKENS[tokens]) | st.binary(max_size=6),
    )
    return st.lists(one, max_size=most)


def damaged(data: bytes, todo: Sequence[Edit]) -> bytes:
    """The bytes after each of the edits."""
    for kind, at, length, token in todo:
        at %= len(data) + 1
        head, body, tail = data[:at], data[at : at + length], data[at + length :]
        if kind == "flip":
            body = bytes([body[0] ^ (1 << length % 8)]) + body[1:] if body else body
        elif kind == "cut":
            body, tail = b"", b"" if length > 35 else body + tail
        elif kind == "put":
            body = token + body
        elif kind == "over":
            body, tail = token, (body + tail)[len(token) :]
        elif kind == "drop":
            body = b""
        elif kind == "twice":
            body = body * 2
        elif kind == "swap":
            body = body[::-1]
        data = head + body + tail
    return data


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip archive with right sums, so that the damage in a part reaches its reader."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


@lru_cache
def word() -> dict[str, bytes]:
    """The parts of a small DOCX with lists, a table, a note and styles."""
    body = (
        p("Boats", bold=True)
        + listed("one")
        + f"<w:p>{_RUN}</w:p>"
        + tbl([[p("1."), p("CC to act"), p("CC")]])
    )
    changed = (
        "<w:p><w:del w:id='1'><w:r><w:delText>x</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>y</w:t></w:r></w:ins></w:p>"
    )
    return unzipped(docx(body + changed, styles=STYLES, numbering=NUMBERING, footnotes=_NOTES))


@lru_cache
def open_document() -> dict[str, bytes]:
    """The parts of a small ODT."""
    return unzipped(odt(_ODT, styles=_ODT_STYLES))


def _in_a_part(parts: Callable[[], dict[str, bytes]]) -> st.SearchStrategy[bytes]:
    def made(name: str, todo: list[Edit]) -> bytes:
        return packed({**parts(), name: damaged(parts()[name], todo)})

    longest = max(parts(), key=lambda name: len(parts()[name]))
    return st.builds(made, st.sampled_from([*parts(), longest, longest, longest]), edits("markup"))


def of_zip(parts: Callable[[], dict[str, bytes]]) -> st.SearchStrategy[bytes]:
    """Damage in a part four times of five, else in the archive itself."""
    whole = st.builds(damaged, st.just(packed(parts())), edits("markup"))
    return st.one_of(*[_in_a_part(parts)] * 4, whole)


def of_bytes(tokens: str, *seeds: bytes) -> st.SearchStrategy[bytes]:
    """Damage to one of the seeds, or any bytes behind its beginning."""
    hurt = st.builds(damaged, st.sampled_from(seeds), edits(tokens))
    heads = st.sampled_from([seed[:8] for seed in seeds])
    return st.one_of(hurt, hurt, hurt, st.builds(bytes.__add__, heads, st.binary(max_size=200)))


PDFS = (
    raw_pdf.one_page(raw_pdf.shown("Minutes", "1. Boats", "CC to report back", "2. Ferries")),
    raw_pdf.one_page(
        raw_pdf.SHOWN + b" 50 600 m 500 600 l S 50 700 m 500 700 l S 50 600 m 50 700 l S 500 600 m"
        b" 500 700 l S 300 600 m 300 700 l S BT /F1 9 Tf 1 0 0 1 60 650 Tm (CC) Tj ET"
    ),
)
FLAT = flat_odt(_ODT)
