"""A file from which everything that is not seen was taken."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``text`` is all that can be read of ``content``. ``taken_out``: what was hidden, in words.

    ``in_pictures`` are words that were read in its pictures, ``unread_pages`` how many pages are pictures in
    which nothing could be read.
    """

    content: bytes
    media_type: str
    suffix: str
    text: str
    taken_out: list[str] = field(default_factory=list)
    in_pictures: str = ""
    unread_pages: int = 0
