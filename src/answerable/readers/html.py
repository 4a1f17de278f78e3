"""HTML: the text that a browser would show, with its lists, tables, headings and bold run-ins."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from answerable.core.minutes.document import Document
from answerable.readers.encoding import decode
from answerable.readers.errors import Unreadable
from answerable.readers.htmlflow import Flow

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"\s*<\?xml[^>]*\?>")
DECLARED_WITHIN = 4096
"""Bytes in which a page has to name its encoding; the HTML standard says 1024."""


def read_html(data: bytes, name: str) -> Document:
    """Read a page or a fragment of HTML; raises Unreadable where there is no page in it."""
    return lay_out(characters(data, name), data, name, "text/html")


def lay_out(source: str, data: bytes, name: str, media_type: str, flow: Flow | None = None) -> Document:
    """The visible text of ``source`` as a document, after what ``flow`` has already written."""
    flow = flow or Flow()
    flow.read(_parse(source, name))
    return flow.document(data, name, media_type)


def characters(data: bytes, name: str) -> str:
    """The characters of a page: by its byte order mark, else by its declaration, else by trial."""
    declared = _DECLARED.search(data[:DECLARED_WITHIN])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = declared[1].decode("ascii").lower()
        if encoding in ("iso-8859-1", "latin-1", "us-ascii", "ascii"):
            encoding = "utf-8"  # browsers read these as Windows-1252, which is what decode() falls back to
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _parse(source: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    source = _XML_HEAD.sub("", source, count=1).replace("\0", " ")
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise Unreadable(f"{name} is no page of HTML; open it in a browser and save its text.")
    if any("depth" in error.message for error in parser.error_log):
        raise Unreadable(f"{name} nests its parts too deeply; open it in a browser and save its text.")
    return root
