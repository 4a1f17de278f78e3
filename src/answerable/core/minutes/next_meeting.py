"""When and where the next meeting is, and what it will be about, from the words of its item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from answerable.core.minutes.dates import PrintedDate, find_dates, month_end, next_day_of
from answerable.core.minutes.header import bare_label, labelled, venue_in
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import NextMeeting
from answerable.core.minutes.times import find_times

_NOTHING = re.compile(
    r"\s*(?:t\.?b\.?[acd]\.?|to be (?:advised|arranged|agreed|confirmed|announced|determined"
    r"|set|notified)|none|n/?a"
    r"|not (?:yet )?(?:known|set|agreed)|date (?:and time )?(?:to be|tbc).*|no (?:further"
    r"|future|date).*)\s*\.?\s*",
    re.IGNORECASE,
)
_TITLE = (
    r"(?:the\s+)?(?:date|time|details|confirmation)[\w ,/&]*\b(?:of|for)\s+(?:the\s+)?(?:next"
    r"|future)\s+meetings?"
    r"(?:\s+type)?(?:\s*[/&,]\s*(?:date|time|venue|type))*"
)
_GATHERING = r"(?:meeting|board|panel|committee|session)"
_NEXT = rf"(?:the\s+)?(?:date\s+of\s+)?next\s+(?:\w+\s+){{0,4}}?{_GATHERING}(?:\s+date)?"
_IS_HELD = (
    r"(?:is|are|was|will|has|had)\s+(?:due\s+to\s+|to\s+)?(?:be\s+|been\s+)?"
    r"(?:held|take\s+place|planned|scheduled|arranged|agreed|confirmed|set|taking\s+place|due)?"
)
_OPENING = re.compile(
    rf"^(?:[•▪*–-]\s+)?(?:{_TITLE}|{_NEXT})\s*(?::|–|-|{_IS_HELD})"
    r"\s*(?:to\s+be\s+held\s+|to\s+take\s+place\s+)?(?:for|on|at|as)?\s*",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?:(?:to\s+be\s+held|will\s+be\s+held|will\s+take\s+place|is\s+scheduled|planned|scheduled)\s+)?"
    r"(?:for|on|at)?\s*",
    re.IGNORECASE,
)
_TYPE_HINT = re.compile(
    r"\b(?:thematic|theme|performance|public|inspection|review|interim|meeting|board|panel|hmic\w*|peel|assurance|session|extraordinary"
    r"|annual|committee)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:forward\s+agenda|publication|publishing|minutes|actions?|closed|ended|finished|concluded|apologies|deadline|papers\s+(?:due|by|to))\b",
    re.IGNORECASE,
)
_ABOUT_NEXT = re.compile(
    r"\b(?:next|future)\s+(?:[\w&]+\s+){0,4}?(?:meeting|board|panel|committee|session|HTA)s?\b", re.IGNORECASE
)
_PLACE = re.compile(r"\b(?:room|hall|hq|headquarters|house|building|teams|zoom)\b", re.IGNORECASE)
MOST_TYPE_WORDS = 14


def read_next_meeting(passages: Sequence[Passage], said_on: date | None) -> NextMeeting | None:
    """The next meeting as the passages of its item, in order, give it; None where they do not.

    Several lines about what it will be ("HMICFRS PEEL 2017", "Thematic – Offenders") are joined by "; ".
    A month without a day gives the date None. Where several meetings are listed the first counts. The
    source is left empty for the caller, who knows the document.
    """
    reading = _Reading(said_on)
    for text in passages:
        if not reading.take(text):
            break
    return reading.found()


_DASHED_TYPE = re.compile(r"\s*[–—(-]\s*(?P<type>[A-Z][^,]*)$")
_TWO_SENTENCES = re.compile(r"[a-z]\.\s+[A-Z]")
_LAST_WORDS = re.compile(r"\s*(?:\b(?:on|at|for|is|will be|to be held|held)\b\s*)+$", re.IGNORECASE)


class _Reading:
    def __init__(self, said_on: date | None) -> None:
        self.said_on = said_on
        self.date: str | None = None
        self.dated = False
        self.told = False
        self.start: str | None = None
        self.venue: str | None = None
        self.types: list[str] = []
        self.used: list[Passage] = []
        self.awaits: str | None = None

    def take(self, text: Passage) -> bool:
        """Take a line in; False where the item has gone on to something else."""
        words = _OPENING.sub("", text.text, count=1)
        if not words or _NOTHING.fullmatch(words):
            self.used += [text] if self.used or words else []
            return True
        if _ELSEWHERE.search(words) and (self.used or not find_dates(words)):
            return False
        taken = self._field(words) or self._line(words)
        if taken:
            self.used.append(text)
        return taken or not self.used

    def _field(self, words: str) -> bool:
        """ "Date: 3 May", "Venue", "Type: Thematic", and the value below a bare label."""
        if self.awaits is not None:
            name, self.awaits = self.awaits, None
            return self._named(name, words)
        if bare_label(words) is not None:
            self.awaits = bare_label(words)
            return True
        whole = labelled(words)
        return bool(whole) and whole is not None and self._named(whole[0], words[whole[1] :])

    def _named(self, name: str, value: str) -> bool:
        if _NOTHING.fullmatch(value):
            return True
        if name == "venue":
            self.venue = self.venue or value.strip(" .")
        elif name in ("kind", "title"):
            self.types.append(value.strip(" ."))
        elif name in ("date", "time", "start"):
            return self._line(value)
        return name in ("venue", "kind", "title", "end")

    def _line(self, words: str) -> bool:
        dates, times = find_dates(words), find_times(words)
        bare = None if dates else _bare_month(words)
        if not dates and not times and bare is None:
            return self._about(words)
        if self.dated and dates:
            return False  # the meeting after the next
        self.told = True
        if dates:
            self.dated = True
            self.date = _day(dates[0], self.said_on)
        if times:
            self.start = self.start or times[0].begins
        self.venue = self.venue or venue_in(words) or _venue_alone(words, dates)
        self._type_in(words, dates)
        return True

    def _about(self, words: str) -> bool:
        """A line with neither date nor time: a place, or what the meeting will be about."""
        if len(words.split()) > MOST_TYPE_WORDS or _TWO_SENTENCES.search(words):
            return False
        place = venue_in(words)
        sure = self.dated or _PLACE.search(words)
        if place and sure and self.venue is None and not _TYPE_HINT.search(words):
            self.venue = place
        else:
            self.types.append(words.strip(" ."))
        return True

    def _type_in(self, words: str, dates: list[PrintedDate]) -> None:
        """ "Board Meeting 2 May 2026, 9.30am": what stands before the date says what it will be."""
        at = dates[0].start if dates else next((one.start for one in find_times(words)), 0)
        before = _HELD.sub("", words[:at]).strip(" ,:;–—-(")
        before = _LAST_WORDS.sub("", before).strip(" ,:;–—-")
        if (
            before
            and _TYPE_HINT.search(before)
            and len(before.split()) <= MOST_TYPE_WORDS
            and not _ABOUT_NEXT.search(before)
        ):
            self.types.append(before)
            return
        ends = [one.end for one in dates] + [one.end for one in find_times(words)]
        after = words[max(ends, default=0) :]
        dashed = _DASHED_TYPE.match(after)
        if dashed and _TYPE_HINT.search(dashed["type"]) and dashed["type"] != self.venue:
            self.types.append(dashed["type"].strip(" .)"))
            self.venue = None if self.venue and self.venue in dashed["type"] else self.venue

    def found(self) -> NextMeeting | None:
        if not (self.told or self.types or self.venue):
            return None
        return {
            "date": self.date,
            "start_time": self.start,
            "venue": self.venue,
            "type": "; ".join(self.types) or None,
            "source": [],
        }


def _day(printed: PrintedDate, said_on: date | None) -> str | None:
    """The day; without a year the next such day after the meeting, on the printed weekday where that fits."""
    if printed.day is None:
        return None
    if printed.year is not None:
        day = printed.on()
        return day.isoformat() if day else None
    if said_on is None:
        return None
    day = next_day_of(printed.month, printed.day, said_on)
    return day.isoformat() if day else None


_BARE_MONTH = re.compile(r"\b(?:in|for|during)\s+(?P<month>[A-Z][a-z]+)\b")


def _bare_month(words: str) -> date | None:
    """The month's end of "planned for November", which gives no date but is about one."""
    match = _BARE_MONTH.search(words)
    dates = find_dates(f"{match['month']} 2000") if match else []
    return month_end(2000, dates[0].month) if dates else None


_VENUE_NAME = re.compile(r"[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+)+$")


def _venue_alone(words: str, dates: list[PrintedDate]) -> str | None:
    """ "Tuesday 3 May, County Hall": a last part with a capital that is no date and no time."""
    if not dates:
        return None
    last = words.rsplit(",", 1)[-1].strip(" .")
    if find_dates(last) or find_times(last) or not _VENUE_NAME.match(last):
        return None
    return last
