"""Reads a source file (sample/README.md shows the marks) into the shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .shapes import (
    Action,
    Actions,
    Agenda,
    Due,
    Earlier,
    Figure,
    Group,
    Heading,
    Item,
    Level,
    Meeting,
    Mention,
    Paragraph,
    Person,
    Piece,
    Promise,
    Role,
    Topic,
)

ROLES: dict[str, Role] = {"q": "question", "r": "response", "c": "comment", "+": "more", "n": "note"}
STRENGTHS = {"p": "promise", "i": "intention", "x": "forecast"}
LEVELS: dict[str, Level] = {"- ": "bullet", "-- ": "sub"}
CALLED = {"DCS": "Director", "RSA": "Chair of the Alliance"}
"""Speakers whom the minutes call by a word and not by their abbreviation."""

SLASH = re.compile(r"(?<!\bT)(?<!\bA)/")
"""Between two owners; not the slash of an acting holder ("T/ACC", "A/DCC")."""

_PIECE = re.compile(r"(?P<role>[qrc]) (?P<who>[^:]+): (?P<text>.+)|(?P<plain>[+n]) (?P<rest>.+)")
_MARK = re.compile(r"\^(?P<code>\w)(?:\[(?P<who>[^]]*)\])? (?P<body>.+)")
_DUE = re.compile(r"(?P<text>.+?) = (?P<date>event|\d{4}-\d{2}-\d{2})(?: (?P<precision>\w+))?")
_REPORT = re.compile(r"= (?P<kind>\w+)(?: (?P<name>[\w-]+))?(?: done (?P<done>[\d-]+))? \| (?P<text>.+)")


def read_meeting(path: Path) -> Meeting:
    """The meeting in one source file; a line that is no mark raises ValueError with its text."""
    head_text, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    head: dict[str, str] = {}
    people: list[Person] = []
    for line in head_text.splitlines():
        word, _, value = line.partition(": ")
        if word in ("present", "apologies"):
            people.append(_person(word, value))
        else:
            head[word] = value.strip()
    meeting = Meeting(path.stem, head, people, [])
    for chunk in _chunks(body):
        _chunk(meeting, chunk)
    return meeting


def _person(status: str, value: str) -> Person:
    name, capacity, abbreviation = [part.strip() or None for part in f"{value}||".split("|")[:3]]
    return Person(name or "", capacity or "", abbreviation, status)


def _chunks(body: str) -> Iterator[list[str]]:
    for chunk in re.split(r"\n\s*\n", body.strip()):
        yield [line.rstrip() for line in chunk.splitlines() if not line.startswith("//")]


def _chunk(meeting: Meeting, lines: list[str]) -> None:
    """Adds one chunk (lines without a blank line between them) to the meeting."""
    for line in [line for line in lines if line.startswith(("# ", "@ "))]:
        _opening(meeting, line)
    rest = [line for line in lines if not line.startswith(("# ", "@ "))]
    if not rest:
        return
    blocks = meeting.items[-1].blocks
    sign = rest[0].split(" ", 1)[0]
    if sign == "~":
        blocks.append(Heading(rest[0][2:]))
    elif sign == ">":
        when, _, text = rest[0][2:].partition(" | ")
        month, _, number = when.partition(" ")
        blocks.append(Group(month, text, number or None))
    elif sign == "u":
        number, _, title = rest[0][2:].partition(" | ")
        blocks.append(Agenda(number, title))
    elif sign == "o":
        blocks.append(Earlier([line[2:] for line in rest if line.startswith("o ")]))
        rest = [line for line in rest if not line.startswith("o ")]
        _reports(blocks[-1], rest)
    elif sign == "=":
        earlier = blocks[-1] if isinstance(blocks[-1], Earlier) else Earlier([])
        _reports(earlier, rest)
        if earlier is not blocks[-1]:
            blocks.append(earlier)
    elif sign == "a":
        blocks.append(Actions(list(_actions(rest))))
    elif sign == "t":
        meeting.table.extend(_table(rest))
    else:
        blocks.extend(_paragraphs(rest))


def _opening(meeting: Meeting, line: str) -> None:
    if line.startswith("# "):
        number, _, title = line[2:].partition(" ")
        meeting.items.append(Item(number, title))
    else:
        name, _, reason = line[2:].partition(" | ")
        meeting.items[-1].topics.append(Topic(name, reason))


def _reports(earlier: object, lines: list[str]) -> None:
    """The updates: "= complete name done 2024-01-15 | text", then bullets or "=+" paragraphs of the same."""
    assert isinstance(earlier, Earlier)
    for line in lines:
        found = _REPORT.fullmatch(line)
        if found:
            names = [found["name"]] if found["name"] else []
            earlier.mentions.append(Mention(found["kind"], names, found["done"]))
            earlier.updates.append([Paragraph("plain", [Piece("note", [], found["text"])])])
        elif line.startswith("^d "):
            earlier.mentions[-1].dues.append(_due(line[3:]))
        elif line.startswith("^"):
            _mark(earlier.updates[-1][-1].pieces[-1], line)
        else:
            level: Level = "plain" if line.startswith("=+ ") else "bullet"
            text = line[3:] if line.startswith("=+ ") else line[2:]
            earlier.updates[-1].append(Paragraph(level, [Piece("note", [], text)]))


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    current: Paragraph | None = None
    for line in lines:
        if line.startswith("^"):
            assert current is not None, line
            _mark(current.pieces[-1], line)
            continue
        prefix = next((sign for sign in ("-- ", "- ") if line.startswith(sign)), "")
        if prefix or current is None or current.level != "plain":
            if current is not None:
                yield current
            current = Paragraph(LEVELS.get(prefix, "plain"), [])
        current.pieces.append(_piece(line.removeprefix(prefix), bool(prefix)))
    if current is not None:
        yield current


def _piece(line: str, in_list: bool) -> Piece:
    found = _PIECE.fullmatch(line)
    if found and found["role"]:
        names = _names(found["who"])
        return Piece(ROLES[found["role"]], _printed(names, found["text"]), found["text"])
    if found:
        return Piece(ROLES[found["plain"]], [], found["rest"])
    if in_list:
        return Piece("more", [], line)
    raise ValueError(f"no mark: {line!r}")


def _printed(names: list[str], text: str) -> list[str]:
    """The speakers whom the words name; "she" and "he" are taken to be the source's."""
    pronoun = re.match(r"(?:He|She)\b", text)
    return [name for name in names if pronoun or re.search(rf"\b{CALLED.get(name, re.escape(name))}\b", text)]


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip() not in ("", "-")]


