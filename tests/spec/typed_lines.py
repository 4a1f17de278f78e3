"""Typed lines with what the grammar is to make of them: the manual's page is printed from these."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from answerable.core.live.lines import Piece, Setting, Typed, read_lines, setting
from answerable.core.live.words import KIND_NAMES, WORDS

SAID_ON = dt.date(2026, 3, 12)
NEXT_MEETING = dt.date(2026, 4, 16)
ROLL = [
    ("Pat Lorne", "Police and Crime Commissioner", "PCC"),
    ("Dee Sarsen", "Deputy Police and Crime Commissioner", "DPCC"),
    ("Cal Wade", "Chief Constable", "CC"),
    ("Eve Thorn", "Deputy Chief Constable", "DCC"),
]
HERE: Setting = setting(
    [
        {"name": name, "capacity": capacity, "abbreviation": short, "status": "present", "from_item": None,
         "to_item": None, "source": []}
        for name, capacity, short in ROLL
    ],
    SAID_ON,
    NEXT_MEETING,
)  # fmt: skip


class Row(NamedTuple):
    """Lines that are typed one after the other, and what each is told to be."""

    lines: list[str]
    told: list[str]


SECTIONS: dict[str, list[Row]] = {
    "Actions": [
        Row(
            ["ACTION: DCC to share the new baseline by the end of June"], ["action · DCC · due 30 June 2026"]
        ),
        Row(["Action 7: CC and DPCC to meet in three months"], ["action · CC and DPCC · due 12 June 2026"]),
        Row(["ACTION: CC to write to all by the next meeting"], ["action · CC · due 16 April 2026"]),
        Row(["ACTION: DCC to share it once set"], ["action · DCC · due “once set”"]),
        Row(["ACTION: the letter to be sent"], ["action · nobody is named · no date"]),
        Row(
            ["Actions arising:", "1. CC to count the calls", "2. DCC to help by May"],
            ["note", "action · CC · no date", "action · DCC · due 31 May 2026"],
        ),
        Row(
            ["ACTION: CC to count the calls", "Owner: DCC", "Due: 30 June"],
            ["action · DCC · due 30 June 2026", "note", "note"],
        ),
    ],
    "Questions and answers": [
        Row(
            ["PCC asked if the target of 85% was still right.", "The DCC said a new baseline was being set."],
            ["question · PCC", "answer · DCC"],
        ),
        Row(
            ["The PCC was disappointed with this. The CC explained that staff had left."],
            ["question · PCC · “disappointed”, then answer · CC"],
        ),
        Row(
            ["The DPCC asked when.", "The CC would report back in May."],
            ["question · DPCC", "answer · CC · promise, by 31 May 2026"],
        ),
        Row(["The DCC said that callers waited less."], ["note · DCC"]),
    ],
    "A word before the line": [
        Row(["Q: is it right?", "A (DCC): not any more."], ["question", "answer · DCC"]),
        Row(["Note: the PCC asked why."], ["note · PCC"]),
        Row(["Decision: the plan was agreed."], ["decision"]),
        Row(["Promise (CC): the figures by 1 May."], ["promise · CC · by 1 May 2026"]),
        Row(["H: Call handling"], ["heading"]),
    ],
    "What is a note": [
        Row(["The plan was shown."], ["note"]),
        Row(["3. Budget"], ["note"]),
        Row(["Any other business"], ["note"]),
        Row(["ACTION:"], ["note"]),
        Row(["?!"], ["note"]),
    ],
}


HEAD = """# What is made of a typed line

Printed from the tests: this is what the page of live minutes says beside each line, with the Police and Crime
Commissioner (PCC), the deputy (DPCC), the Chief Constable (CC) and the Deputy Chief Constable (DCC) there, on
12 March 2026, the next meeting on 16 April. It is the grammar that
[reads minutes](../explanation/reading-minutes.md): a line is a paragraph, and what it means can depend on the
lines before it under the same item. What the grammar does not understand is a note, never an error.
[How to take minutes](../how-to/take-minutes.md) says how to put it right.
"""


def read(lines: list[str]) -> list[list[Piece]]:
    return read_lines([Typed(text) for text in lines], HERE)


def page(told: dict[str, list[tuple[list[str], list[str]]]]) -> str:
    """The page; ``told`` gives for each section the lines with what is said beside them."""
    parts = [HEAD]
    for title, rows in told.items():
        parts.append(f"\n## {title}\n\n| Typed | Read as |\n|---|---|\n")
        parts += [_row(lines, facts) for lines, facts in rows]
    words = ", ".join(f"`{_word(word)}`" for word in WORDS)
    kinds = ", ".join(KIND_NAMES.values())
    parts.append(f"\n## The words\n\n{words}, each with a colon and, in brackets before it, who speaks.\n")
    parts.append(
        f"\nThe kinds that a person can choose: {kinds}. The time words are [in a table](due-words.md).\n"
    )
    return "".join(parts)


def _row(lines: list[str], facts: list[str]) -> str:
    return f"| {'<br>'.join(map(_cell, lines))} | {'<br>'.join(map(_cell, facts))} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _word(word: str) -> str:
    return word.upper() if len(word) == 1 or word == "action" else word.capitalize()
