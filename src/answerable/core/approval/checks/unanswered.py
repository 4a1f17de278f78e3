"""A question without an answer leaves open whether there was none, or nobody wrote it down."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.approval.checks.given import Finding, Given, Insert, Mend, at_entry, short

NO_ANSWER = "Response: No answer was given at the meeting."


def check(given: Given) -> Iterator[Finding]:
    """Exchanges in which nobody answers, and no action does instead."""
    entries = given.record["entries"]
    for exchange in given.record["exchanges"]:
        if exchange["response"] or not exchange["entries"]:
            continue
        last = max(exchange["entries"])
        if last + 1 < len(entries) and entries[last + 1]["kind"] in ("action", "decision", "response"):
            continue
        yield Finding(
            f"No answer follows the question “{short(exchange['question'])}”.",
            at_entry(last),
            Mend("Write that none was given", Insert(last, NO_ANSWER)),
        )
