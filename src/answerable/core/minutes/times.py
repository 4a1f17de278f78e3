"""Times of day as minutes print them: "10.30am", "14:00pm", "9:30 – 12:30", "1400hrs", "noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from answerable.core.minutes.dates import LAST_ASKED

_CLOCK = (
    r"(?:(?:noon|midday|12\s?noon)\b"
    r"|\d{1,2}\s?[:.]\s?\d\d\s?(?:[ap]\.?\s?m\b\.?|hrs?\b|hours\b|noon\b)?"
    r"|\d{4}\s?(?:hrs?|hours|h)\b"
    r"|\d{1,2}\s?[ap]\.?\s?m\b\.?)"
)
_RANGE = re.compile(
    rf"(?<![\d/.:£-])(?P<start>\d{{4}}(?=\s?[-–—]\s?\d{{4}})|\d{{1,2}}|{_CLOCK})\s?(?:-|–|—|to|until|till)\s?(?P<end>{_CLOCK})"
    rf"|(?<![\d/.:£-])(?P<start2>{_CLOCK})\s?(?:-|–|—|to|until|till)\s?(?P<end2>\d{{4}}|\d{{1,2}})(?![\d/:.%])",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?<![\d/.:£-])(?P<start>{_CLOCK})(?![\d/%]|\.\d)", re.IGNORECASE)
_PARTS = re.compile(
    r"(?P<hour>\d{1,2})\s?(?:[:.]\s?(?P<minute>\d\d)|(?P<packed>\d\d))?\s?(?P<half>[ap])?", re.I
)

_NUMBERED_BEFORE = re.compile(
    r"\b(?:rooms?|items?|sections?|paragraphs?|para|appendix|no\.?|v|version)\s*$", re.I
)
_GOES_ON = re.compile(r"[-–—]|to|until|till", re.IGNORECASE)
"""What a span of time has between its ends."""
_HINT = re.compile(r"[0-9]|noon|midday", re.IGNORECASE)
NOON = 12


class PrintedTime(NamedTuple):
    """A time or span of times at ``text[start:end]``, as ``HH:MM`` on the 24-hour clock."""

    start: int
    end: int
    begins: str
    ends: str | None


def find_times(text: str) -> list[PrintedTime]:
    """Every time of day or span of them, in the order printed. "14:00pm" is 14:00; "9 – 10.30am" is 09:00."""
    return list(_times_in(text))


@lru_cache(maxsize=LAST_ASKED)
def _times_in(text: str) -> tuple[PrintedTime, ...]:
    if _HINT.search(text) is None:
        return ()
    found: list[PrintedTime] = []
    patterns = (_RANGE, _ONE) if _GOES_ON.search(text) else (_ONE,)
    at = 0
    while True:
        printed = _next(text, at, patterns)
        if printed is None:
            return tuple(found)
        found.append(printed)
        at = printed.end


def _next(text: str, at: int, patterns: Sequence[re.Pattern[str]]) -> PrintedTime | None:
    for match in sorted(
        (one for pattern in patterns if (one := pattern.search(text, at))),
        key=lambda one: (one.start(), -one.end()),
    ):
        printed = _read(match)
        if printed is not None:
            return printed
        at = max(at, match.start() + 1)
    return None


_IS_TIME = re.compile(r"[ap]\.?\s?m|:")


def _read(match: re.Match[str]) -> PrintedTime | None:
    parts = match.groupdict()
    first = parts.get("start") or parts.get("start2") or ""
    last = parts.get("end") or parts.get("end2")
    ends = None if last is None else _clock(last, None)
    begins = _clock(first, _half(last or ""))
    if _NUMBERED_BEFORE.search(match.string, 0, match.start()) and not _IS_TIME.search(match[0]):
        return None  # "Meeting Room 1.38", "item 4.10"
    if begins is None or (last is not None and ends is None):
        return None
    if ends is not None and ends < begins and _half(first) is None and begins >= f"{NOON}:00":
        begins = _clock(first, None) or begins  # "10 – 1.30pm": ten in the morning
    if ends is not None and ends < begins and _half(last or "") is None:
        ends = _clock(last or "", "p") or ends  # "10am – 1.30": half past one in the afternoon
    return PrintedTime(match.start(), match.end(), begins, ends)


_HALF = re.compile(r"([ap])\.?\s?m", re.IGNORECASE)


def _half(printed: str) -> str | None:
    found = _HALF.search(printed)
    return found[1].lower() if found else None


_IS_NOON = re.compile(r"(?:noon|midday)", re.IGNORECASE)


def _clock(printed: str, half_of_other: str | None) -> str | None:
    """``HH:MM``; ``half_of_other`` is the "p" of "2 – 3pm", used where the time has none of its own."""
    if _IS_NOON.match(printed):
        return f"{NOON}:00"
    match = _PARTS.match(printed)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or match["packed"] or 0)
    half = _half(printed) or half_of_other
    if half == "p" and hour < NOON:
        hour += NOON
    if half == "a" and hour == NOON:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
