"""The particulars of a meeting: "Date: Tuesday 3 March 2026 @ 10:30", "Chair: …", "Venue …", runs of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from answerable.core.minutes.dates import PrintedDate, find_dates
from answerable.core.minutes.names import NOT_NAMES, is_name, name_length
from answerable.core.minutes.times import find_times

FieldName = Literal[
    "title", "date", "time", "start", "end", "venue", "chair", "minutes_by", "kind", "ignored"
]

_FIELDS: dict[FieldName, str] = {
    "title": (
        r"(?:title|name|subject|purpose)\s+of\s+(?:the\s+)?meeting|meeting\s+(?:title|name)|title|meeting|forum"
        r"|committee|name\s+of\s+group"
    ),
    "date": (
        r"(?:meeting\s+)?date(?:\s+of\s+(?:the\s+)?meeting)?(?:\s*(?:&|and|/)\s*time)?"
        r"|date\s*(?:&|and|/)\s*(?:venue|place|location)|date\s*,?\s*time(?:\s*(?:&|and)\s*venue)?|held\s+on|when"
    ),
    "time": (
        r"(?:meeting\s+)?time(?:s)?(?:\s+of\s+meeting)?|time\s*(?:&|and)\s*(?:venue|place|location)|duration"
    ),
    "start": (
        r"(?:meeting\s+)?(?:start(?:ed|s)?|commenced|opened)(?:\s*time|\s+at)?"
        r"|time\s+(?:started|commenced|opened)|from"
    ),
    "end": (
        r"(?:meeting\s+)?(?:end(?:ed|s)?|finish(?:ed)?|closed?)(?:\s*time|\s+at)?"
        r"|time\s+(?:ended|finished|closed)"
    ),
    "venue": r"(?:meeting\s+)?(?:venue|place|location|where)(?:\s+of\s+meeting)?|held\s+(?:at|in)|room",
    "chair": r"(?:meeting\s+)?chair(?:ed|man|person|woman)?(?:\s+by|ing)?|in\s+the\s+chair|presiding",
    "minutes_by": (
        r"(?:minutes|notes?)(?:\s+(?:by|taken\s+by|prepared\s+by|produced\s+by|recorded\s+by|of\s+meeting\s+by))?|minuted\s+by"
        r"|(?:minute|note)[\s-]?(?:taker|taking)|minutes?\s+secretary|recorded\s+by|(?:prepared|produced|compiled|taken)\s+by|scribe"
        r"|secretary|clerk|author"
    ),
    "kind": r"(?:meeting\s+)?(?:type|theme)(?:\s+of\s+meeting)?",
    "ignored": (
        r"distribution(?:\s+list)?|circulation|copies?\s+to|cc|version|status|reference|ref(?:\s*no)?|classification|protective\s+marking"
        r"|telephone|tel|e-?mail|website|contact|date\s+(?:of\s+issue|published|issued|approved)|enclosures?|papers?|quorum"
    ),
}  # fmt: skip
_FIELD = re.compile("|".join(f"(?P<{name}>(?:{words}))" for name, words in _FIELDS.items()), re.IGNORECASE)
_LABELLED = re.compile(
    r"^(?:"
    + "|".join(f"(?P<{name}>(?:{words}))" for name, words in _FIELDS.items())
    + r")\s*(?P<mark>:|–|—|\s-\s)\s*",
    re.IGNORECASE,
)
_UNMARKED = re.compile(
    r"^(?P<label>Date|Time|Venue|Location|Place|Chair|Minutes|VENUE|DATE|TIME|CHAIR|LOCATION|PLACE|MINUTES)\s+(?=[A-Z0-9])"
)
_BULLET = re.compile(r"^[•▪‣◦·\uf0b7*–-]\s+")
MOST_WORDS_UNMARKED = 12
"""A label without a colon ("Venue Conference Room, HQ") is only believed in a short line."""
MOST_WORDS_RUN = 32
"""A line of date, time and place is not longer."""

_AT_VENUE = re.compile(
    r"(?:\b(?:held\s+)?(?:in|at|via|by|on)\s+(?:the\s+)?|^\s*[,;|–—@-]+\s*)", re.IGNORECASE
)
_VENUE_WORD = re.compile(
    r"\b(?:room|hall|hq|headquarters|house|office|offices|centre|center|building|teams|zoom|skype|webex|video|virtual(?:ly)?|online|station"
    r"|street|road|suite|theatre|college|school|hotel|library|chamber|microsoft|ms|conference|floor|remote(?:ly)?|telephone|base|campus)\b",
    re.IGNORECASE,
)


_DOCUMENT_WORD = re.compile(
    r"(?:(?:draft|final|approved|meeting)\s+)*(?:minutes|notes?|agenda|action\s+\w+)|draft|final", re.I
)
_NEXT_LABEL = re.compile(
    r"(?<=\s)(?<!and )(?<!& )(?<!/ )"
    r"(?=(?:Date|Time|Venue|Location|Place|Chair|Minutes(?: by)?|Start|Finish|End)(?: time)?\s*:)",
    re.I,
)


def split_fields(text: str) -> list[str]:
    """ "Date: 3 May Time: 10:00 Venue: Room 3" as its three fields; one where there is one."""
    return [part for part in _NEXT_LABEL.split(text) if part.strip()]


def bare_label(text: str) -> FieldName | None:
    """The field that a cell or line names and nothing else: "Date:", "Title of Meeting"."""
    words = _BULLET.sub("", text).strip().rstrip(":–- ").strip()
    match = _FIELD.fullmatch(words) if words else None
    return _named(match) if match else None


def labelled(text: str) -> tuple[FieldName, int] | None:
    """The field that a line begins with, and where its value starts: "Chair: Jane Doe", "Venue Room 1"."""
    bullet = _BULLET.match(text)
    skip = bullet.end() if bullet else 0
    line = text[skip:]
    match = _LABELLED.match(line)
    if match is not None:
        return _named(match), skip + match.end()
    unmarked = _UNMARKED.match(line)
    if unmarked is None or len(line.split()) > MOST_WORDS_UNMARKED or line.endswith("."):
        return None
    name = bare_label(unmarked["label"])
    if name in ("chair", "minutes_by") and not name_length(line[unmarked.end() :]):
        return None
    return (name, skip + unmarked.end()) if name else None


def _named(match: re.Match[str]) -> FieldName:
    return next(name for name in _FIELDS if match[name])


@dataclass(slots=True)
class Particulars:
    """What the front says of the meeting, as read; ``dates`` in the order of how much they are believed."""

    title: str | None = None
    dates: list[PrintedDate] = field(default_factory=list)
    start_time: str | None = None
    end_time: str | None = None
    venue: str | None = None
    chair: str | None = None
    chair_beside: str = ""
    minutes_by: str | None = None
    kind: str | None = None

    def take(self, name: FieldName, value: str) -> None:
        """Take a field's value in; the first that is given stands."""
        if name == "title":
            self.title = self.title or value
        elif name in ("date", "time", "start", "end"):
            self._take_time(name, value)
        elif name == "venue":
            self._take_venue(value)
        elif name == "chair" and self.chair is None:
            self.chair, self.chair_beside = _person(value)
        elif name == "minutes_by" and find_dates(value):
            self.take_run(value)  # "Minutes: 11 March 2025 at 10am"
        elif name == "minutes_by" and self.minutes_by is None:
            self.minutes_by = _person(value)[0]
        elif name == "kind":
            self.kind = self.kind or value

    def _take_time(self, name: FieldName, value: str) -> None:
        times = find_times(value)
        if name == "date":
            self.dates += find_dates(value)
        if times and name == "end":
            self.end_time = self.end_time or times[0].begins
        elif times:
            self.start_time = self.start_time or times[0].begins
            ends = times[0].ends or (times[1].begins if len(times) > 1 else None)
            self.end_time = self.end_time or ends
        if self.venue is None and name in ("date", "time"):
            self.venue = venue_in(value)

    def _take_venue(self, value: str) -> None:
        self.venue = self.venue or (value.strip(" .,;") or None)
        if self.start_time is None and (times := find_times(value)) and not self.dates:
            self.start_time, self.end_time = times[0].begins, times[0].ends

    def take_run(self, text: str) -> None:
        """Take in a line of date, time and place: "Monday 2 March 2026, 10.30am, Conference Room, HQ"."""
        self._take_time("date", text)


