"""A file from which everything that is not seen was taken."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class InPictures:
    """``text`` is what was read. ``unread``: "page 3" of each in which no word was; ``pages`` of them are
    whole pages without any text. ``why`` says why nothing was tried."""

    text: str = ""
    unread: list[str] = field(default_factory=list)
    pages: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``text`` is all that can be read of ``content``. ``taken_out``: what was hidden, in words."""

    content: bytes
    media_type: str
    suffix: str
    text: str
    taken_out: list[str] = field(default_factory=list)
    pictures: InPictures = InPictures()
