"""What the public would read, line by line, beside the rows that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.core.publication.lines import lines
from answerable.core.publication.parts import Kind, Part

MOST_LINES = 200  # of parts that are no minutes: a decision is made on their sense, not on each


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line as the public reads it; ``row`` is the key of the entry that it is made of, if known."""

    text: str
    kind: str
    speakers: str
    heading: str | None
    left_out: str | None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ToldItem:
    number: str | None
    title: str
    level: int
    left_out: str | None
    lines: list[ToldLine]
    row: int | None = None


def minutes_of(
    content: Mapping[str, Any], items: Sequence[int] = (), entries: Sequence[int] = ()
) -> list[ToldItem]:
    """The items of minutes with their lines; what stands before the first item under one without a title."""
    found = [ToldItem(None, "", 1, None, [])]
    for place, item in enumerate(content["items"]):
        row = items[place] if items else None
        found.append(ToldItem(item["number"], item["title"], item["level"], item["left_out"], [], row))
    for place, entry in enumerate(content["entries"]):
        at = 0 if entry["item"] is None else entry["item"] + 1
        row = entries[place] if entries else None
        told = ToldLine(
            entry["text"],
            entry["kind"],
            ", ".join(entry["speakers"]),
            entry["heading"],
            entry["left_out"],
            row,
        )
        found[at].lines.append(told)
    return [one for one in found if one.title or one.lines]


@dataclass(frozen=True, slots=True)
class ToldPart:
    """A part of a publication: minutes as items, everything else by the lines that are told from it."""

    path: str
    kind: str
    content: Mapping[str, Any]
    items: list[ToldItem]
    lines: list[tuple[str, str]]
    more: int
    size: int


def told(parts: Sequence[Part]) -> list[ToldPart]:
    """The parts as they are frozen, up to so many lines of all of them."""
    found, left = [], MOST_LINES
    for part in parts:
        content = {} if part.kind is Kind.FILE else part.read()
        if part.kind is Kind.MEETING:
            found.append(ToldPart(part.path, part.kind, content, minutes_of(content), [], 0, 0))
            continue
        every = list(_lines(part, content))
        shown = every[: max(left, 0)]
        left -= len(shown)
        more = len(every) - len(shown)
        found.append(ToldPart(part.path, part.kind, content, [], shown, more, len(part.content)))
    return found


def _lines(part: Part, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if part.kind is Kind.OFFICE:
        yield content["name"], ", ".join(one["name"] for one in content["forums"])
    for one in [] if part.kind is Kind.FILE else lines(part):
        yield one.title, one.text


def changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Of minutes: lines that the record has no more, and lines that it has now, in their order."""
    was, has = _texts(before), _texts(now)
    return [one for one in was if one not in set(has)], [one for one in has if one not in set(was)]


def _texts(content: Mapping[str, Any]) -> list[str]:
    return [one["title"] for one in content["items"]] + [one["text"] for one in content["entries"]]
