"""What can be put right of a line on a page: its fields as inputs, and inputs as values of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, Literal, NamedTuple

from answerable.core.clash import version
from answerable.core.corrections import LineKey, line_key
from answerable.web.address import Problem

Shape = Literal["text", "long", "list", "choice", "due"]
LONGEST = 20_000  # characters of a field: minutes have no longer paragraph

KINDS = ("heading", "note", "question", "response", "action", "update", "commitment", "decision")
STATUSES = {"open": "Still open", "reported": "Reported as done", "complete": "Complete"}
ATTENDED = {"present": "Present", "apologies": "Apologies"}


@dataclass(frozen=True, slots=True)
class Field:
    """``name`` as in the meeting record; ``choices`` only of a choice."""

    name: str
    label: str
    shape: Shape = "text"
    choices: Mapping[str, str] | None = None
    hint: str = ""


class Part(NamedTuple):
    """A list of the meeting record: the word for a line of it, its fields, and their values in a row."""

    word: str
    fields: Sequence[Field]
    values: Callable[[Any], dict[str, Any]]


NOWHERE = LineKey(0, 0, "")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be put right: ``position`` is its index in its part of the record.

    ``key``: where it stands in the file, and the words there.
    """

    part: str
    position: int
    values: Mapping[str, Any]
    key: LineKey = NOWHERE

    @property
    def version(self) -> str:
        """A digest of where it stands, and one of each field as an input shows it, with dots between."""
        return ".".join([version(*self.key), *(folded(self.shown(field)) for field in self.fields)])

    @property
    def word(self) -> str:
        return PARTS[self.part].word

    @property
    def fields(self) -> Sequence[Field]:
        return PARTS[self.part].fields

    @property
    def words(self) -> str:
        """The line in words, field by field."""
        return ". ".join(f"{field.label}: {self.shown(field) or 'nothing'}" for field in self.fields)

    def fields_from(self, first: str | None) -> list[Field]:
        """All fields, the one that is in question before the others."""
        return sorted(self.fields, key=lambda field: field.name != first)

    def shown(self, field: Field) -> str:
        """The value as an input shows it."""
        return shown(field, self.values[field.name])


def shown(field: Field, value: Any) -> str:
    """A value of a record as an input of the field shows it."""
    if field.shape == "list":
        return ", ".join(value)
    if field.shape == "due":
        return _typed(value[0]["date"]) if value else ""
    return "" if value is None else str(value)


def folded(text: str) -> str:
    """A digest of a field's text; blanks more or less, which browsers change, make no other."""
    return version(" ".join(text.split()))


def _plain(*names: str) -> Callable[[Any], dict[str, Any]]:
    return lambda row: {name: getattr(row, name) for name in names}


def _action(row: Any) -> dict[str, Any]:
    dues = [
        {"text": due.text, "date": due.date.isoformat() if due.date else None, "precision": due.precision}
        for due in row.dues.all()
    ]
    return {"text": row.text, "owners": [owner.printed for owner in row.owners.all()], "due": dues}


def _update(row: Any) -> dict[str, Any]:
    return {"update": row.text, "meeting": row.about_month, "item": row.about_item, "status": row.status}


TEXT = Field("text", "Words", "long")
DUE = Field("due", "Due", "due", hint="For example 30/6/2019. Leave it empty where no date was given.")
BY_COMMAS = "Abbreviations or names, with commas between."

PARTS: dict[str, Part] = {
    "actions": Part("The action", [TEXT, Field("owners", "Owners", "list", hint=BY_COMMAS), DUE], _action),
    "entries": Part(
        "The line",
        [
            Field("kind", "What it is", "choice", {kind: kind.capitalize() for kind in KINDS}),
            TEXT,
            Field("speakers", "Who says it", "list", hint=BY_COMMAS),
        ],
        _plain("kind", "text", "speakers"),
    ),
    "items": Part(
        "The agenda item", [Field("number", "Number"), Field("title", "Title")], _plain("number", "title")
    ),
    "attendance": Part(
        "The person",
        [
            Field("name", "Name"),
            Field("capacity", "Post"),
            Field("abbreviation", "Abbreviation"),
            Field("status", "There or not", "choice", ATTENDED),
        ],
        _plain("name", "capacity", "abbreviation", "status"),
    ),
    "updates": Part(
        "The update",
        [
            Field("update", "Words", "long"),
            Field("meeting", "Month of the meeting that gave the action", hint="For example 2019-03."),
            Field("item", "Item of that meeting"),
            Field("status", "What it says", "choice", STATUSES),
        ],
        _update,
    ),
    "commitments": Part(
        "The promise",
        [TEXT, Field("by", "Who promises", "list", hint=BY_COMMAS), DUE],
        lambda row: {"text": row.text, "by": row.by, "due": row.dues},
    ),
    "meeting": Part(
        "The meeting",
        [
            Field("title", "Title"),
            Field("start_time", "Begins at", hint="For example 10:30."),
            Field("venue", "Place"),
            Field("chair", "Chair"),
        ],
        _plain("title", "start_time", "venue", "chair"),
    ),
}


