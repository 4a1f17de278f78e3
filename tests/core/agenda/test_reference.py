"""The page of the manual about agendas says what the rules say."""

from __future__ import annotations

import os
from pathlib import Path

from answerable.core.agenda.arising import GROUPS
from answerable.core.agenda.building import Carried, Point, Question, Sources, Standing, wanted
from answerable.core.agenda.kinds import ITEM_KINDS
from answerable.core.agenda.numbering import numbered
from answerable.core.agenda.questions import NAMES, STEPS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "agenda.md"

HEAD = """# What stands on an agenda

This page is printed from `core/agenda`, which writes every agenda, and held by a test.

## What it is written from
An agenda of a public meeting, as it writes itself. The key is how an item is known again: what a person took
off is not proposed a second time, and what a person changed keeps their words.

"""
AFTER = """
Matters arising, any other business and the next meeting stand on every agenda, once, under the forum's own
words for them, whether its standing items name them or not. Where a standing item is of the kind “Holding to
account”, the theme stands under it. An item that nobody touched follows its source; where its source is gone,
it goes, unless something was minuted under it. Questions and carried items are only taken off by people.

## Numbers
"""


def printed() -> str:
    """The whole page."""
    return "".join([HEAD, _proposals(), AFTER, _numbers(), _kinds(), _arising(), _questions()])


def _proposals() -> str:
    standing = [
        Standing(1, "Apologies"),
        Standing(2, "Review of the action tracker", "matters_arising"),
        Standing(3, "Any other business", "any_other_business"),
    ]
    of = Sources(
        standing, "Call handling", [Point(1, "Say how long callers wait.", "2 Waiting times")],
        [Question(1, "Why do I wait on 101?", "Asked by a member of the public")],
        [Carried(1, "Custody visits", came="Carried forward from 12 March 2019")],
        next_meeting="Tuesday 9 July 2019", public=True,
    )  # fmt: skip
    rows = wanted(of)
    keys = [one.key for one in rows]
    levels = [1 if not one.under else 2 for one in rows]
    numbers = numbered(levels, "decimal")
    lines = ["| Number | Item | What it says under it | Key |\n", "|---|---|---|---|\n"]
    lines += [
        f"| {number.number} | {one.title} | {one.note or '–'} | `{key}` |\n"
        for one, number, key in zip(rows, numbers, keys, strict=True)
    ]
    return "".join(lines)


def _numbers() -> str:
    levels = [1, 2, 2, 3, 1]
    lines = ["Label, and the number that an item is cited by.\n\n"]
    lines += ["| Level | 1, 1.1, 1.1.1 | 1, a, i | No numbers |\n", "|---|---|---|---|\n"]
    for at, level in enumerate(levels):
        cells = [numbered(levels, scheme)[at] for scheme in ("decimal", "letters", "none")]
        said = [f"{one.label}, cited as {one.number}" if one.label else "–" for one in cells]
        lines.append(f"| {level} | {' | '.join(said)} |\n")
    return "".join(lines)


def _kinds() -> str:
    head = "\n## Kinds of items\nAs the [meeting record](meeting-record.md) has them.\n\n"
    head += "| Kind | In words |\n|---|---|\n"
    return head + "".join(f"| `{key}` | {name} |\n" for key, name in ITEM_KINDS.items())


def _arising() -> str:
    rows = "".join(f"{at}. {name}.\n" for at, name in enumerate(GROUPS.values(), 1))
    return f"\n## Matters arising, in order\n{rows}"


def _questions() -> str:
    head = "\n## What can become of a question\n| A question that | can become |\n|---|---|\n"
    rows = [
        f"| is {name if not name.startswith('waits') else 'taken and ' + name} | "
        f"{', '.join(NAMES[to] for to in NAMES if to in STEPS[state])} |\n"
        for state, name in NAMES.items()
    ]
    return head + "".join(rows)


def test_the_page_is_the_rules() -> None:
    """Printed anew with PRINT_PAGES=1 in the environment."""
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(printed(), "utf-8")
    assert PAGE.read_text("utf-8") == printed()
