"""Dues that hang on a meeting or an event: "at the April meeting", "once set", "as soon as possible"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from answerable.core.minutes.dates import MONTH, YEAR, month_end, month_number, next_month_end, year_number
from answerable.core.minutes.due_forms import (
    BEFORE,
    LIMIT,
    MONTHS,
    Form,
    Meaning,
    Said,
    any_of,
    compiled,
)

_GATHERING = r"(?:meetings?|boards?|panels?|committees?|sessions?|HTA|hearings?|forums?|A&A|assurance)\b"
_NAMING = r"(?:holding\s+to\s+account\s+|(?!(?:to|and|in|at|by|with|for|on|is|be)\b)[\w&/'’-]+\s+){0,5}?"
_TO_MEETING = rf"(?:{LIMIT}|at|to|for|in|into|on)\s+"

_DONE = (
    r"(?:\w+ed|\w{2,}ing(?:\s+(?:it|them|this))?|set|known|made|held|done|met|sent|built|brought|given|taken|written|drawn\s+up|signed\s+off|agreed"
    r"|in\s+(?:place|post)|access(?:\s+to\s+(?:the\s+)?[\w-]+)?|available|complete|ready|live|clear|clearer|confirmed|over|up\s+and\s+running)\b"
)
_NOT_DONE = r"(?!(?:need|requir|appropriat|necessar|compar|call|ask|want)\w*\b)"
_NOW = r"(?:is|are|has\s+been|have\s+been|becomes?|has|have|can\s+be)"
_NOUNS = r"(?:(?!(?:and|but|which|that|who|will|would|is|are|was|were)\b)[\w&/'’()-]+\s+){1,10}?"
_PLACE = (
    r"(?:\s+(?:at|by|in|with|through|from|on|for)\s+(?!(?:order|place|addition|line|terms|behalf)\b)(?:the\s+|a\s+|an\s+|their\s+|its\s+)?"
    r"[\w&/'’-]+(?:\s+[A-Z][\w&/'’-]*)*){0,2}"
)
_DONE_THING = (
    r"(?:completion|approval|publication|receipt|review|meeting|inspection|election|elections|consultation|decision"
    r"|finalisation|sign[\s-]?off|agreement|audit|evaluation|launch|assessment|hearing|trial|pilot|recruitment"
    r"|appointment|implementation|conclusion|introduction|roll[\s-]?out|exercise|Easter|Christmas|summer|budget|visit)"
)
_NOT_A_LIMIT = re.compile(r"\b(?:on|of|about|to|including|look(?:s|ed|ing)?)\s+$", re.IGNORECASE)
_ASKS_WHEN = re.compile(
    r"\b(?:understand|know|confirm|determin|decid|clarif|establish|identif|consider|explor|explain|advis|ask)\w*\s+$",
    re.IGNORECASE,
)
"""What goes before "when" in "confirm when it is ready", before "after" in "look after the review"."""

_ON_MEETING = rf"{_TO_MEETING}(?:the\s+|our\s+|its\s+)?"


_OF_THIS_FORUM = re.compile(r"(?:next|following)\s+(?:(?:\w+\s+)?(?:meeting|HTA)|board)\b", re.IGNORECASE)


def _next_meeting(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by the next meeting": its date where it is known; another forum's next meeting is an event."""
    of_this_forum = _OF_THIS_FORUM.search(match["due"])
    if of_this_forum and said.next_meeting is not None:
        return Meaning(_limit(match, said.next_meeting), "day")
    return Meaning(None, "event")


def _when_it_meets(match: re.Match[str], said: Said) -> Meaning | None:
    return Meaning(said.next_meeting, "day" if said.next_meeting else "event")


_IS_LIMIT = re.compile(LIMIT, re.IGNORECASE)


def _named_meeting(match: re.Match[str], said: Said) -> Meaning | None:
    """ "at the April meeting": the next meeting where that is in April, else the month's last day."""
    month, year = month_number(match["month"]), year_number(match["year"])
    if month is None:
        return None
    if year is None and said.on is None:
        return Meaning(None, "month")
    known = said.next_meeting
    if known is not None and known.month == month and year in (None, known.year):
        return Meaning(_limit(match, known), "day")
    day = month_end(year, month) if year is not None else next_month_end(month, said.on) if said.on else None
    if day is None or (said.is_past(day) and not _IS_LIMIT.match(match["due"])):
        return None
    return Meaning(day, "month")


def _limit(match: re.Match[str], meeting: date) -> date:
    return meeting - timedelta(days=1) if BEFORE.match(match["due"]) else meeting


_BEFORE_IT_CAN = re.compile(r"before\b.*\bcan be\b")


