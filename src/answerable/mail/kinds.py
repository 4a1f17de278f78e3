"""The kinds of mail that somebody can want or not, by the keys that messages and wishes hold."""

from __future__ import annotations

BEFORE, OVERDUE, GIVEN, REPORTED, PASSED = "before", "overdue", "given", "reported", "passed"

KINDS: dict[str, str] = {
    BEFORE: "A week before a meeting’s papers are due: what comes back to it and what is asked",
    OVERDUE: "Once a week: what is overdue",
    GIVEN: "When minutes are approved: what was newly given",
    REPORTED: "When a report waits for your side’s answer",
    PASSED: "When a post is passed on, and with it what it owes",
}
"""What each kind says, and when: the labels of the page on which somebody chooses."""

DIGEST = "digest"
"""What several of them are that go out in one mail."""
