"""ODT, zipped or flat: OpenDocument's XML read directly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from answerable.core.minutes.document import Document
from answerable.readers.archive import Archive
from answerable.readers.compose import Composer
from answerable.readers.counting import raised
from answerable.readers.errors import Unreadable
from answerable.readers.lost import left_out
from answerable.readers.odt.body import BodyReader
from answerable.readers.odt.inline import Story, plain
from answerable.readers.odt.lists import Lists
from answerable.readers.odt.names import OFFICE, STYLE
from answerable.readers.odt.styles import Styles
from answerable.readers.xml import parse

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
FLAT_MEDIA_TYPE = "application/vnd.oasis.opendocument.text-flat-xml"
_MANIFEST = "META-INF/manifest.xml"


def read_odt(data: bytes, name: str) -> Document:
    """Read a zipped ODT; raises Unreadable."""
    archive = Archive(data, name)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise Unreadable(f"{name} is locked with a password; open it in LibreOffice and save it without one.")
    roots = [parse(archive.read(part), name) for part in ("styles.xml", "content.xml") if part in archive]
    return _read(roots, data, name, MEDIA_TYPE)


def read_flat_odt(data: bytes, name: str) -> Document:
    """Read an ODT that is one XML file; raises Unreadable."""
    return _read([parse(data, name)], data, name, FLAT_MEDIA_TYPE)


def _read(roots: Sequence[etree._Element], data: bytes, name: str, media_type: str) -> Document:
    body = roots[-1].find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable(f"{name} is no text document; save its text as DOCX, ODT or PDF.")
    story = Story()
    composer = Composer()
    reader = BodyReader(composer, Styles(roots), Lists(roots), story)
    for part in _furniture(roots, "header"):
        reader.read(part, furniture=True)
    reader.read(body)
    for number, note in enumerate(story.notes, 1):
        reader.note(note, raised(number))
    for part in _furniture(roots, "footer"):
        reader.read(part, furniture=True)
    notices = composer.notices
    notices.extend(left_out("tracked-deletion", "tracked deletion", "tracked deletions", story.deleted))
    notices.extend(left_out("hidden-text", "piece of hidden text", "pieces of hidden text", story.hidden))
    notices.extend(left_out("comment", "comment", "comments", story.comments))
    return composer.document(data, name, media_type)


def _furniture(roots: Sequence[etree._Element], kind: str) -> Iterator[etree._Element]:
    """The headers or footers of the page styles, those of equal text once."""
    seen: set[str] = set()
    for root in roots:
        for page in root.iter(STYLE + "master-page"):
            for part in page.iterchildren(STYLE + kind, f"{STYLE}{kind}-left", f"{STYLE}{kind}-first"):
                text = " ".join(plain(part).split())
                if part.get(STYLE + "display") != "false" and text not in seen:
                    seen.add(text)
                    yield part
