"""Sheets for tests: fictional minutes of several pages, and generated ones with every kind of block."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from answerable.core.minutes.sheet import Break, Heading, ListItem, Piece, Sheet, Table, Text
from tests.writers.large import ODD, PLAIN

LONG = (
    "The Chief Constable said that the new rota had been in place since the start of the month and that "
    "the first figures were better than expected, although the number of abandoned calls at the weekend was "
    "still too high. She would bring the figures for the quarter to the next meeting."
)


def minutes(items: int = 12, *, marking: str = "OFFICIAL") -> Sheet:
    """Minutes with an action column, as most offices have them: about one page to an item."""
    return Sheet(
        "Monthly Assurance Meeting – 12 March 2026",
        [
            Table((25, 75), _details(), bare=True),
            Heading("Present"),
            Table((35, 65), _people(), bare=True),
            Heading("Minutes"),
            Table((9, 76, 15), [row for number in range(1, items + 1) for row in _item(number)], HEAD),
            Heading("Next meeting"),
            Text("Thursday 14 May 2026, 10:30, Quay House."),
            Break(),
            Heading("Actions"),
            Table((14, 56, 15, 15), _actions(items), ("Number", "Action", "Owner", "Due"), "Actions given"),
        ],
        marking=marking,
        subject="Minutes",
        footer="Wyvern Valley · Monthly Assurance Meeting",
    )


HEAD = ("No.", "Item", "Action")
Cells = Sequence[Sequence[Piece]]


def _details() -> list[Cells]:
    lines = {"Date:": "Thursday 12 March 2026 at 10:30", "Venue:": "Quay House, Wyvern", "Chair:": "PCC"}
    return [([Text(label, strong=True)], [Text(words)]) for label, words in lines.items()]


def _people() -> list[Cells]:
    people = {
        "Alex Marlow": "Police and Crime Commissioner (PCC)",
        "Sam Hale": "Chief Constable (CC)",
        "Jo Reeve": "Deputy Chief Constable (DCC)",
    }
    return [([Text(name)], [Text(post)]) for name, post in people.items()]


def _item(number: int) -> list[Cells]:
    points = [ListItem("600 people have been asked"), ListItem("all posts are filled", label="a)", level=2)]
    return [
        ([Text(str(number))], [Heading(f"Call handling {number}", 2)], []),
        ([], [Text("asked why calls were abandoned.", lead="PCC"), Text(LONG), Text(LONG)], []),
        ([], [Text("DCC to share the new baseline by the end of June", lead="ACTION:")], [Text("DCC")]),
        ([], [Text(LONG), *points], []),
        ([], [Text("ACC to say what became of the survey")], [Text("ACC/DCC")]),
    ]


def _actions(items: int) -> list[Cells]:
    return [
        ([Text(f"A-{100 + at}")], [Text("Share the new baseline")], [Text("DCC")], [Text("30 June 2026")])
        for at in range(items)
    ]


PLAIN_WORD = st.sampled_from(PLAIN)
WORDS = st.one_of(*[PLAIN_WORD] * 7, st.sampled_from(ODD))
FIRST = st.sampled_from("The She Officers Nobody ACTION: PCC 24 Wyvern".split())
ENDS = st.sampled_from([".", ".", ".", "", ":", "?"])


@st.composite
def words(draw: st.DrawFn, most: int = 60) -> str:
    """A sentence, or what somebody left of one, that begins like a sentence."""
    rest = draw(st.lists(WORDS, max_size=most))
    return " ".join([draw(FIRST), *rest]) + draw(ENDS)


SHORT = st.sampled_from(["DCC", "ACC/DCC", "PCC", "30 June 2026", "Open", "Deputy Chief Constable"])
TEXT = st.builds(
    Text,
    words(),
    lead=st.sampled_from(["", "", "ACTION:", "PCC"]),
    strong=st.just(False),
    style=st.sampled_from(["normal", "normal", "normal", "small", "quote"]),
)
ITEM = st.builds(
    ListItem, words(40), label=st.sampled_from(["", "1.", "2.", "a)", "(iv)", "12."]), level=st.integers(1, 3)
)
HEADING = st.builds(
    Heading,
    st.sampled_from(["Call handling", "Any other business", "Victims and witnesses: an update"]),
    level=st.integers(1, 4),
    number=st.sampled_from(["", "1.", "2.1", "10"]),
)
PIECE: st.SearchStrategy[Piece] = st.one_of(TEXT, TEXT, ITEM, HEADING)
LABEL = st.sampled_from(["1", "2.1", "a", "Present:"])


@st.composite
def table(draw: st.DrawFn) -> Table:
    """A table whose second column is long, and whose first is often empty, with or without a head."""
    three = draw(st.booleans())
    rows = []
    for number in range(draw(st.integers(1, 8))):
        label = [Text(draw(LABEL))] if not number or draw(st.booleans()) else []
        body = draw(st.lists(st.one_of(TEXT, ITEM, HEADING), min_size=1, max_size=5))
        owner = [[Text(draw(SHORT))] if not number or draw(st.booleans()) else []] if three else []
        rows.append([label, body, *owner])
    head = draw(st.sampled_from([(), ("No.", "Item", "Action")[: 2 + three]]))
    return Table(
        (10, 75, 15) if three else (25, 75),
        rows,
        head=head,
        caption=draw(st.sampled_from(["", "Actions given"])),
        bare=not head and draw(st.booleans()),
    )


@st.composite
def sheet(draw: st.DrawFn) -> Sheet:
    block = st.one_of(PIECE, PIECE, PIECE, table(), st.just(Break()))
    return Sheet(
        "Quarterly Accountability Board – 1 June 2026",
        draw(st.lists(block, min_size=1, max_size=25)),
        marking=draw(st.sampled_from(["", "OFFICIAL", "Draft, not approved"])),
        footer=draw(st.sampled_from(["", "Wyvern Valley"])),
    )
