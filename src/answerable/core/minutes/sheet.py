"""A sheet: what stands on paper, before anybody has said which kind of file it becomes.

Minutes, agendas and packs are laid out as a sheet; a writer makes a file of it, and ``as_document`` makes
the document of it that our own readers would take from such a file. So what is written can be read before
it is a file at all. See docs/adr/0010-the-meeting-cycle.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` from 1; the sheet's title is above all of them. ``number`` as printed ("2.1"), or ""."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``lead`` stands before it on its line, in bold ("ACTION:"); ``strong``: all is bold."""

    text: str
    lead: str = ""
    strong: bool = False
    style: Literal["normal", "small", "quote"] = "normal"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; ``label`` as printed ("1.", "a)"), "" for a bullet. ``level`` from 1."""

    text: str
    label: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG drawing with the words that stand for it; "" where the text beside it says all of it."""

    svg: str
    words: str


Piece = Heading | Text | ListItem | Picture


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, a cell being pieces; ``head`` names the columns and is repeated on every page.

    ``widths`` are the columns' shares of the line, in whole percent. ``bare``: without rules, for layout;
    its ``head`` is empty.
    """

    widths: Sequence[int]
    rows: Sequence[Sequence[Sequence[Piece]]]
    head: Sequence[str] = ()
    caption: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``title`` is the document's name and its first line; ``marking`` stands at the head of every page."""

    title: str
    blocks: Sequence[Piece | Table | Break]
    language: str = LANGUAGE
    marking: str = ""
    subject: str = ""
    footer: str = ""
    printed_title: bool = True
