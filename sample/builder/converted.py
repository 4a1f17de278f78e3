"""A meeting as the text that a converter leaves: cells set off by tabs, pages one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from .house import Printed, rows
from .shapes import Meeting

PAGE_LENGTH = 22  # paragraphs to a page, about what the built documents have
SIGNS = {"bullet": "• ", "sub": "o "}


@dataclass(slots=True)
class Line:
    """A paragraph of the table: its number cell, its text and its action cell."""

    number: str
    text: str
    owner: str = ""
    listed: bool = False

    def __str__(self) -> str:
        return f"{self.number}\t{self.text}\t{self.owner}"


def pages_of(meeting: Meeting) -> list[list[Line]]:
    """The agenda table's paragraphs, a list to a page."""
    lines: list[Line] = []
    for row in rows(meeting):
        numbers = [row.number]
        for printed in row.lines:
            if printed.style != "blank":
                lines.append(_line(printed, numbers.pop() if numbers else ""))
    if lines and meeting.head["layout"] != "inline":
        lines[0].owner = "ACTION"
    return [lines[start : start + PAGE_LENGTH] for start in range(0, len(lines), PAGE_LENGTH)]


def _line(printed: Printed, number: str) -> Line:
    sign = f"{printed.ordinal}. " if printed.style == "number" else SIGNS.get(printed.style, "")
    text = f"{printed.lead} {printed.text}".strip()
    return Line(number, f"{sign}{text}", "".join(printed.owner), printed.style in SIGNS)


def heading_of(meeting: Meeting) -> list[str]:
    """Title, date, chair and attendance, as lines of text."""
    head = meeting.head
    made = [f"## {head['title']} {head.get('suffix', '')}".strip(), ""]
    words = (("Date:", "printed"), ("Chair:", "chair"), ("Minutes:", "minutes"), ("Venue:", "venue"))
    made += [f"- {word} {head[key]}" for word, key in words if key in head]
    made += ["", "\tName:\tCapacity:"]
    before = ""
    for person in meeting.people:
        word = {"present": "Attendance:", "apologies": "Apologies:"}[person.status]
        short = f" ({person.abbreviation})" if person.abbreviation else ""
        made.append(f"{'' if word == before else word}\t{person.name}\t{person.capacity}{short}")
        before = word
    return [*made, ""]


def text_of(meeting: Meeting, pages: list[list[Line]]) -> str:
    body = [str(line) for page in pages for line in page]
    return "\n".join([*heading_of(meeting), *body, ""])
