"""Terms of reference on paper: the same sheet for every kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.minutes.sheet import Heading, ListItem, Piece, Sheet, Text


@dataclass(frozen=True, slots=True)
class TermsOnPaper:
    """What is printed: all texts as a reader sees them ("4 June 2019, 9am"); "" is left out.

    ``changes`` are sentences about what was changed after the terms were sent.
    """

    forum: str
    meeting: str
    office: str
    force: str
    points: Sequence[str]
    introduction: str = ""
    due: str = ""
    sent: str = ""
    changes: Sequence[str] = ()
    marking: str = ""


def terms_sheet(terms: TermsOnPaper) -> Sheet:
    """Title, what it is for and by when, the numbered points, and what was changed since it was sent."""
    title = f"Terms of reference: {terms.forum}, {terms.meeting}"
    blocks: list[Piece] = []
    facts = [
        ("To:", terms.force),
        ("From:", terms.office),
        ("Briefing note due:", terms.due),
        ("Sent:", terms.sent),
    ]
    blocks += [Text(value, lead=name) for name, value in facts if value]
    blocks += [Text(one.strip()) for one in terms.introduction.split("\n") if one.strip()]
    blocks.append(Heading("The briefing note answers these points"))
    blocks += [ListItem(point, f"{number}.") for number, point in enumerate(terms.points, 1)]
    if terms.changes:
        blocks.append(Heading("Changed after it was sent"))
        blocks += [ListItem(one) for one in terms.changes]
    return Sheet(title, blocks, subject="Terms of reference", marking=terms.marking)
