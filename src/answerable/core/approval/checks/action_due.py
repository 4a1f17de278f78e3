"""An action without a word about time has nothing to be late against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.approval.checks.given import ANSWER, Finding, Given, Mend, Rewrite, at_entry, short

_RHYTHM = re.compile(
    r"\b(?:each|every|daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|twice|whenever"
    r"|as and when|at all times|always|from now on|ongoing|if|next|future|with the papers)\b",
    re.IGNORECASE,
)
"""What says when without being a due: something done again and again, or as the case arises."""


def check(given: Given) -> Iterator[Finding]:
    """Actions without a date, an interval, an event or a rhythm; the mend puts a day behind it."""
    for action in given.record["actions"]:
        if not action["due"] and not _RHYTHM.search(action["text"]):
            text = action["text"]
            new = f"{text.rstrip(' .')} by {ANSWER}."
            yield Finding(
                f"“{short(text)}” has no date.",
                at_entry(action["entry"]),
                Mend("Give a date", Rewrite(action["entry"], text, new), ask="date", question="By when?"),
            )
