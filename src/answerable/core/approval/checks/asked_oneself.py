"""Nobody asks themselves: one of the two names is another's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.approval.checks.given import ANSWER, Finding, Given, Mend, Rewrite, at_entry

_VERBS = r"asked|questioned|challenged|pressed|thanked|reminded|told"
_TO = r"(?: (?:the|a question of(?: the)?))?"


def check(given: Given) -> Iterator[Finding]:
    """Sentences in which somebody asks the one who they are ("the CC asked the CC")."""
    names = sorted({*given.shorts(), *_titles(given)}, key=len, reverse=True)
    if not names:
        return
    someone = "|".join(map(re.escape, names))
    asks = re.compile(rf"\b(?P<who>{someone}) (?:also |then )?(?P<verb>{_VERBS}){_TO} (?P=who)(?![\w/’'-])")
    for index, entry in given.said():
        for found in asks.finditer(entry["text"]):
            if _names_two(found["who"], entry["text"][found.end() :]):
                continue
            change = Rewrite(index, found[0], ANSWER + found[0][len(found["who"]) :])
            yield Finding(
                f"“{found[0]}”: nobody {found['verb']} themselves.",
                at_entry(index),
                Mend(
                    "Say who it was", change, ask="who", question=f"Who {found['verb']} the {found['who']}?"
                ),
            )


def _titles(given: Given) -> Iterator[str]:
    """Capacities in words: "Chief Constable"."""
    for one in given.record["attendance"]:
        if one["capacity"]:
            yield one["capacity"].split(",")[0].strip()


def _names_two(who: str, after: str) -> bool:
    """ "the ACC asked the ACC Crime": two holders of one post, told apart by what follows."""
    return bool(re.match(r" [A-Z(]", after))