_BESIDE_NAME = re.compile(r"\s*[,–—(-]\s*")


def _person(value: str) -> tuple[str | None, str]:
    """The name that a value begins with and what stands beside it; None for a post or "None"."""
    length = name_length(value)
    if length:
        return value[:length].strip(" .,"), value[length:]
    words = value.split(",")[0].strip(" .")
    if not words or words.casefold() in NOT_NAMES or not words[0].isupper():
        return None, ""
    for part in _BESIDE_NAME.split(value):
        if is_name(part):
            return part.strip(" .)"), value.replace(part, "", 1)
    return words, value[len(words) :]


_NOT_THIS = re.compile(r"[a-z]\.\s+[A-Z]|\b(?:[Nn]ext|[Ff]uture|[Pp]revious|[Ll]ast|will)\b")
"""A sentence after a sentence, or one about another meeting."""


_HELD_WORD = re.compile(r"\bheld\b|\bmeeting\b|\bminutes\b|\bnotes\b|^agenda\b", re.IGNORECASE)


def is_run(text: str) -> bool:
    """Whether a line is the meeting's date, with or without its time and place, and no sentence."""
    dates = find_dates(text)
    if not dates or dates[0].day is None or len(text.split()) > MOST_WORDS_RUN:
        return False
    held = _HELD_WORD.search(text)
    starts = not text[: dates[0].start].strip(" ,-–—:|@") or bool(find_times(text[: dates[0].start]))
    return bool(held or starts) and not _NOT_THIS.search(text)


