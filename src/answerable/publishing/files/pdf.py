"""A PDF with its pages alone: imported into a new document, without notes, forms, layers or history.

What stands on a page and cannot be seen there (words or pictures under a box, white on white, outside of the
page) would go with the page, so such a file is refused.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from answerable.publishing.files.covered import covers_picture
from answerable.publishing.files.package import streams, without_streams
from answerable.publishing.files.visible import unseen
from answerable.readers.errors import Unreadable

MOST_PAGES = 400
HARMLESS_NOTES = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP})
"""Notes that cover nothing: a page looks the same without them."""
UNWANTED = re.compile(
    rb"/(?:JavaScript|JS|EmbeddedFiles?|Launch|AcroForm|XFA|OpenAction|AA|RichMedia|PieceInfo|OCGs?|OCMD|Metadata"
    rb"|Thumb|Annots)\b(?!\s*\[\s*\])"
)
"""Keys that no page needs: what bears one after cleaning is not given out."""
REFERRED = re.compile(rb"/(?:Metadata|PieceInfo|Thumb|AA)\s+\d+ 0 R")
DATED = re.compile(rb"/CreationDate\(D:[^)]*\)")
IDENTIFIED = re.compile(rb"/ID\s*\[\s*<[0-9A-F]+>\s*<[0-9A-F]+>\s*\]")
PICTURE_NOTES = re.compile(
    rb"\xff(?:\xe1|\xed)(..)(?=Exif\0\0|http://ns\.adobe\.com/|Photoshop 3\.0\0)", re.DOTALL
)
ACTUAL_TEXT = re.compile(rb"/(?:ActualText|Alt|E)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)")
LONGEST_BEHIND = 3
"""Letters of a text that stands behind a sign: a hyphen or "ffi" has one, and words are not shown."""
LANGUAGE = "en-GB"


def clean_pdf(data: bytes, name: str) -> tuple[bytes, dict[str, list[str]]]:
    """The pages as a new file, and the words of what was taken out, by what it was. Raises Unreadable."""
    source = _opened(data, name)
    taken = _taken(source, data)
    for place in range(len(source)):
        _refuse_unfit(source, place, name)
        if covers_picture(data, place):
            raise Unreadable(
                f"{name} has something drawn over a picture on page {place + 1}, and what is under it would"
                " be in the file. Put the picture in as it is to be seen, and make the PDF anew."
            )
    content = _pages_alone(source)
    content = _pages_alone(_opened(REFERRED.sub(_blank, content), name))  # what nothing refers to now is gone
    content = _same_each_time(DATED.sub(_blank, content))
    _refuse_left_over(content, name)
    return content, taken


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        found = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise Unreadable(f"{name} is damaged or locked, so it cannot be given out.") from None
    if not 0 < len(found) <= MOST_PAGES:
        raise Unreadable(f"{name} has more than {MOST_PAGES} pages; publish it in parts.")
    return found


def _taken(source: pdfium.PdfDocument, data: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    about = [value for value in source.get_metadata_dict().values() if value]
    if about:
        found["what the file said of itself"] = about
    if raw.FPDFDoc_GetAttachmentCount(source) > 0:
        names = [source.get_attachment(at).get_name() for at in range(source.count_attachments())]
        found["files attached to it"] = names
    if raw.FPDFDoc_GetJavaScriptActionCount(source) > 0:
        found["scripts"] = []
    if data.count(b"%%EOF") > 1:
        found["earlier versions of it"] = []
    return found


def _refuse_unfit(source: pdfium.PdfDocument, place: int, name: str) -> None:
    page = source[place]
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in HARMLESS_NOTES:
            raise Unreadable(
                f"{name} has notes, drawings or fields over page {place + 1}, and what is under them would be"
                " read. Print it to a new PDF, or give the file that it was made from."
            )
    hidden = unseen(page)
    if hidden:
        raise Unreadable(
            f"{name} has text on page {place + 1} that cannot be seen there: under a box, in the colour of"
            " the paper, or outside of the page. Take it out in the file that it was made from."
        )


def _pages_alone(source: pdfium.PdfDocument) -> bytes:
    made = pdfium.PdfDocument.new()
    made.import_pages(source)
    for page in made:
        while raw.FPDFPage_GetAnnotCount(page) > 0:
            if not raw.FPDFPage_RemoveAnnot(page, 0):
                break
    raw.FPDFCatalog_SetLanguage(made, (ctypes.c_ushort * (len(LANGUAGE) + 1))(*map(ord, LANGUAGE)))
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _blank(match: re.Match[bytes]) -> bytes:
    """As many blanks: no place in the file moves."""
    return b" " * len(match[0])


def _same_each_time(content: bytes) -> bytes:
    """Without the notes of cameras in pictures, and with an identity made of the file itself."""
    found = bytearray(content)
    for match in PICTURE_NOTES.finditer(content):
        length = int.from_bytes(match[1], "big") - 2
        found[match.end() : match.end() + length] = bytes(min(length, len(found) - match.end()))
    bare = IDENTIFIED.sub(_blank, bytes(found))
    digest = hashlib.sha256(bare).hexdigest()[:32].upper().encode()
    return IDENTIFIED.sub(lambda one: (b"/ID[<%s><%s>]" % (digest, digest)).ljust(len(one[0])), bytes(found))


def _refuse_left_over(content: bytes, name: str) -> None:
    left = UNWANTED.search(without_streams(content))
    if left:
        what = left[0].decode("ascii", "replace").strip("/")
        raise Unreadable(f"{name} has a part ({what}) that could not be taken out. Print it to a new PDF.")
    for part in streams(content):
        for match in ACTUAL_TEXT.finditer(part):
            if sum(one.isalnum() for one in _decoded(match[1])) > LONGEST_BEHIND:
                raise Unreadable(f"{name} has words behind what is shown. Print it to a new PDF.")


def _decoded(said: bytes) -> str:
    """A string of a PDF: in brackets, or in hexadecimal digits; Latin, or UTF-16 with its mark."""
    if said.startswith(b"<"):
        digits = b"".join(said[1:-1].split())
        bare = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        bare = re.sub(rb"\\([0-7]{1,3}|.)", _escaped, said[1:-1], flags=re.DOTALL)
    return bare[2:].decode("utf-16-be", "replace") if bare.startswith(b"\xfe\xff") else bare.decode("latin-1")


def _escaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    return bytes([int(said, 8) & 255]) if said.isdigit() else said
