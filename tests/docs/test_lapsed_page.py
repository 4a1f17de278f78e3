"""docs/reference/lapsed.md: its bounds are the rule's, and its table is what the rule makes of the cases."""

from __future__ import annotations

import os
from pathlib import Path

from answerable.core.actions import nearest
from answerable.core.actions.nearest import is_mention, likeness, words_of
from tests.core.test_nearest import CHANCE, TRUE, rarity

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "lapsed.md"
HEAD = "| The promise | A later sentence | Alike | |\n|---|---|---|---|\n"


def table() -> str:
    """Every case, the likest first."""
    counted = rarity(*(later for _, later in [*TRUE, *CHANCE]))
    cases = []
    for promise, later in [*TRUE, *CHANCE]:
        one, other = words_of(promise), words_of(later)
        cases.append((likeness(one, other, counted), len(one & other), promise, later))
    lines = [
        f"| {promise} | {later} | {score:.0%} | {_called(score, shared)} |"
        for score, shared, promise, later in sorted(cases, reverse=True)
    ]
    return HEAD + "\n".join(lines) + "\n"


def _called(score: float, shared: int) -> str:
    return "a mention" if is_mention(score, shared) else "chance"


def test_the_table_is_printed_from_the_rule() -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(HEAD)
    after = rest[rest.index("\n\n") if not rest.startswith("\n") else 0 :].lstrip("\n")
    wanted = f"{before}{table()}\n{after}"
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(wanted, "utf-8")
    assert PAGE.read_text("utf-8") == wanted


def test_its_bounds_are_those_of_the_rule() -> None:
    text = PAGE.read_text("utf-8")
    assert f"At least {nearest.MENTIONS:.0%} alike, three words or more shared" in text
    assert f"With two shared words, at least {nearest.MENTIONS_BY_TWO:.0%}" in text
    assert f"Below {nearest.WORTH_SHOWING:.0%} nothing is shown" in text
    assert nearest.RAREST == 8
    assert f"the first {nearest.LOOKS} sentences" in text
    assert nearest.FEWEST_SHARED == 2
