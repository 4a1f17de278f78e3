"""The comments on a report as one document, and what they still lack.

What they have to say is in the Police Act 1996, section 55(5) and (5B): the local policing body's comments,
those that the chief officer submitted, its response to them; and of each recommendation "the action the local
policing body has taken or proposes to take in response to the recommendation, or why the local policing body
has not taken, or does not propose to take, any action in response".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.minutes.sheet import Heading, Piece, Sheet, Text

NOTHING = "Nothing was said yet."
NONE_GIVEN = "No comment was submitted."


@dataclass(frozen=True, slots=True)
class Point:
    """One recommendation with what is said of it. ``name``: "Recommendation 2"; ``due``, ``state`` and
    ``instead`` in words, "" where there is nothing to say. ``instead``: what took its place.
    """

    name: str
    text: str
    force: str = ""
    office: str = ""
    done: str = ""
    owner: str = ""
    due: str = ""
    state: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What is printed: all texts as a reader sees them. ``published`` and ``due`` are days in words."""

    title: str
    inspectorate: str
    published: str
    due: str
    office: str
    commissioner: str
    chief_officer: str
    force_comment: str = ""
    office_comment: str = ""
    points: Sequence[Point] = ()
    responded: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """What a response does not say yet; ``required``: the Act asks for it."""

    about: str
    what: str
    required: bool


def lacks(response: Response) -> list[Lack]:
    """What is not said yet, the whole report first, then each recommendation that was not superseded.

    The chief officer need not comment, so what is missing of theirs does not stop a response.
    """
    found = []
    if not response.office_comment:
        found.append(Lack("", f"the {response.commissioner}’s comments", True))
    if not response.force_comment:
        found.append(Lack("", f"the {response.chief_officer}’s comments", False))
    for point in response.points:
        if point.instead:
            continue
        if not point.done:
            found.append(Lack(point.name, "what is or will be done, or why not", True))
        if not point.office:
            found.append(Lack(point.name, f"the {response.commissioner}’s comment", False))
        if not point.force:
            found.append(Lack(point.name, f"the {response.chief_officer}’s comment", False))
    return found


def addressed(response: Response) -> tuple[int, int]:
    """How many recommendations the response says the required of, and of how many."""
    asked = [one for one in response.points if not one.instead]
    return sum(bool(one.done) for one in asked), len(asked)


def response_sheet(response: Response) -> Sheet:
    """The comments on paper. What is missing is said, so that nobody takes a draft for the whole."""
    marking = "" if response.responded else "DRAFT – not published"
    blocks: list[Piece] = [
        *(Text(value, lead=name) for name, value in _facts(response) if value),
        Heading(f"Comments of the {response.chief_officer}"),
        *_texts(response.force_comment, NONE_GIVEN),
        Heading(f"Comments of the {response.commissioner}"),
        *_texts(response.office_comment, NOTHING),
    ]
    if response.points:
        blocks.append(Heading("What the report asks for, and what is done about it"))
    for point in response.points:
        blocks += _point(response, point)
    return Sheet(
        f"Response to {response.title}", blocks, subject="Comments under section 55 of the Police Act 1996",
        marking=marking,
    )  # fmt: skip


def _facts(response: Response) -> list[tuple[str, str]]:
    return [
        ("Report:", f"{response.title}, {response.inspectorate}, published on {response.published}"),
        ("From:", response.office),
        ("Under:", "Police Act 1996, section 55"),
        ("To be published by:", response.due),
        ("Published:", response.responded),
        ("The report:", response.address),
    ]


def _point(response: Response, point: Point) -> list[Piece]:
    blocks: list[Piece] = [Heading(point.name, 2), *_texts(point.text, "")]
    told = [("Owner:", point.owner), ("Due:", point.due), ("State:", point.state)]
    said = [
        (f"{response.chief_officer}:", point.force, NONE_GIVEN),
        (f"{response.commissioner}:", point.office, NOTHING),
        ("What is or will be done, or why not:", point.done, NOTHING),
    ]
    blocks += [Text(value, lead=name) for name, value in told if value]
    if point.instead:  # what was said of it stays, and nothing more is asked
        blocks.append(Text(point.instead, lead="Superseded by:"))
    for lead, text, otherwise in said:
        lines = _lines(text) or ([] if point.instead else [otherwise])
        blocks += [Text(line, lead="" if at else lead) for at, line in enumerate(lines)]
    return blocks


def _texts(text: str, otherwise: str) -> list[Piece]:
    return [Text(one) for one in _lines(text) or ([otherwise] if otherwise else [])]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
