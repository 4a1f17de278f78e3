"""The page of house layouts is printed from one meeting, laid out in each of them."""

from __future__ import annotations

import os
from pathlib import Path

from answerable.core.minutes.printing import About, Paper, PaperItem, Said, Style, read
from answerable.core.minutes.printing.style import LAYOUTS, Layout
from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Piece, Sheet, Table, Text
from answerable.core.minutes.told import EARLIER, FURTHER, STATES, WORDS
from tests.core.printing.meeting import HEAD, PEOPLE

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "house-layouts.md"
NAMES: dict[Layout, str] = {
    "column": "Actions in a column at the right",
    "numbered": "“Actions arising:” with a numbered list",
    "inline": "“ACTION:” in the text",
    "table": "A table of actions at the end",
}
ITEMS = (PaperItem("Matters arising", "1", "1"), PaperItem("Custody", "2", "2"))
SAID = (
    Said(
        0,
        "The letter went out on 2 March.",
        about=About("CEx to write to the Home Office.", "2026-01", "2.1", "complete"),
    ),
    Said(1, "The PCC asked why detention times rose. The CC responded that 12% more people were detained."),
    Said(1, "ACTION: T/DCC to share the new baseline by the end of June."),
    Said(1, "The review to be read by somebody from outside the force.", "action", owners=("CC", "CEx")),
    Said(1, "The board is content with the plan.", "decision"),
)
TOP = """# House layouts

A forum's minutes are printed in one of four layouts. Each is read back as the same meeting; how, is told in
[Printing minutes](../explanation/printing-minutes.md). This page is printed by the tests from one meeting.

## Words that the printer sets

In bold before a paragraph that would not be read as what it is; they are no part of the words. Without the
bold they are words like others, and kept.

| Printed | Read as |
|---|---|
"""


def words() -> str:
    lines = [
        f"| **{word}:** or **{word} (CC, ACC):** | {kind}, by whom the brackets name |"
        for kind, word in WORDS.items()
        if kind not in ("update", "action")
    ]
    lines += [
        f"| **{WORDS['action']}:** | action |",
        f"| **{EARLIER} (January 2026, item 2.1):** | what an earlier meeting asked for, and which |",
        f"| **{WORDS['update']} (complete):** | what is said of the earlier action above, and how it stands:"
        f" {', '.join(STATES)} |",
        f"| **{WORDS['update']} ({FURTHER}):** | an update that is about no action of its own |",
        "| … → CC, ACC | behind an action: its owners (“→ nobody”: none) |",
        "| … → CC — due: 30 June 2026 | its owner, and when it is due |",
    ]
    return "\n".join(lines) + "\n"


def shown(sheet: Sheet) -> list[str]:
    return [line for block in sheet.blocks for line in _block(block)]


def _block(block: Piece | Table | Break) -> list[str]:
    if isinstance(block, Table):
        rows = [" | ".join(block.head), *(" | ".join(_cell(cell) for cell in row) for row in block.rows)]
        return ["", *([f"**{block.caption}**", ""] if block.caption else []), *_markdown(rows)]
    return ["", _piece(block)] if not isinstance(block, Break) else []


def _markdown(rows: list[str]) -> list[str]:
    rule = " | ".join("---" for _ in rows[0].split(" | "))
    return [f"| {row} |" for row in (rows[0], rule, *rows[1:])]


def _cell(cell: object) -> str:
    return "<br>".join(_piece(piece) for piece in cell)  # type: ignore[attr-defined]


def _piece(piece: Piece) -> str:
    match piece:
        case Heading(text, _, number):
            return f"**{number} {text}**".replace("** ", "**")
        case Text(text, lead, strong):
            return f"**{text}**" if strong else f"**{lead}** {text}" if lead else text
        case ListItem(text, label):
            return f"{label or '•'} {text}"
        case Picture(_, text):
            return text


def printed() -> str:
    parts = [TOP, words()]
    for layout in LAYOUTS:
        sheet = read(Paper(HEAD, PEOPLE, ITEMS, SAID), Style(layout)).sheet
        parts.append(f"\n## {NAMES[layout]}\n\n**{sheet.title}**\n" + "\n".join(shown(sheet)) + "\n")
    return "".join(parts)


def test_the_page_is_what_is_printed() -> None:
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(printed(), "utf-8")
    assert PAGE.read_text("utf-8") == printed()
