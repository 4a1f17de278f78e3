"""Repairs of what converters did to a page, each made once, here, with a warning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.core.minutes.document import Line, Notice
from answerable.core.minutes.paragraphs import Paragraph


@dataclass
class Repaired:
    paragraphs: list[Paragraph]
    notices: list[Notice] = field(default_factory=list)


def repaired(paragraphs: Sequence[Paragraph]) -> Repaired:
    return Repaired(list(paragraphs))


def notice(code: str, message: str, dropped: Sequence[Paragraph]) -> Notice:
    lines: list[Line] = [line for one in dropped for line in one.lines]
    return Notice(code, message, tuple(lines))
