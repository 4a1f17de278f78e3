"""The bytes of a file, part by part, unpacked: what a search for left-over words has to look at."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
BESIDE = ("descr", "Target", "name", "title")
"""Attributes that hold words of somebody's."""
MOST_OF_A_STREAM = 64 * 1024 * 1024


def every_part(content: bytes) -> Iterator[bytes]:
    """What words can stand in: the file and the streams of a PDF; of an archive each name, text and word
    beside a picture or link, and whatever is no XML.
    """
    if content.startswith(b"PK"):
        yield from _archived(content)
    else:
        yield content
        yield from streams(content)


def _archived(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name.encode()
            if not name.endswith((".xml", ".rels")):
                yield archive.read(name)
                continue
            root = etree.fromstring(archive.read(name))  # we wrote it ourselves
            said = [text for one in root.iter() for text in (one.text, one.tail) if text]
            beside = [str(one.get(key)) for one in root.iter() for key in BESIDE if one.get(key)]
            yield " ".join([*said, *beside]).encode()


def streams(content: bytes) -> Iterator[bytes]:
    """The streams of a PDF, unpacked where they are packed in the usual way."""
    for match in STREAM.finditer(content):
        try:
            yield zlib.decompressobj().decompress(match[1], MOST_OF_A_STREAM)
        except zlib.error:
            yield match[1]


def without_streams(content: bytes) -> bytes:
    """What stands in a PDF outside of its streams: its objects and their keys."""
    return STREAM.sub(b"", content)
