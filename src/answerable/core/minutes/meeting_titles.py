"""The title of a meeting: which of the first lines it is, the forum that it names, the kind of meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.core.minutes.dates import MONTH, YEAR, find_dates
from answerable.core.minutes.record import MeetingKind

_DOCUMENT = (
    r"(?:(?:draft|approved|confirmed|unconfirmed|final|public|formal|open|action)\s+)*"
    r"(?:minutes\s+of\s+(?:the\s+)?meeting|meeting\s+(?:notes?|minutes?)|minutes|notes?|action\s+(?:log|list|notes?|points|tracker)|record\s+of\s+(?:actions|decisions)"
    r"|summary(?:\s+of\s+actions)?|agenda|note\s+of\s+meeting)(?:\s+(?:and|&)\s+actions?(?:\s+log)?)?"
)
_SUFFIX = re.compile(
    rf"\s*(?:[–—:|-]|\s-)\s*{_DOCUMENT}\s*(?:\((?:draft|final|public|approved)\))?\s*$", re.IGNORECASE
)
_LAST_DOCUMENT = re.compile(
    rf"(?:\s*[–—:,(-]\s*{_DOCUMENT}|\s+(?:draft\s+)?(?:minutes|notes|action\s+log|agenda)|\s*[–—:,(-]\s*(?:cancelled|postponed|rearranged))\s*\)?\s*$",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"agenda\s*$", re.IGNORECASE)
_MINUTES_OF = re.compile(
    rf"^(?:the\s+)?{_DOCUMENT}\s+(?:of|from|for)\s+(?:the\s+|a\s+|an\s+)?(?:(?:\w+\s+)?meeting\s+of\s+(?:the\s+)?)?(?P<name>\S.*?)"
    rf"\s*(?:,?\s+(?:which was\s+)?held\b.*|\s+on\s+(?:\w+day\b|\d).*|,\s+\w+day\b.*|[–—,-]\s*\d.*|$)",
    re.IGNORECASE | re.DOTALL,
)
_HELD = re.compile(
    r"\s*,?\s+(?:which was\s+)?held\s+(?:on|at|in|via|virtually|remotely|by)\b.*$", re.IGNORECASE
)
_REFERENCE = re.compile(r"^[A-Z]{1,6}(?:\s?[(/-]\s?\d|\d)[\w()/.-]*\s+(?=[A-Z])")
_GATHERING = re.compile(
    r"\b(?:meeting|board|panel|committee|group|forum|session|council|assembly|partnership|assurance|accountability|scrutiny"
    r"|conference|hearing|hta|holding to account|outcomes)\b",
    re.IGNORECASE,
)
_ORDINAL_MEETING = re.compile(
    r"\s*[–—,-]?\s*\b(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)\s+meeting"
    r"|meeting\s+(?:no\.?|number)?\s*\d+)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"(?:the\s+|a\s+)?(?:board\s+|last\s+|public\s+)?meeting|.{0,2}", re.IGNORECASE)
"""What "Minutes of the meeting held …" leaves: no name of a meeting."""

_ONLY_DOCUMENT = re.compile(rf"^(?:{_DOCUMENT})(?:\s*[–—:-]\s*\w+)?\s*$", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:the\s+)?office\s+of\s+the\b|\b(?:limited|ltd|registered|working together)\b"
    r"|^(?:official|protect|restricted)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:Q|quarter\s)[1-4](?:\s*,?\s*(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d)?"
    r"|\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b",
    re.IGNORECASE,
)
_DATE_GLUE = re.compile(r"\b(?:as(?:\s+(?:at|of))?|held\s+on|held|from|on|for|dated|to)\s*$", re.IGNORECASE)
_BARE_MONTH = re.compile(rf"\b{MONTH}\s*$|\b{YEAR}\s*$")
_LOOSE = " \t–—-:,|("

_KIND_WORDS: tuple[tuple[MeetingKind, str], ...] = (
    (
        "public",
        r"\bpublic\s+(?:meeting|session|holding|assurance|performance|q\s?&\s?a|accountability\s+meeting)"
        r"|\bin\s+public\b",
    ),
    ("thematic", r"\bthematic\b|\btheme(?:d)?\s+meeting"),
    ("inspection", r"\binspection\b|\bHMIC(?:FRS)?\b|\bPEEL\b"),
    ("interim", r"\binterim\b|\bvirtual\b"),
    (
        "review",
        r"\b(?:annual|mid[\s-]year|end[\s-]of[\s-]year|quarterly)\s+review\b|\breview\s+meeting\b",
    ),
    ("performance", r"\bperformance\s+(?:meeting|review|board|session)\b|\bperformance\b(?=.*\bmeeting\b)"),
)
_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KIND_WORDS)


def best_title(lines: Sequence[str]) -> int | None:
    """Which of the lines before the meeting's particulars is its title; None where none can be."""
    scored = [(title_weight(line), -at) for at, line in enumerate(lines)]
    if not scored:
        return None
    weight, at = max(scored)
    return -at if weight > 0 else None


