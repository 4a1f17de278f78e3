"""XML from strangers: no entities, no network, no endless depth."""

from __future__ import annotations

import re

from lxml import etree

from answerable.readers.errors import Unreadable

HEAD = 4096
"""Bytes in which a document type would stand."""
_OWN_TYPE = re.compile(rb"<!DOCTYPE\b")


def parse(data: bytes, name: str) -> etree._Element:
    """The root of an XML part; raises Unreadable where it is broken, too deep or declares entities.

    libxml2 itself refuses more than 256 levels and over-long names without ``huge_tree``.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if _OWN_TYPE.search(data, 0, HEAD):
            raise _own_type(name) from None
        what = "nests its parts too deeply" if "depth" in str(error) else "is damaged: its XML is broken"
        raise Unreadable(f"{name} {what}; open it in the program that made it and save it again.") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _own_type(name)
    return root


def _own_type(name: str) -> Unreadable:
    return Unreadable(
        f"{name} declares a document type of its own, which no office file does; it was not read."
    )
