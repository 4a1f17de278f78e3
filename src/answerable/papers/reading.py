"""Reading a briefing note, away from the database: in a child process, never an error to whoever sent it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field

from answerable.readers.child import Child, Limits
from answerable.readers.errors import Unreadable
from answerable.readers.naming import shown

SECONDS = 30
"""That reading may take while somebody waits for the page: a paper of forty pages takes one; a scan, which is
read letter by letter, may take longer and is then kept unread."""

UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class ReadNote:
    """What a file holds; ``problem`` is the sentence that says why nothing could be read, then all is empty.

    ``headings`` are the parts in order: [{"title": …, "words": …}].
    """

    media_type: str
    pages: int | None = None
    text: str = ""
    words: int | None = None
    headings: list[dict[str, str | int]] = field(default_factory=list)
    problem: str = ""


def read_note(content: bytes, name: str) -> ReadNote:
    """Read the bytes of a file that a stranger called ``name``."""
    name = shown(name)
    child = Child(Limits(cpu_seconds=SECONDS, seconds=SECONDS))
    try:
        found = child.read(content, name, record=False, outline=True)
    except Unreadable as refusal:
        return ReadNote(mimetypes.guess_type(name)[0] or UNKNOWN, problem=str(refusal))
    finally:
        child.close()
    assert found.outline is not None
    media_type, pages, words, parts = found.outline
    headings: list[dict[str, str | int]] = [
        {"title": _plain(one.title), "words": one.words} for one in parts if _plain(one.title)
    ]
    return ReadNote(media_type, pages, found.text, words, headings)


def _plain(title: str) -> str:
    """A title without characters that no page can show and no database takes."""
    return "".join(one for one in title if one.isprintable()).strip()