_A_WORD = re.compile(r"[A-Za-z]{3}")
_MINUTES_WORD = re.compile(r"\b(?:minutes|notes?|action log)\b", re.IGNORECASE)


def title_weight(line: str) -> float:
    """How much a line looks like a meeting's title: a gathering is named, perhaps with a date; 0 for none."""
    if _ONLY_DOCUMENT.match(line) or not _A_WORD.search(line):
        return 0
    weight = 0.4 if _GENERIC.fullmatch(clean_title(line)) else 1.0
    if weight < 1:
        return weight
    weight += 3 * bool(_GATHERING.search(line))
    weight += 2 * bool(_MINUTES_WORD.search(line))
    weight += bool(find_dates(line))
    weight -= 3 * bool(_OFFICE.search(line))
    weight -= 4 * (len(_ORDINAL_MEETING.sub("", line).strip(_LOOSE)) < 3)
    return weight


def clean_title(line: str) -> str:
    """The title as printed, without what only says that these are minutes, or when and where it was held."""
    minutes_of = _MINUTES_OF.match(line)
    title = minutes_of["name"] if minutes_of and minutes_of["name"] else _HELD.sub("", line)
    title = _REFERENCE.sub("", title)
    suffix = _SUFFIX.search(title)
    if suffix and not _AGENDA.search(title):
        title = title[: suffix.start()]
    return title.strip().rstrip(",:–—- ") or line


_FIRST_DOCUMENT = re.compile(rf"^(?:{_DOCUMENT})\s*(?:[–—:-]|of\s+(?:the\s+)?)\s*", re.IGNORECASE)
_LAST_PREPOSITION = re.compile(r"\b(?:as(?:\s+(?:at|of))?|held(?:\s+on)?|from|on)\s*$", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\(\s*(?:draft|final|public)\s*\)", re.IGNORECASE)


def forum_of(title: str) -> str:
    """The series of meetings that a title names: the title without its date, its count and "Minutes"."""
    forum = title
    for printed in reversed(find_dates(forum)):
        before = _DATE_GLUE.sub("", forum[: printed.start].rstrip(_LOOSE))
        forum = f"{before.rstrip(_LOOSE)} {forum[printed.end :].lstrip(' ,)')}"
    forum = _ORDINAL_MEETING.sub(" ", _QUARTER.sub(" ", forum))
    for _ in range(3):
        forum = _LAST_DOCUMENT.sub("", forum)
        forum = _BARE_MONTH.sub("", forum) if len(forum.split()) > 2 else forum
        forum = _LAST_PREPOSITION.sub("", forum.strip().rstrip(_LOOSE))
        forum = _EMPTY_BRACKETS.sub("", forum).strip().strip(_LOOSE)
    forum = _FIRST_DOCUMENT.sub("", forum)
    return " ".join(forum.split()) or title


def kind_of(*texts: str | None) -> MeetingKind | None:
    """The kind of meeting that a title or a line beside it states; None where it states none."""
    for text in texts:
        for kind, pattern in _KINDS:
            if text and pattern.search(text):
                return kind
    return None