_CAPITALS = re.compile(r"[A-Z]\w+(?:\s+[A-Z]|,|$)")
_NO_PLACE = re.compile(r"(?:to|until|and|for)\b")


def venue_in(text: str) -> str | None:
    """The place in a line of date, time and place: what is left when these are taken out."""
    spans = [(one.start, one.end) for one in find_dates(text)] + [
        (one.start, one.end) for one in find_times(text)
    ]
    last = max((end for _, end in spans), default=0)
    after = text[last:].strip()
    match = _AT_VENUE.match(after)
    place = after[match.end() :] if match else after
    if not place.strip(" .,;()") and spans:
        place = _venue_between(text, sorted(spans))
    place = place.strip(" .,;()|–—-")
    if not match and not _VENUE_WORD.search(place):
        return None
    if _DOCUMENT_WORD.fullmatch(place):
        return None
    known = _VENUE_WORD.search(place) or _CAPITALS.match(place)
    return place if place and known and not _NO_PLACE.match(place) else None


_BETWEEN = re.compile(
    r"(?:\b(?:in|at|via)\s+(?:the\s+)?|[,|–—]\s*|\s-\s*)(?P<place>[A-Z].+?)\s*(?:\b(?:at|from|on)\b|[,|–—-])?\s*$"
)


_HELD_AT = re.compile(
    r"\bheld\s+(?:in|at|via)\s+(?:the\s+)?(?P<place>.+?)\s*(?:\bon\b|,)?\s*$", re.IGNORECASE
)


def _venue_between(text: str, spans: list[tuple[int, int]]) -> str:
    """ "held at County Hall on 3 March 2026 at 10am": the place stands before the date."""
    before = text[: spans[0][0]]
    match = _HELD_AT.search(before)
    if match:
        return match["place"]
    match = _BETWEEN.search(text[spans[0][1] : spans[-1][0]])
    return match["place"] if match else ""
