"""What the manual says of checks and duties is what the rules say; printed anew with PRINT_PAGES=1."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from answerable.core.publication.checks import CHECKS, Check, Known, Place, check, texts
from answerable.core.publication.duties import DUTIES
from tests.core.publication.labelled import HOLDERS, LABELLED

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
SAMPLE = ROOT / "sample" / "labels"
READ = ("updates", "actions", "exchanges", "commitments")
"""What of a labelled record stands in public minutes."""


def figures(one: Check) -> tuple[int, int, int]:
    """How many it should stop at, stops at, and stops at rightly."""
    known = Known(HOLDERS)
    wanted = {text for text, labels in LABELLED if one.code in labels}
    found = {text for text, _ in LABELLED if check([Place("", "", text)], known, [one])}
    return len(wanted), len(found), len(wanted & found)


def checks() -> str:
    rows = ["| Check | What it says | Blocks | Found | Right |", "|---|---|---|---|---|"]
    for one in CHECKS:
        wanted, found, right = figures(one)
        blocks = "yes" if one.blocks else "asks"
        rows.append(f"| {one.name} | {one.sentence} | {blocks} | {right} of {wanted} | {right} of {found} |")
    return "\n".join(rows)


def sample() -> str:
    """How much the checks ask in the minutes of the sample, of which nobody exists."""
    lines = asked = meetings = 0
    for path in sorted(SAMPLE.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        known = Known(frozenset(one["name"] for one in record.get("attendance", [])))
        places = texts({name: record.get(name) for name in READ}, "")
        lines, asked, meetings = lines + len(places), asked + len(check(places, known)), meetings + 1
    return f"In the {meetings} meetings of the sample they stop {asked} times in {lines:,} texts."


def duties() -> str:
    rows = ["| Paragraph | Duty | What it asks | How often | Met here by |", "|---|---|---|---|---|"]
    for one in DUTIES:
        here = ", ".join(one.subjects) or "elsewhere"
        rows.append(f"| {one.paragraph} | {one.title} | {one.asks} | {one.when} | {here} |")
    return "\n".join(rows)


def hold(page: str, **parts: str) -> None:
    path = REFERENCE / page
    text = path.read_text("utf-8")
    wanted = text
    for name, printed in parts.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        wanted = marks.sub(lambda found, said=printed: f"{found[1]}{said}\n{found[2]}", wanted)
    if os.environ.get("PRINT_PAGES"):
        path.write_text(text := wanted, "utf-8")
    assert text == wanted


def test_the_page_of_checks_is_printed_from_the_checks() -> None:
    hold("checks-before-publishing.md", checks=checks(), sample=sample())


def test_the_page_of_duties_is_printed_from_the_duties() -> None:
    hold("publication-duties.md", duties=duties())


def test_fewer_than_one_text_in_ten_is_stopped_at() -> None:
    asked, lines = map(int, re.findall(r"(\d+) times in ([\d,]+)", sample().replace(",", ""))[0])
    assert asked < lines / 10
