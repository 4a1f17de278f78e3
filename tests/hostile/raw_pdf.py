"""PDF files written by hand, object by object: no library would write such ones."""

from __future__ import annotations

import zlib

from tests.hostile.cases import WORDS

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
SHOWN = f"BT /F1 12 Tf 72 720 Td ({WORDS}) Tj ET".encode()
A4 = b"/MediaBox [0 0 595 842]"


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, more: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object."""
    if packed:
        content, more = zlib.compress(content, 9), more + b" /Filter /FlateDecode"
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), more, content)


def page(box: bytes = A4, more: bytes = b"") -> bytes:
    """A page whose content is object 4 and whose font is object 5."""
    return b"<< /Type /Page /Parent 2 0 R %b /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> >>" % (
        box,
        more,
    )


def one_page(
    content: bytes = SHOWN,
    *others: bytes,
    box: bytes = A4,
    resources: bytes = b"",
    catalog: bytes = b"",
    font: bytes = FONT,
) -> bytes:
    """A PDF of one page; ``others`` are objects from number 6."""
    head = CATALOG.replace(b">>", catalog + b" >>")
    return pdf(head, PAGES, page(box, resources), stream(content), font, *others)


def shown(*lines: str) -> bytes:
    """Content that shows lines, one below the other."""
    said = b"".join(f"({line}) Tj 0 -16 Td ".encode("latin-1") for line in lines)
    return b"BT /F1 12 Tf 72 720 Td " + said + b"ET"