def _mark(piece: Piece, line: str) -> None:
    found = _MARK.fullmatch(line)
    if not found:
        raise ValueError(f"no mark: {line!r}")
    code, body = found["code"], found["body"]
    if code in STRENGTHS:
        due = _due(body) if _DUE.fullmatch(body) else None
        who = _names(found["who"]) if found["who"] is not None else list(piece.speakers)
        piece.promises.append(Promise(STRENGTHS[code], who, due.text if due else body, due))
    elif code == "f":
        piece.figures.append(_figure([part.strip() for part in body.split("|")]))
    elif code == "s":
        piece.stance = body
    elif code == "m":
        when, *names = body.split()
        kind, _, done_on = when.partition("@")
        piece.mentions.append(Mention(kind, names, done_on or None))
    elif code == "d":
        piece.mentions[-1].dues.append(_due(body))
    else:
        raise ValueError(f"no mark: {line!r}")


def _figure(parts: list[str]) -> Figure:
    measure, area, value, unit, kind, *clue = parts
    return Figure(measure, area or None, float(value), unit, kind, clue[0] if clue else value)


def _due(text: str) -> Due:
    found = _DUE.fullmatch(text)
    if not found:
        raise ValueError(f"no due: {text!r}")
    if found["date"] == "event":
        return Due(found["text"], None, "event")
    return Due(found["text"], found["date"], found["precision"] or "day")


def _actions(lines: list[str]) -> Iterator[Action]:
    """ "a DCC | name | text": owners in the column; "a (DCC)": an empty column, the words name the DCC."""
    current: Action | None = None
    for line in lines:
        if line == "a none":
            return
        if line.startswith("^d "):
            assert current is not None
            current.dues.append(_due(line[3:]))
            continue
        if current is not None:
            yield current
        owner, name, text, *marker = [part.strip() for part in line[2:].split(" | ")]
        current = Action(name, text, *_owners(owner), marker=marker[0] if marker else "")
    if current is not None:
        yield current


def _owners(text: str) -> tuple[list[str], str]:
    shown = "" if text.startswith("(") else text
    return [name.strip() for name in SLASH.split(text.strip("()")) if name.strip()], shown


def _table(lines: list[str]) -> Iterator[Action]:
    """ "t 1 | 2.1 | DCC | name | text | due = date": a row of the table at the end."""
    for line in lines:
        label, item, owner, name, text, due = [part.strip() for part in line[2:].split(" | ")]
        owners, shown = _owners(owner)
        dues = [_due(due)] if " = " in due else []
        yield Action(name, text, owners, shown, dues, label=label, item=item)
