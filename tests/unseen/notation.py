"""Fictional minutes in a short notation, and what a careful reader takes from them.

A file of ``cases/`` holds several. ``@@ name`` begins one; its minutes follow, a paragraph to a line:
``# heading``, ``**bold**``, ``**bold** run-in``, ``- bullet``, ``+ 1. list item``, ``~ furniture``,
``| cell | cell //second paragraph |`` for a row of a table (blank lines part tables), anything else a plain
paragraph. ``@@ expect`` begins what is to be read, a line each:

    date: 2025-05-14            also title, forum, start_time, end_time, venue, chair, minutes_by
    present: Ada Marsh = PCC    also apologies; "=" and the abbreviation, where one is printed
    item: 2.1 | Custody         number ("-" for none), title; "item: none" where there is none
    action: 2.1 | DCC, ACC | 2025-06-30 | Text      item, owners, dues ("-" for none), text
    update: 2025-03 | A7 | complete | Action | Update
    exchange: PCC > CC, ACC | Question | Response
    next: 2025-07-09 10:00

A text that ends in "…" is the start of what is to be read. Actions, updates and the next meeting are always
compared in full, the rest where it is given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.core.documents import Piece, Table, bold, furniture, heading, table

CASES = Path(__file__).parent / "cases"
_BOLD = re.compile(r"\*\*(?P<strong>[^*]+)\*\*(?P<rest>.*)$")


@dataclass(frozen=True)
class Case:
    """``parts``: the minutes as pieces of a document; ``expected``: lines by what they are of."""

    name: str
    parts: tuple[str | Piece | Table, ...]
    expected: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def all_cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.txt")) for case in _cases(path.read_text("utf-8"))]


def _cases(text: str) -> list[Case]:
    found = []
    for chunk in re.split(r"^@@ (?!expect)", text, flags=re.MULTILINE)[1:]:
        name, _, rest = chunk.partition("\n")
        minutes, _, expected = rest.partition("@@ expect\n")
        found.append(Case(name.strip(), tuple(_parts(minutes)), _expected(expected)))
    return found


def _expected(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in text.splitlines():
        name, mark, value = line.partition(":")
        if mark:
            found[name.strip()].append(value.strip())
    return dict(found)


def _parts(text: str) -> list[str | Piece | Table]:
    parts: list[str | Piece | Table] = []
    rows: list[list[list[Piece]]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = line.strip().strip("|").split("|")
            rows.append([[piece(part) for part in cell.split("//") if part.strip()] for cell in cells])
            continue
        if rows:
            parts.append(table(rows))
            rows = []
        if line.strip():
            parts.append(piece(line))
    return parts


def piece(line: str) -> Piece:
    """One paragraph of the notation."""
    words = line.strip()
    if words.startswith("# "):
        return heading(words[2:])
    if words.startswith("~ "):
        return furniture(words[2:])
    if words.startswith(("- ", "+ ")):
        made = _emphasised(words[2:], "• " if words[0] == "-" else "")
        return replace(made, kind="list_item", level=1)
    return _emphasised(words)


def _emphasised(words: str, before: str = "") -> Piece:
    """Bold at the start is kept; bold further on is not told of in a document, so its stars are dropped."""
    strong = _BOLD.match(words)
    if strong is None:
        return Piece(before + words.replace("**", ""))
    rest = strong["rest"].replace("**", "")
    return bold(before + strong["strong"] + rest, len(before + strong["strong"]) if rest else None)