CORRECTABLE = {
    "action": "actions",
    "attendance": "attendance",
    "entry": "entries",
    "item": "items",
    "meeting": "meeting",
    "promise": "commitments",
    "update": "updates",
}
"""The kinds of source that a form can put right, and their parts of the record."""


def line(part: str, row: Any) -> Line:
    """The line that a row holds; a meeting's own line is the only one of its part."""
    values = PARTS[part].values(row)
    key = line_key({"source": row.source, **values})
    return Line(part, 0 if part == "meeting" else row.position, values, key)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that could not be used as it was sent: it is shown again as it was typed, with the reasons.

    ``form`` names it among the forms of a page; ``problems`` are by the names of its fields.
    """

    form: str = ""
    values: Mapping[str, str] = dataclass_field(default_factory=dict)
    problems: Sequence[Problem] = ()

    def typed(self, form: str, name: str, held: str) -> str:
        """What the input shows: what was typed into it, else what is held."""
        return self.values.get(name, held) if form == self.form else held

    def error(self, form: str, name: str) -> str | None:
        """What is wrong with the input, in a sentence."""
        found = (one.message for one in self.problems if form == self.form and one.field == name)
        return next(found, None)

    @property
    def to_mend(self) -> list[Problem]:
        """The problems by the ids of their inputs, for the list at the top of the page."""
        return [Problem(f"{self.form}-{one.field}", one.message) for one in self.problems]


NOTHING_SENT = Sent()


def in_words(one: Line) -> list[tuple[str, str]]:
    """What was read, field by field: the label and the value, "nothing" where there is none."""
    return [(field.label, one.shown(field) or "nothing") for field in one.fields if field.shape != "long"]


class Unusable(Exception):
    """What was typed cannot be used; the form is shown again with the reasons."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*(one.message for one in problems))
        self.problems = list(problems)


def changes(one: Line, sent: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """The fields that were sent with another value, as the record writes them; and what cannot be used."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for field in one.fields:
        typed = sent.get(field.name)
        if typed is None or typed.strip() == one.shown(field):
            continue
        try:
            value = _value(field, " ".join(typed.split())[:LONGEST], one.values[field.name])
        except ValueError as error:
            problems.append(Problem(field.name, str(error)))
        else:
            if value != one.values[field.name]:
                found[field.name] = value
    return found, problems


def _value(field: Field, typed: str, old: Any) -> Any:
    """Raises ValueError with the sentence for the person."""
    if field.shape == "list":
        return [word for word in (part.strip() for part in typed.split(",")) if word]
    if field.shape == "due":
        return _dues(typed, old)
    if field.choices is not None and typed not in field.choices:
        raise ValueError(f"Choose {field.label.lower()} from the list")
    if not typed and field.name in ("text", "title", "name", "update"):
        raise ValueError(f"Write something for {field.label.lower()}")
    return typed or None


def _dues(typed: str, old: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The first due with another date; what the minutes say of it stays as printed."""
    rest = [dict(due) for due in old[1:]]
    if not typed:
        return rest
    day = _day(typed)
    text = old[0]["text"] if old else typed
    return [{"text": text, "date": day.isoformat(), "precision": "day"}, *rest]


def _typed(date: str | None) -> str:
    """2019-06-30 as somebody types it."""
    if not date:
        return ""
    day = dt.date.fromisoformat(date)
    return f"{day.day}/{day.month}/{day.year}"


def _day(typed: str) -> dt.date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(typed, form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
    raise ValueError("Write the due date as a day, month and year, such as 30/6/2019")
