"""What the office judges of a briefing note, and the words that it can choose from.

The scales are those that minutes use: "it does not answer the third point", "too long", "the voice of the
executive is missing", "it gives no risks". docs/reference/judging-briefing-notes.md is printed from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """``name`` is the field of a judgement; ``words`` go from good to bad where the scale has such ends."""

    name: str
    label: str
    asks: str
    words: Mapping[str, str]

    def said(self, value: str) -> str:
        """The words of a value; "" of none."""
        return self.words.get(value, value)


POINTS = Scale(
    "points", "Points covered", "Does it answer every point of the terms of reference?",
    {"all": "Every point", "most": "Most points", "some": "Some points", "none": "No point"},
)  # fmt: skip
LENGTH = Scale(
    "length", "Length", "Can it be read before the meeting, and does it say enough?",
    {"right": "About right", "short": "Too short", "long": "Too long"},
)  # fmt: skip
VOICE = Scale(
    "voice", "Voice of the executive", "Do chief officers say what they themselves make of it?",
    {"clear": "Clear", "partly": "In part", "missing": "Missing"},
)  # fmt: skip
RISKS = Scale(
    "risks", "Risks and challenges", "Does it say what may go wrong and what is hard?",
    {"clear": "Clear", "partly": "In part", "missing": "Missing"},
)  # fmt: skip
OVERALL = Scale(
    "overall", "Overall", "Does it let the commissioner hold the force to account?",
    {"good": "Good", "enough": "Good enough", "poor": "Not good enough"},
)  # fmt: skip

SCALES = (POINTS, LENGTH, VOICE, RISKS, OVERALL)

OUTCOMES = {"accepted": "Accept it", "returned": "Send it back"}
VERDICTS = {"covered": "Covered", "partly": "Partly covered", "missing": "Not covered"}


def problems_with(said: Mapping[str, str]) -> list[tuple[str, str]]:
    """What must be put right before a judgement can be kept: field and sentence.

    ``said`` has a value or "" for each scale, ``outcome`` ("" to decide later) and ``why``.
    """
    found = [
        (one.name, f"Choose from the list: {one.label.lower()}")
        for one in SCALES
        if said.get(one.name) and said[one.name] not in one.words
    ]
    outcome = said.get("outcome", "")
    if outcome and outcome not in OUTCOMES:
        found.append(("outcome", "Choose whether to accept it or to send it back"))
    elif outcome and not said.get(OVERALL.name):
        found.append((OVERALL.name, "Choose what it is overall before you accept it or send it back"))
    if outcome == "returned" and not said.get("why", "").strip():
        found.append(("why", "Say why it is sent back: the force reads it"))
    return found


def points_value(verdicts: Mapping[str, int], points: int) -> str:
    """The value of ``POINTS`` that confirmed verdicts come to: how many points have each; "" while some
    are not confirmed. A partly covered point is not covered."""
    if not points or sum(verdicts.get(one, 0) for one in VERDICTS) < points:
        return ""
    covered = verdicts.get("covered", 0)
    if covered == points:
        return "all"
    if covered * 2 >= points:
        return "most"
    return "some" if covered or verdicts.get("partly", 0) else "none"


def reference_page() -> str:
    """docs/reference/judging-briefing-notes.md"""
    lines = [
        "# Judging briefing notes",
        "",
        "What the office can say of each version of a briefing note. Printed from `core/papers/scales.py`.",
        "",
        "| Scale | Asks | Words |",
        "|---|---|---|",
    ]
    lines += [f"| {one.label} | {one.asks} | {', '.join(one.words.values())} |" for one in SCALES]
    lines += [
        "",
        f"Each point of the terms of reference is confirmed as one of: {', '.join(VERDICTS.values())}.",
        "Once all are, the page proposes the words for “Points covered”; a point that is partly covered is",
        "not counted as covered. “Most points” begins at half of them.",
        "",
        "A judgement ends in one of two: "
        + " or ".join(f"“{one}”" for one in OUTCOMES.values())
        + ". Sending back needs a reason, which the force reads with",
        "the judgement. A new version is judged anew, and what was said of the earlier one stays.",
        "",
    ]
    return "\n".join(lines)
