"""HTML: the text that a browser would show, with its lists, tables, headings and bold run-ins."""

from __future__ import annotations

import codecs
import contextlib
import re

from lxml import etree

from answerable.core.minutes.document import Document
from answerable.readers.encoding import decode
from answerable.readers.errors import Unreadable
from answerable.readers.htmlflow import Flow

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODINGS = frozenset(
    [
        *(f"cp{number}" for number in (866, 874, *range(1250, 1259))),
        *(f"iso8859-{number}" for number in (*range(2, 9), 10, 13, 14, 15, 16)),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gbk", "gb2312", "gb18030", "big5", "euc_jp"),
        *("iso2022_jp", "shift_jis", "euc_kr"),
    ]
)
"""Those of the WHATWG's encoding standard that differ from UTF-8 and Windows-1252, as Python names them."""
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
        encoding = _of_the_web(declared[1].decode("ascii", "replace"))
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return decode(data, name)


def _of_the_web(declared: str) -> str:
    """Python's name of a declared encoding; UTF-8 for what no page is in, such as Python's own codecs.

    Browsers read Latin-1 and ASCII as Windows-1252, which is what decode() falls back to, and a page that can
    declare its encoding in single bytes is not in UTF-16.
    """
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name in _ENCODINGS else "utf-8"


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
