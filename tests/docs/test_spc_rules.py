"""docs/reference/spc-rules.md: its tables are what the rules make; printed anew with PRINT_PAGES=1."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from answerable.core.measures import asking, behaving, correlating, meeting, saying
from answerable.core.measures.judging import FEWEST_FOR_LIMITS, judge
from answerable.core.measures.proposing import STALE
from answerable.core.spc.options import RUNS, Between, Options, TwoOfThree
from answerable.core.spc.rules import Rule
from answerable.core.spc.xmr import FEWEST_FOR_ICONS, xmr
from tests.core.measures.built import facts, zigzag
from tests.core.spc import conformance
from tests.core.spc.days import months

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "spc-rules.md"
FILES = {
    "xmr": "XmR charts",
    "run_and_shewhart": "Run and Shewhart charts",
    "funnel": "Funnels (FunnelPlotR)",
    "funnel_phe": "Funnels (PHEindicatormethods)",
    "proportion": "Intervals of a share",
    "rate": "Intervals of a rate",
    "two_proportions": "Two shares",
    "k_proportions": "Several shares",
    "before_after": "Before and after",
    "rate_ratio": "Ratio of rates",
}
LAST = {
    Rule.OUTSIDE: [70.0],
    Rule.TREND: [47.0, 48.0, 49.0, 50.0, 51.0, 52.0, 53.0],
    Rule.TWO_IN_THREE: [59.0, 53.0, 59.0],
    Rule.SHIFT: [53.0, 54.0, 53.0, 52.0, 54.0, 53.0, 52.0],
}
"""What follows 20 months that go 48, 52, 48, 52: mean 50, ordinary from 39.4 to 60.6."""
SOURCES = {
    Rule.OUTSIDE: "ptd_spc_standard.R:88",
    Rule.TREND: "ptd_calculate_point_type.R:37-65",
    Rule.TWO_IN_THREE: "ptd_calculate_point_type.R:67-84",
    Rule.SHIFT: "ptd_calculate_point_type.R:29-44",
}
FLAGS = {
    "outside_limits": "outside the limits",
    "close_to_limits": "between two and three sigma",
    "rule_trend": "part of a trend",
    "rule_two_in_three": "two of three near a limit",
    "rule_shift": "part of a run",
}


def rules() -> str:
    rows = ["| Rule | What it is | After 20 months of 48 and 52 in turn | Source |", "|---|---|---|---|"]
    for rule in Rule:
        values = [*zigzag(20), *LAST[rule]]
        assert xmr(months(len(values)), values, Options(baseline=20)).marks.rules[-1] == rule
        told = judge(facts(values, baseline=20), dt.date(2025, 4, 9)).headline
        then = ", ".join(f"{value:g}" for value in LAST[rule])
        rows.append(
            f"| {rule.capitalize()} | {saying.RULES_IN_WORDS[rule]} | {then}: {told} | {SOURCES[rule]} |"
        )
    return "\n".join(rows)


def cautions() -> str:
    stale = ", ".join(
        f"{frequency} {days} days" for frequency, days in STALE.items() if frequency != "rolling"
    )
    said = {
        "no limits are drawn": f"fewer than {FEWEST_FOR_LIMITS} values",
        "the range comes from few and will still move": f"fewer than {FEWEST_FOR_ICONS} values in the phase",
        "the last figure says nothing of today": f"older than: {stale}",
        "it follows the seasons": "over two years or more the correlation with a year before is above "
        f"{correlating.SEASONAL} and above {correlating.STANDARD_ERRORS} standard errors",
        "each month is like the one before": f"the same of neighbours, above {correlating.NEIGHBOURS}",
        "a sample could be off by points": "Wilson's 95% interval is "
        f"{behaving.WIDE:g} points or more either way",
        "the values are rounded too coarsely": f"{behaving.CHUNKY} or fewer different moving ranges within "
        "their limit (Wheeler and Chambers)",
        "a change that is over": f"ended within the last {saying.WORTH_RECALLING} periods",
        "does a new phase begin?": f"something happened from {asking.LATE} periods before a change until its "
        f"first period ended, and the change is a run, a trend or {asking.SEVERAL} points",
        "met in so many of the last": f"the last {meeting.LATELY} values that had a target",
    }
    return "\n".join(
        ["| Sentence | When |", "|---|---|", *(f"| {words} | {when} |" for words, when in said.items())]
    )


def options() -> str:
    default = Options()
    rows = {
        "Two of three near a limit count points": (default.two_of_three, TwoOfThree.CURRENT),
        "A new phase whose date is no point's": (default.between, Between.IGNORED),
        "Points of a run or trend": (default.run, next(run for run in RUNS if run != default.run)),
        "Moving ranges that are signals are screened": (default.screening, "off; reference"),
        "Points that fix the limits of a phase": ("all", "the first so many"),
    }
    return "\n".join(
        [
            "| Choice | Used on pages | Also there |",
            "|---|---|---|",
            *(f"| {name} | {used} | {other} |" for name, (used, other) in rows.items()),
        ]
    )


def conformed(where: Path) -> str:
    rows = ["| Cases | Passed | Of |", "|---|---:|---:|"]
    for name, words in FILES.items():
        groups = conformance.passed(name, where)
        rows.append(
            f"| **{words}** | {sum(a for a, _ in groups.values())} | {sum(b for _, b in groups.values())} |"
        )
        if len(groups) > 1:
            rows += [f"| {_plain(group)} | {good} | {every} |" for group, (good, every) in groups.items()]
    return "\n".join(rows)


def flags() -> str:
    found: dict[str, Any] = json.loads(conformance.told("xmr"))
    rows = ["| Flag | Points | Flagged | The same |", "|---|---:|---:|---:|"]
    for key, words in FLAGS.items():
        points = flagged = same = 0
        for case in conformance.cases("xmr"):
            ours = [None if one is None else int(one) for one in found[case["id"]]["points"][key]]
            answers = [case[one]["points"][key] for one in ("expected", "extension") if one in case]
            wanted = next((one for one in answers if one == ours), answers[0])
            points += len(ours)
            flagged += wanted.count(1)
            same += sum(one == other for one, other in zip(ours, wanted, strict=True))
        rows.append(f"| {words} | {points:,} | {flagged:,} | {same:,} |")
    return "\n".join(rows)


def _plain(group: str) -> str:
    return group.replace("/", ": ").replace("_", " ")


def hold(name: str, printed: str) -> None:
    """Print one table anew if asked to; it must be what the page has."""
    text = PAGE.read_text("utf-8")
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    wanted = pattern.sub(lambda found: f"{found[1]}{printed}\n{found[2]}", text)
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(wanted, "utf-8")
        text = wanted
    assert text == wanted


@pytest.mark.parametrize("table", [rules, cautions, options])
def test_the_tables_are_printed_from_the_rules(table: Any) -> None:
    hold(table.__name__, table())


def test_the_conformance_table_is_what_passes(tmp_path: Path) -> None:
    conformance.folder()
    hold("conformance", conformed(tmp_path))


def test_the_flags_are_what_the_cases_have() -> None:
    conformance.folder()
    hold("flags", flags())
