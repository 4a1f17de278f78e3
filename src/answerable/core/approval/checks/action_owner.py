"""An action that nobody owns is done by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.approval.checks.given import ANSWER, Finding, Given, Mend, Rewrite, at_entry, short
from answerable.core.minutes.record import Action

_HAS_SUBJECT = re.compile(
    r"\w to (?!(?:the|a|an|all|any|each|every|both|its|their|his|her|our|this|that|those|these)\b)[a-z]"
)
"""Words with a subject of their own: "waits to be shown", "the force to explore"."""


def check(given: Given) -> Iterator[Finding]:
    """Actions without an owner; the mend puts one before the action's words."""
    for action in given.record["actions"]:
        if not action["owners"]:
            yield Finding(
                f"No owner is named for “{short(action['text'])}”.",
                at_entry(action["entry"]),
                Mend("Name the owner", _named(action), ask="who", question="Who is to do it?"),
            )


def _named(action: Action) -> Rewrite:
    """ "Share the profile" becomes "ACC to share the profile", "Waits to be shown" gets "(ACC)" behind it."""
    text = action["text"]
    if _HAS_SUBJECT.search(text):
        return Rewrite(action["entry"], text, f"{text.rstrip(' .')} ({ANSWER}).")
    task = text[3:] if text.casefold().startswith("to ") else text
    if task[:1].isupper() and not task[1:2].isupper():
        task = task[:1].lower() + task[1:]
    return Rewrite(action["entry"], text, f"{ANSWER} to {task}")
