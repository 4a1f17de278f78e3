"""A meeting as the lines of its house layout: rows of a table, each with printed paragraphs and owners.

The same rows become a DOCX and the plain text of a converter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .notation import SLASH
from .shapes import Action, Actions, Agenda, Block, Earlier, Group, Heading, Item, Meeting, Paragraph

Style = Literal["plain", "bold", "underline", "bullet", "sub", "number", "blank"]


@dataclass(slots=True)
class Printed:
    """A printed paragraph. ``lead`` is bold before the text; ``ordinal`` the number of a list entry;
    ``owner`` what stands beside it in the action column, a string to a line."""

    text: str
    style: Style = "plain"
    lead: str = ""
    ordinal: int = 0
    owner: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    number: str
    lines: list[Printed]


BLANK = Printed("", "blank")


def rows(meeting: Meeting) -> list[Row]:
    """The rows of the agenda table, in order; sub-items of the fourth level stand inside their parent's."""
    made: list[Row] = []
    count = 0
    for item in meeting.items:
        inner = item.number.count(".") >= 3
        lines = [Printed(_title(item), "underline" if inner else "bold")]
        for block in item.blocks:
            found = _block(meeting, block, count)
            if isinstance(block, Actions):
                count += len(block.actions)
            lines += [BLANK, *found]
        if inner:
            made[-1].lines += [BLANK, *lines]
        else:
            made.append(Row(printed_number(item.number), lines))
    return [Row(row.number, _without_double_blanks(row.lines)) for row in made]


def printed_number(number: str) -> str:
    """ "1" as "1.", "2.1" as "2.1", "2.1.a" as "a"."""
    last = number.rsplit(".", 1)[-1]
    if last.isalpha():
        return last
    return number if "." in number else f"{number}."


def _title(item: Item) -> str:
    if item.number.count(".") >= 3:
        return f"{item.number.rsplit('.', 1)[-1]}. {item.title}"
    return item.title


def _block(meeting: Meeting, block: Block, count: int) -> list[Printed]:
    match block:
        case Heading(text):
            return [Printed(text, "underline")]
        case Group(_, text, _):
            return [Printed(text, "bold")]
        case Agenda(number, title):
            return [Printed(f"Agenda item {number}: {title}" if number else title, "underline")]
        case Earlier():
            return _earlier(meeting, block)
        case Actions():
            return _actions(meeting, block, count)
        case Paragraph(level, _):
            return [Printed(block.text, level)]


def _earlier(meeting: Meeting, block: Earlier) -> list[Printed]:
    many = len(block.actions) > 1
    lines = [
        Printed(text, "number" if many else "plain", ordinal=place)
        for place, text in enumerate(block.actions, 1)
    ]
    if not block.updates:
        return lines
    if meeting.head.get("updates") == "run-in" and not many:
        first, *more = block.updates[0]
        return [*lines, BLANK, Printed(first.text, lead="Update:"), *_apart(more)]
    lines += [BLANK, Printed("Update:", "bold"), BLANK]
    for place, paragraphs in enumerate(block.updates, 1):
        first, *more = paragraphs
        lines.append(Printed(first.text, "number" if many else first.level, ordinal=place))
        lines += _apart(more)
    return lines


def _apart(paragraphs: list[Paragraph]) -> list[Printed]:
    lines: list[Printed] = []
    before = "plain"
    for one in paragraphs:
        if one.level == "plain" or before == "plain":
            lines.append(BLANK)
        lines.append(Printed(one.text, one.level))
        before = one.level
    return lines


def _actions(meeting: Meeting, block: Actions, count: int) -> list[Printed]:
    if meeting.head["layout"] == "numbered":
        return _list_of_actions(block.actions)
    markers = [mark.strip() for mark in meeting.head["markers"].split(";")]
    lines: list[Printed] = []
    for place, action in enumerate(block.actions):
        marker = action.marker or markers[(count + place) % len(markers)]
        if "#" in marker:
            action.label = str(count + place + 1)
        text = f"{marker.replace('#', str(count + place + 1))} {action.text}"
        lines += [Printed("", "bold", lead=text, owner=_owner(action.column)), BLANK]
    return lines[:-1]


def _list_of_actions(actions: list[Action]) -> list[Printed]:
    if not actions:
        return [Printed("", lead="Actions arising: None")]
    lines = [Printed("Actions arising:", "bold"), BLANK]
    if len(actions) == 1:
        return [*lines, Printed(actions[0].text, owner=_owner(actions[0].column))]
    for place, action in enumerate(actions, 1):
        owner = _owner(f"{place}.{action.column}" if action.column else "")
        lines.append(Printed(action.text, "number", ordinal=place, owner=owner))
    return lines


def _owner(column: str) -> list[str]:
    """ "DPCC/ACC" takes two lines of the narrow column: "DPCC/" and "ACC"."""
    parts = SLASH.split(column) if column else []
    return [f"{part}/" for part in parts[:-1]] + parts[-1:]


def _without_double_blanks(lines: list[Printed]) -> list[Printed]:
    """Neighbouring bullets lose the empty line between them."""
    kept: list[Printed] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if line.style == "blank" and kept and after and _list_entry(kept[-1]) and _list_entry(after):
            continue
        kept.append(line)
    return kept


def _list_entry(line: Printed) -> bool:
    return line.style in ("bullet", "sub")
