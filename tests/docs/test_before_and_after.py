"""docs/reference/before-and-after.md: what is said, and the thresholds; printed anew with PRINT_PAGES=1."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from answerable.core.measures import surveys
from answerable.core.measures.facts import Event, EventKind, Facts, Frequency, Kind
from answerable.core.measures.was_it_us import LEAST, counting, effects, was_it_us
from answerable.core.measures.was_it_us.sides import LONGEST_AFTER, LONGEST_BEFORE
from answerable.core.spc.comparing import sample_to_settle
from tests.core.measures.series import facts, noise, raised

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "before-and-after.md"
ON, TODAY = dt.date(2024, 1, 1), dt.date(2026, 5, 20)
FELL = raised(noise(7, 36), 24, -10)
TREND = [60 - 0.5 * k + value for k, value in enumerate(noise(1, 36, 0, 1.5))]
RECORDED = Event(dt.date(2023, 10, 1), EventKind.RECORDING, "new counting rules")
OTHERS = [facts(noise(8, 36), whose="South"), facts(noise(9, 36, 30), whose="East")]
FALLEN = [facts(raised(noise(seed, 36), 24, -10), whose=who) for seed, who in ((8, "South"), (9, "East"))]
RARE = facts([2.0, 3.0] * 12 + [0.0, 1.0] * 6, kind=Kind.COUNT)
EXAMPLES: dict[str, tuple[Facts, list[Facts]]] = {
    "Lower by a quarter from the month it began": (facts(FELL), []),
    "The same, and nothing moved elsewhere": (facts(FELL), OTHERS),
    "The same, and the others fell too": (facts(FELL), FALLEN),
    "Chance alone": (facts(noise(11, 36)), []),
    "Falling already, and it goes on": (facts(TREND), []),
    "Two or three a month before it, half of one after": (RARE, []),
    "The recording changed three months before": (facts(FELL, events=[RECORDED]), []),
    "Figures of twelve months": (facts(FELL, frequency=Frequency.ROLLING), []),
}
EARLY = "Three months after it (asked in April 2026)"


def answers() -> str:
    rows = ["| Figures | What is said |", "|---|---|"]
    for what, (ours, others) in EXAMPLES.items():
        rows.append(f"| {what} | {was_it_us(ours, ON, others, TODAY).headline} |")
    young = facts(noise(1, 27), start=dt.date(2024, 1, 1))
    early = was_it_us(young, dt.date(2026, 1, 1), [], dt.date(2026, 4, 20))
    return "\n".join([*rows, f"| {EARLY} | {early.headline} |"])


def rules() -> str:
    month = Frequency.MONTH
    return "\n".join(
        [
            "| What | How many | Why |",
            "|---|---|---|",
            f"| Periods on each side | {LEAST} | Fewer leave the spread unknown (Penfold and Zhang 2013) |",
            f"| Months looked at before and after it | {LONGEST_BEFORE[month]} and "
            f"{LONGEST_AFTER[month]} | Beyond them other things count |",
            f"| Years before it to allow for the season | {effects.SEASON_YEARS} | One alone is no pattern |",
            f"| Periods a side below which an unseen trend is warned of | {effects.SEES_TRENDS} | "
            "12 and 12 in Wagner and others (2002) |",
            f"| Events a period below which they are counted | {counting.SMALL_COUNT} | "
            "Counts so small are skewed |",
        ]
    )


def printed(text: str) -> str:
    for name, table in (("answers", answers()), ("rules", rules())):
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = marks.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text)
    return text


def test_what_it_shows_is_what_is_said() -> None:
    held = PAGE.read_text("utf-8")
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(held := printed(held), "utf-8")
    assert held == printed(held)


def test_its_numbers_are_those_of_the_rules() -> None:
    text = PAGE.read_text("utf-8")
    assert f"that is {int(sample_to_settle(0.83, 0.79))}" in text
    assert f"Fewer than {surveys.SMALL} answers" in text
    assert "its 95% interval leaves out nought" in text and effects.TREND_SURE == 0.95
    assert "twice as many" in text and surveys.SURER == 0.8


def test_the_table_of_errors_is_there() -> None:
    table = PAGE.read_text("utf-8").split("<!-- errors -->")[1].split("<!-- /errors -->")[0]
    assert len(re.findall(r"^\| (?:Nothing changed|Changed)", table, re.MULTILINE)) == 7
