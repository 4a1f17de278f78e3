"""Commitments: promises in answers that nobody marked as actions, as far as simple rules go."""

from __future__ import annotations

import re
from typing import Literal

_STRONG = re.compile(
    r"\b(?:commit(?:ted|s|ment)|undert(?:ook|ake|akes|aken)|promised?|pledged?|guarantee[ds]?"
    r"|(?:agreed|offered) to|gave (?:an |his |her |their )?(?:assurance|undertaking)|provided "
    r"(?:assurance|reassurance) that)\b",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:will (?:be |now |also |then |continue |work |have |remain |provide |share |ensure "
    r"|look |need |take |come |report |bring |start |begin |move |go )|would (?:be (?:in place"
    r"|completed?|shared|provided|reviewed|published|presented|delivered|launched|rolled|brought"
    r"|available|reported)|have|provide|share|bring|report|continue|therefore|go through|ensure)"
    r"|(?:is|are) to (?:be |undertake|provide|review|report|bring|share)|is due to|are due to"
    r"|(?:is|are) (?:planned|scheduled|expected|anticipated|projected)|going to|plans? to"
    r"|intends? to|aims? to be|due (?:by|in)\b|anticipated (?:by|for|in)|by the end of)",
    re.I,
)
_PLANNED = re.compile(
    r"\bwould (?:be (?:in place|complete|shared|provided|reviewed)|therefore|go through)"
    r"|(?:is|are) to (?:undertake|be|review)"
)
_WILL = re.compile(r"\b(?:will|shall)\b", re.I)
_NOT = re.compile(
    r"\b(?:will (?:only|always|never|depend|not know)|if (?:they|it|the)|would you|could be|might"
    r"|may be|whether|unless|which will (?:mean|lead)|would be (?:ideal|useful|helpful|beneficial"
    r"|better)|"
    r"doesn['’]t think|does not think|would like)\b",
    re.I,
)
_PAST_ONLY = re.compile(r"\b(?:had been|was|were)\b(?!.*\b(?:will|would|due|by)\b)", re.I)


_HINTS = (
    "will", "shall", "would", "commit", "undert", "promis", "pledg", "guarant", "greed to", "offered to",
    "assurance",
    "is to ", "are to ", "due", "planned", "scheduled", "expected", "anticipat", "project", "going to",
    "plans to", "intend", "aims to", "by the end of",
)  # fmt: skip
_STRONG_HINTS = (
    "committed", "commits", "commitment", "undert", "promise", "pledge", "guarantee", "agreed to",
    "offered to", "gave ", "assurance that",
)  # fmt: skip
_FUTURE_HINTS = (
    "will ", "would ", "is to ", "are to ", "due ", "planned", "scheduled", "expected", "anticipated",
    "projected", "going to", "plan to", "plans to", "intend", "aim", "by the end of",
)  # fmt: skip
_NOT_HINTS = ("will ", "if ", "would ", "could be", "might", "may be", "whether", "unless", "think")
"""What stands in every sentence that ``_STRONG``, ``_FUTURE`` and ``_NOT`` match."""

Promise = Literal["certain", "dated"]
"""``dated``: it is one only where it carries a word about time."""


def _has(text: str, hints: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, hints))


def promise(text: str) -> Promise | None:
    """Whether a sentence of an answer promises something; None where it does not."""
    told = _told(text)
    return told if told is not None and _has(text, _HINTS) else None


def _told(text: str) -> Promise | None:
    lower = text.lower()
    if _has(lower, _STRONG_HINTS) and _STRONG.search(text):
        return "certain"
    will = ("will" in lower or "shall" in lower) and _WILL.search(text) is not None
    if _has(lower, _FUTURE_HINTS) and _FUTURE.search(text):
        hedged = _has(lower, _NOT_HINTS) and _NOT.search(text)
        return "certain" if not hedged and (will or _PLANNED.search(text)) else "dated"
    return "dated" if will and not _PAST_ONLY.search(text) else None
