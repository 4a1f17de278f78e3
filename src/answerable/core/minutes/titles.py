"""Titles of agenda items: what looks like one, and what kind of item it names."""

from __future__ import annotations

import re

from answerable.core.minutes.record import ItemKind

MAX_TITLE_WORDS = 20
MAX_HEADING_WORDS = 12
MAX_RUN_IN_WORDS = 9

_KINDS: tuple[tuple[ItemKind, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "next_meeting",
        ("next", "future"),
        re.compile(
            r"(?:date|dates|time|confirmation|details|venue)[\w ,/&]* (?:of|for) (?:the )?(?:next"
            r"|future) (?:meetings?|boards?|panels?)|(?:next|future) (?:meetings?|boards?|panels?|sessions?)"
            r"(?: date)?|date of next\b",
            re.I,
        ),
    ),
    (
        "any_other_business",
        ("o.b", "ob", "any other", "other matters", "urgent"),
        re.compile(
            r"\ba\.?o\.?b\.?\b|any other (?:business|matters?)|\bother matters\b|\burgent business", re.I
        ),
    ),
    (
        "matters_arising",
        ("arising", "outstanding", "forward", "action", "minutes of", "minutes and", "minutes &"),
        re.compile(
            r"matters? arising|outstanding (?:matters|actions|items)|items? brought forward"
            r"|brought forward|action (?:log|tracker|update|points? from|sheet)"
            r"|actions? (?:arising )?from|review of (?:the )?(?:previous |outstanding )?(?:actions"
            r"|action)|previous actions|actions outstanding|minutes of (?:the )?(?:last|previous)"
            r"|minutes (?:and|&) (?:actions|matters)|actions? carried forward|outstanding actions?",
            re.I,
        ),
    ),
    (
        "inspection",
        ("hmic", "inspect", "peel", "iopc"),
        re.compile(r"\bhmic(?:frs)?\b|\binspect(?:ion|orate)|\bpeel\b|\biopc\b", re.I),
    ),
    ("risk", ("risk", "reputational"), re.compile(r"\brisks?\b|reputational", re.I)),
    (
        "executive_update",
        ("chief", "executive"),
        re.compile(
            r"chief (?:officer|constable)(?:['’]?s)?(?: \w+){0,2} (?:update|assessment|report"
            r"|overview|briefing)|executive board|chief officer meeting|executive update",
            re.I,
        ),
    ),
    (
        "holding_to_account",
        ("account", "performance", "assurance", "scrutiny", "police and", "thematic", "confidence"),
        re.compile(
            r"holding to account|performance|assurance|accountability|scrutiny|police and crime "
            r"plan|thematic|public confidence",
            re.I,
        ),
    ),
)
"""Kinds with words of which one stands in every title that the pattern matches: looked for before it."""
STANDING: frozenset[ItemKind] = frozenset(("next_meeting", "any_other_business"))
"""Items that every agenda has: known by their title even without a number."""
_SENTENCE_END = re.compile(r"[.;,?!]['\"”’)]*$")
_PROSE = re.compile(
    r"\b(?:will|would|was|were|has|have|had|asked|responded|confirmed|noted that|to be|is to|are "
    r"to|been|should|agreed|explained|said|advised|reported)\b"
)
NOTHING = re.compile(
    r"(?:none|nil|n/?a|no (?:items?|actions?|matters?|updates?|other business)(?: (?:to|were|was"
    r"|arising|raised|update|discuss|report|noted)[\w ]*)?|not applicable|nothing to (?:report"
    r"|note)|there (?:was|were) no[\w ]*)[.\s]*",
    re.I,
)
"""What minutes print where there is nothing to say."""


def item_kind(title: str) -> ItemKind:
    lower = title.lower()
    for kind, words, pattern in _KINDS:
        if any(map(lower.__contains__, words)) and pattern.search(title):
            return kind
    return "other"


def title_like(text: str, strong: bool = False) -> bool:
    """Whether a line could be the title of an item: short, no sentence, begins with a capital or a figure."""
    words = text.split()
    if not words or len(words) > MAX_TITLE_WORDS or NOTHING.fullmatch(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘£("):
        return False
    if strong:
        return not (text.endswith(".") and len(words) > MAX_HEADING_WORDS)
    return not _SENTENCE_END.search(text) and not _PROSE.search(text) and not text.endswith(":")


def heading_like(text: str, strong: bool) -> bool:
    """Whether a line without a number could head what follows."""
    words = text.split()
    if not words or len(words) > MAX_HEADING_WORDS or NOTHING.fullmatch(text.rstrip(":")):
        return False
    bare = text.rstrip(": ")
    return title_like(bare, strong=False) and (strong or not text.endswith(":"))


def strong_title(text: str, strong: int) -> int:
    """Where a title in bold ends that its paragraph runs in with; 0 for none.

    ``strong``: emphasised characters at the start.
    """
    if not 0 < strong < len(text) - 1:
        return 0
    in_word = text[strong - 1 : strong + 1].isalnum()
    return strong if not in_word and title_like(text[:strong].strip().rstrip(":.–- ")) else 0


def run_in_title(text: str, speech_at: int | None) -> int:
    """Where a title ends that runs in with its prose ("Satisfaction The PCC …"); 0 for none.

    ``speech_at``: where the first speaker is named.
    """
    if (
        speech_at
        and title_like(text[:speech_at].strip())
        and len(text[:speech_at].split()) <= MAX_RUN_IN_WORDS
    ):
        return speech_at
    return 0