def _event(match: re.Match[str], said: Said) -> Meaning | None:
    before, words = match.string[: match.start("due")], match["due"].lower()
    asked = words.startswith("when") and _ASKS_WHEN.search(before)
    if asked or _NOT_A_LIMIT.search(before) or _BEFORE_IT_CAN.match(words):
        return None
    return Meaning(None, "event")


_GATHERINGS = any_of(
    "meeting meetings board boards panel panels committee committees session sessions hta hearing hearings"
    " forum forums a assurance"
)
_THINGS = any_of(
    "completion approval publication receipt review meeting inspection election elections consultation"
    " decision finalisation sign signoff agreement audit evaluation launch assessment hearing trial pilot"
    " recruitment appointment implementation conclusion introduction roll rollout exercise easter christmas"
    " summer budget visit"
)

MEETING_FORMS: tuple[Form, ...] = (
    Form(
        "meeting named by its month",
        compiled(
            rf"\b(?P<due>{_ON_MEETING}(?:next\s+)?(?P<month>{MONTH})(?:['’]s?)?(?:\s+(?P<year>{YEAR}))?\s+"
            rf"{_NAMING}{_GATHERING}(?:\s+meeting\b)?)"
        ),
        _named_meeting,
        MONTHS,
        _GATHERINGS,
    ),
    Form(
        "when it next meets",
        compiled(rf"\b(?P<due>when\s+(?:the\s+)?{_NAMING}{_GATHERING}\s+next\s+meets?)\b"),
        _when_it_meets,
        any_of("when"),
        any_of("meet meets"),
    ),
    Form(
        "next meeting",
        compiled(rf"\b(?P<due>{_ON_MEETING}(?:next|following)\s+{_NAMING}{_GATHERING}(?:\s+meeting)?)"),
        _next_meeting,
        any_of("next following"),
        _GATHERINGS,
    ),
)

EVENT_FORMS: tuple[Form, ...] = (
    Form(
        "as soon as possible",
        compiled(
            r"\b(?P<due>as\s+soon\s+as\s+(?:possible|practicable|practical|reasonably\s+practicable|it\s+is\s+\w+)|asap\b|a\.s\.a\.p\.?"
            r"|as\s+a\s+matter\s+of\s+urgency|at\s+the\s+earliest\s+opportunity|in\s+due\s+course|in\s+the\s+near\s+future)"
        ),
        _event,
        any_of("soon asap p matter earliest due near"),
    ),
    Form(
        "once or when done",
        compiled(
            r"(?<!at\s)\b(?P<due>(?:once|when|as\s+soon\s+as|until)\s+(?:fully\s+|finally\s+|formally\s+)?"
            rf"{_NOT_DONE}{_DONE}{_PLACE})"
        ),
        _event,
        any_of("once when soon until"),
    ),
    Form(
        "once something is done",
        compiled(
            r"(?<!at\s)\b(?P<due>(?:once|when|as\s+soon\s+as|after|until|before)\s+"
            rf"(?!a\s+(?:week|month|quarter|year|day)\b){_NOUNS}{_NOW}\s+"
            rf"(?:been\s+)?(?:\w+ly\s+)?{_NOT_DONE}{_DONE}{_PLACE})"
        ),
        _event,
        any_of("once when soon after until before"),
    ),
    Form(
        "before doing something",
        compiled(
            r"\b(?P<due>(?:before|prior\s+to|ahead\s+of)\s+(?!being\b|having\b|the\b|morning\b|evening\b)\w{3,}ing\b"
            r"(?:\s+(?:the\s+|a\s+|it\b|them\b)?(?!(?:will|to|and|with)\b)[\w'’-]+)?)(?=\s*(?:[.,;)]|$|\s))"
        ),
        _event,
        any_of("before prior ahead"),
    ),
    Form(
        "after an event",
        compiled(
            r"\b(?P<due>(?:(?:upon|on(?=\s+(?:completion|receipt|publication|approval|conclusion)))"
            r"|after|following|before|prior\s+to|ahead\s+of|in\s+time\s+for)\s+"
            rf"(?:(?:the|its|their|this|that|a)\s+)?(?:[\w&/'’-]+\s+){{0,4}}?{_DONE_THING}\b"
            r"(?:\s+(?:opens|begins|starts|ends|closes|goes\s+live|takes\s+place|reports|meets))?"
            r"(?:\s+of\s+(?:(?:the|its|their|this|a)\s+)?[\w&/'’-]+(?:\s+[A-Z][\w&/'’-]*)*)?)"
        ),
        _event,
        any_of("upon on after following before prior ahead time"),
        _THINGS,
    ),
)
