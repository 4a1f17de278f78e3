"""Which pages of the public site show what a part says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.core.publication.lines import LineFact, lines
from answerable.core.publication.parts import Kind, Part

OWN = frozenset(Kind) - {Kind.PEOPLE, Kind.REGISTER}
"""Parts with a page of their own; people have one each, and the register is told from all of its actions."""
UNDER = {Kind.MEETING: ("item",), Kind.PEOPLE: ("person", "post")}
"""Lines that have a page of their own, by the part that they are told from."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a link names it."""

    path: str
    title: str


def pages_of(part: Part) -> list[str]:
    """The addresses of its pages, its own first."""
    own = [part.path] if part.kind in OWN else []
    return [*own, *(one.path for one in _under(part))]


def pages(parts: Sequence[Part]) -> list[Page]:
    """One link to each page that a person looks at first: items of minutes are reached from these."""
    found: list[Page] = []
    for part in parts:
        if part.kind in OWN:
            found.append(Page(part.path, _title(part)))
        else:
            found += [Page(one.path, one.title) for one in _under(part)]
    return found


def _under(part: Part) -> Iterable[LineFact]:
    kinds = UNDER.get(part.kind, ())
    return (one for one in lines(part) if one.kind in kinds and "#" not in one.path) if kinds else ()


def _title(part: Part) -> str:
    if part.kind is Kind.FILE:
        return part.path.rpartition("/")[2]
    content = part.read()
    first = next(iter(lines(part)), None)
    return str(content.get("title") or content.get("name") or (first.title if first else "") or part.path)
