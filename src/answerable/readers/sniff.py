"""What kind of file some bytes are, told by their content: a name proves nothing."""

from __future__ import annotations

import re
from typing import Literal

from answerable.readers.archive import Archive
from answerable.readers.encoding import decode, without_mark
from answerable.readers.errors import Unreadable
from answerable.readers.markdown import is_html

Kind = Literal["pdf", "docx", "odt", "flat-odt", "doc", "rtf", "html", "image", "text"]

PDF_MARK_WITHIN = 1024
"""Bytes: PDF readers accept the mark anywhere in the first kilobyte (ISO 32000, annex H)."""
HEAD = 4096
"""Bytes in which HTML shows itself and binary data too."""
MOST_CONTROL = 0.02
"""Control characters in a text; more, and it is no text."""

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
)
_HTML = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*(?:<!doctype\s+html|<(?:html|head|body|meta|title)\b)",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_ODT = re.compile(r"<office:document\b")
_WORD_XML = re.compile(r"<pkg:package\b|<w:wordDocument\b|<\?mso-application")
_MAIL = re.compile(r"(?:^|\n)MIME-Version:\s*1", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_OTHER_OFFICE = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("Index/", "an iWork document"),
)
_OTHER_ODF = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "graphics": "a drawing"}


def kind(data: bytes, name: str) -> tuple[Kind, str]:
    """The kind of file, and its media type where the kind has several (images), else "".

    Raises Unreadable for what cannot be read: nothing at all, other office files, locked ones, binary data.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(f"{name} is empty; get a fresh copy of it.")
    if b"%PDF-" in data[:PDF_MARK_WITHIN]:
        return "pdf", ""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(Archive(data, name), name), ""
    if data.startswith(OLE_MARK):
        return _ole(data, name), ""
    if data.startswith(b"{\\rtf"):
        return "rtf", ""
    image = next((media for mark, media in _IMAGES if data.startswith(mark)), None)
    if image is None and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        image = "image/webp"
    if image and not (image == "image/bmp" and is_text(data)):
        return "image", image
    return _characters(data, name), ""


def _zipped(archive: Archive, name: str) -> Kind:
    names = archive.names()
    if "mimetype" in archive and "content.xml" in archive:
        media = archive.read("mimetype").decode("ascii", "replace").strip()
        other = next((what for word, what in _OTHER_ODF.items() if media.endswith(word)), None)
        if other:
            raise Unreadable(f"{name} is {other}, not minutes; save its text as DOCX, ODT or PDF.")
        return "odt"
    if "[Content_Types].xml" in archive and any(part.startswith("word/") for part in names):
        return "docx"
    for folder, what in _OTHER_OFFICE:
        if any(part.startswith(folder) for part in names):
            raise Unreadable(f"{name} is {what}, not minutes; save its text as DOCX, ODT or PDF.")
    raise Unreadable(f"{name} is a zip archive and no document; unpack it and read the files in it.")


def _ole(data: bytes, name: str) -> Kind:
    """Old Office files: streams are named in UTF-16 in the file's own directory."""
    if _stream("EncryptedPackage") in data:
        raise Unreadable(f"{name} is locked with a password; open it in Word and save it without one.")
    if _stream("WordDocument") in data:
        return "doc"
    for stream, what in (("Workbook", "a spreadsheet"), ("PowerPoint Document", "a presentation")):
        if _stream(stream) in data:
            raise Unreadable(f"{name} is {what}, not minutes; save its text as DOCX, ODT or PDF.")
    if _stream("__properties_version1.0") in data:
        raise Unreadable(f"{name} is an Outlook message; save the minutes that it carries as a file.")
    raise Unreadable(f"{name} is an old Office file without a Word document; save it as DOCX or PDF.")


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _characters(data: bytes, name: str) -> Kind:
    if not is_text(data):
        raise Unreadable(f"{name} is not a kind of file that can be read; save it as DOCX, ODT, PDF or text.")
    head = decode(data[:HEAD], name, errors="replace")
    if _FLAT_ODT.search(head):
        return "flat-odt"
    if _WORD_XML.search(head):
        raise Unreadable(f"{name} is a Word document stored as one XML file; save it as DOCX.")
    if _MAIL.search(head):
        raise Unreadable(f"{name} is a mail or a web archive; save the minutes in it as HTML, DOCX or PDF.")
    return "html" if _HTML.match(head) or _is_fragment(head) else "text"


def _is_fragment(head: str) -> bool:
    return head.lstrip().startswith("<") and is_html(head)


def is_text(data: bytes) -> bool:
    """Whether bytes are characters: by a mark, or by how few control characters they have."""
    head = data[:HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\0\0\xfe\xff":
        return True
    text = head.decode(without_mark(head) or "latin-1", "replace")
    return len(_CONTROL.findall(text)) <= len(text) * MOST_CONTROL
