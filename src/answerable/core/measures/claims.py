"""Figures that minutes quote, held against the series: which measure each is of, and whether both agree.

A figure is taken for a measure's only where its words name it: all words of the measure's name or of one of
its other names, or the words of its topic and some of its name. Where two measures are named equally well it
is neither's. A person can say that it is not this measure; nothing here is ever stored.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.core.actions.wording import Wording
from answerable.core.measures.facts import Facts, Frequency, LineKind, Observed
from answerable.core.measures.telling import PERCENT, apart, in_unit, period_in_words

Fits = Literal["agrees", "differs", "nothing"]

ABOUT = 0.05
"""A share of the value by which "around 75%" may miss it: a reader would not call 71% "around 75%"."""

HALF = 0.5  # of the last digit that was said: 13% may be anything from 12.5 to 13.5
SHARED = 2  # words of a measure's name that a sentence under its topic must have
NEAR = 40  # letters before a figure in which the word for what it is stands ("a target of")

LINES = {str(one): one for one in LineKind}
_LINE_WORDS = {
    LineKind.TARGET: re.compile(r"\b(?:target|aim)", re.IGNORECASE),
    LineKind.LIMIT: re.compile(r"\b(?:limit|threshold|maximum|no more than|cap|ceiling)", re.IGNORECASE),
    LineKind.BASELINE: re.compile(r"\bbaseline", re.IGNORECASE),
    LineKind.ASPIRATION: re.compile(r"\b(?:aspir|ambition)", re.IGNORECASE),
}
_CHANGE = re.compile(
    r"\b(?:up|down|rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|grown|grew|dropped"
    r"|increased?|decreased?|reduced|reduction|improved|improvement|drop)"
    r"(?: (?:of|by))?(?: (?:about|around|some|almost|nearly|over))? $",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d[\d,.]*(?: ?%| per ?cent| [a-z])")
_JOINT = re.compile(r"[,;:] |\band\b|\bbut\b|\bwhile\b|\bagainst\b|\byet\b|\bcompared\b", re.IGNORECASE)
"""Where one clause ends and the next begins."""
SEVERAL = "several areas"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_PERIOD = re.compile(
    rf"\b(?:in|for|during|to|of) ({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b(?! \d{{1,2}}\b)", re.IGNORECASE
)
_IN = r"\b(?:in|during|throughout)"
_SAID_OF = {
    "year": re.compile(
        rf"{_IN} (?:the )?(?:(?:this|last|past|previous|whole|full|financial|calendar|performance) )*year\b"
        r"(?! before| to \d)"
        rf"|(?:{_IN}|\bfor) (?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b(?! ?%)"
        r"|\b(?:last|past) (?:12|twelve) months\b|\b(?:per|each|every) year\b",
        re.IGNORECASE,
    ),
    "quarter": re.compile(
        rf"(?:{_IN}|\bfor) (?:the |this |last )?(?:\w+ )?quarter\b|\bQ[1-4]\b", re.IGNORECASE
    ),
}
"""How minutes say that a figure is of a year or a quarter, by the name of that time."""
_LONGER_THAN = {
    Frequency.WEEK: ("year", "quarter"),
    Frequency.MONTH: ("year", "quarter"),
    Frequency.QUARTER: ("year",),
}
"""Times that are longer than a period of a series, by how long its periods are."""


@dataclass(frozen=True, slots=True)
class Named:
    """A measure by its words. ``names``: its name and its other names."""

    key: int
    names: Sequence[str]
    unit: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A figure as the minutes of ``on`` have it: ``text`` is the sentence, ``heading`` its agenda item."""

    key: int
    on: dt.date
    measure: str
    text: str
    value: float | None
    to: float | None = None
    approximate: bool = False
    unit: str = ""
    kind: str = "actual"
    area: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A quoted figure beside what is held: ``held`` is the series' value, or the line's that was set.

    ``difference`` is how far the held value lies above (or, negative, below) what was said; 0 where both
    agree, None where nothing is held. ``sentence`` says all of it.
    """

    quoted: Quoted
    said: str
    fits: Fits
    sentence: str
    held: float | None = None
    difference: float | None = None
    start: dt.date | None = None


def measure_of(quoted: Quoted, measures: Sequence[Named]) -> int | None:
    """The key of the measure that a figure is of; None where no words, or those of two, name it."""
    if quoted.value is None or kind_said(quoted) == "change":
        return None
    own = _words(_clause(quoted))
    about = own | _words(quoted.heading)
    found = [(_likeness(one, own, about), one.key) for one in measures if _fits_unit(quoted, one)]
    best = max((likeness for likeness, _ in found), default=(0, 0))
    named = [key for likeness, key in found if likeness == best]
    return named[0] if best > (0, 0) and len(named) == 1 else None


def area_of(quoted: Quoted, areas: Collection[str]) -> str:
    """The area that the figure is said of, of those that are known; "" for the whole force, ``SEVERAL``
    where its clause names more than one."""
    if quoted.area:
        return next((one for one in areas if one.casefold() == quoted.area.casefold()), quoted.area)
    clause = _clause(quoted)
    named = [one for one in areas if re.search(rf"\b{re.escape(one)}\b", clause)]
    return named[0] if len(named) == 1 else SEVERAL if named else ""


def kind_said(quoted: Quoted) -> str:
    """What the figure itself is said to be: the reader judges by its whole sentence, and "38% against a
    target of 70%" has two. "change" for a rise or fall by so much, which is no level."""
    before = _before(quoted)
    if before is None:
        return quoted.kind
    if _CHANGE.search(before):
        return "change"
    near = before[-NEAR:]
    for kind, pattern in _LINE_WORDS.items():
        if pattern.search(near):
            return str(kind)
    return "actual" if quoted.kind in LINES else quoted.kind


def claim(quoted: Quoted, facts: Facts) -> Claim:
    """What was said beside what the series holds for the time it was said of."""
    kind = kind_said(quoted)
    return _of_line(quoted, facts, LINES[kind]) if kind in LINES else _of_value(quoted, facts)


def said_in_words(quoted: Quoted) -> str:
    """ "around 75%", "12–14%", "34 incidents"."""
    value = quoted.value or 0.0
    unit = PERCENT if _is_percent(quoted.unit) else quoted.unit
    first = in_unit(value, "" if quoted.to is not None else unit, _decimals(value))
    last = "" if quoted.to is None else f"–{in_unit(quoted.to, unit, _decimals(quoted.to))}"
    return f"{'around ' if quoted.approximate else ''}{first}{last}"


def at_the_time(quoted: Quoted, facts: Facts) -> Observed | None:
    """The period that the figure is said of: the month that its sentence names, else the last one that had
    ended when the meeting was held."""
    named = _month_named(quoted)
    if named and facts.frequency is Frequency.MONTH:
        return next((one for one in facts.observed if one.start == named), None)
    ended = [one for one in facts.observed if one.last <= quoted.on]
    return ended[-1] if ended else None


def _of_value(quoted: Quoted, facts: Facts) -> Claim:
    said, observed = said_in_words(quoted), at_the_time(quoted, facts)
    longer = _longer(quoted, facts)
    if longer:
        sentence = (
            f"Minuted {said} for a {longer}; the series is of single {facts.frequency}s, so the two are not "
            "compared."
        )
        return Claim(quoted, said, "nothing", sentence)
    if observed is None:
        sentence = f"Minuted {said}; the series has nothing for that time."
        return Claim(quoted, said, "nothing", sentence)
    when = period_in_words(observed.start, observed.last, facts.frequency)
    if observed.value is None:
        sentence = f"Minuted {said}; the series has no value for {when}."
        return Claim(quoted, said, "nothing", sentence, start=observed.start)
    told = in_unit(observed.value, facts.unit, facts.decimals)
    return _compared(quoted, facts, observed.value, f"series {told} for {when}", observed.start)


def _of_line(quoted: Quoted, facts: Facts, kind: LineKind) -> Claim:
    said = f"{'an' if kind is LineKind.ASPIRATION else 'a'} {kind} of {said_in_words(quoted)}"
    day = quoted.on
    set_then = [
        one
        for one in facts.lines
        if one.kind is kind
        and (one.start is None or one.start <= day)
        and (one.last is None or one.last >= day)
    ]
    if not set_then:
        return Claim(quoted, said, "nothing", f"Minuted {said}; no {kind} is kept for that time.")
    nearest = min(set_then, key=lambda one: (abs(_difference(quoted, one.value)), one.value))
    told = in_unit(nearest.value, facts.unit, _decimals(nearest.value))
    return _compared(quoted, facts, nearest.value, f"the {kind} kept here was {told}", None, said)


def _compared(
    quoted: Quoted, facts: Facts, held: float, told: str, start: dt.date | None, said: str = ""
) -> Claim:
    words = said or said_in_words(quoted)
    difference = _difference(quoted, held)
    if difference == 0:
        return Claim(quoted, words, "agrees", f"Minuted {words}, {told}: agrees.", held, 0.0, start)
    decimals = max(facts.decimals, _decimals(quoted.value or 0.0))
    way = "more" if difference > 0 else "less"
    size = apart(difference, facts.unit, decimals)
    return Claim(
        quoted,
        words,
        "differs",
        f"Minuted {words}, {told}: {size} {way} than was said.",
        held,
        difference,
        start,
    )


def _difference(quoted: Quoted, held: float) -> float:
    """How far a value lies outside what was said; 0 inside, to the last digit that was said."""
    low = quoted.value or 0.0
    high = low if quoted.to is None else quoted.to
    low, high = min(low, high), max(low, high)
    slack_low, slack_high = _slack(quoted, low), _slack(quoted, high)
    if low - slack_low <= held <= high + slack_high:
        return 0.0
    return held - high if held > high else held - low


def _slack(quoted: Quoted, value: float) -> float:
    rounding = HALF * 10.0 ** -_decimals(value)
    return max(rounding, abs(value) * ABOUT) if quoted.approximate else rounding


def _decimals(value: float) -> int:
    """How many digits after the point a value was said with."""
    _, point, digits = f"{value:.6f}".rstrip("0").partition(".")
    return len(digits) if point else 0


def _clause(quoted: Quoted) -> str:
    """The words that a figure is of: its sentence, or, where that has several figures, its own clause.

    A target or limit is named by the whole sentence: "38% were answered, against a target of 70%".
    """
    before = _before(quoted)
    if before is None or kind_said(quoted) in LINES or len(_FIGURE.findall(quoted.text)) < 2:
        return f"{quoted.measure} {quoted.text}"
    first, last = _ends(quoted, before)
    return quoted.text[first:last]


def _ends(quoted: Quoted, before: str) -> tuple[int, int | None]:
    """Where the clause of a figure begins and ends in its sentence, of which ``before`` precedes it."""
    first = max((one.end() for one in _JOINT.finditer(before)), default=0)
    after = _JOINT.search(quoted.text, len(before))
    return first, after.start() if after else None


def _longer(quoted: Quoted, facts: Facts) -> str:
    """ "year" or "quarter" where the figure is said of one and periods of the series are shorter; else "".

    It stands in the figure's own clause, or opens the sentence: "In 2021/22, 29 people were killed".
    """
    before = _before(quoted)
    first, last = (0, None) if before is None else _ends(quoted, before)
    clause, opening = quoted.text[first:last], quoted.text[:first]
    for name in _LONGER_THAN.get(facts.frequency, ()):
        opens = _SAID_OF[name].match(opening)
        if _SAID_OF[name].search(clause) or (opens and not _FIGURE.search(opening, opens.end())):
            return name
    return ""


def _before(quoted: Quoted) -> str | None:
    """What stands before the figure in its sentence; None where it cannot be found there."""
    if quoted.value is None:
        return None
    printed = f"{quoted.value:,.{_decimals(quoted.value)}f}"
    ways = {re.escape(printed), re.escape(printed.replace(",", ""))}
    found = re.search(rf"(?<![\d.,])(?:{'|'.join(sorted(ways))})(?![\d])", quoted.text)
    return quoted.text[: found.start()] if found else None


def _month_named(quoted: Quoted) -> dt.date | None:
    """The first day of the month that the sentence names, the last such one before the meeting; None where
    it names none, several or one that is ahead."""
    found = set()
    for name, year in _PERIOD.findall(quoted.text):
        month = _MONTHS.index(name.lower()) + 1
        last_year = quoted.on.year if month <= quoted.on.month else quoted.on.year - 1
        found.add(dt.date(int(year) if year else last_year, month, 1))
    day = found.pop() if len(found) == 1 else None
    return day if day and day <= quoted.on else None


def _likeness(one: Named, own: frozenset[str], about: frozenset[str]) -> tuple[int, int]:
    """How well words name a measure: words of the name in the sentence itself, and in all; (0, 0): not."""
    best = (0, 0)
    topic = _words(one.topic)
    for name in one.names:
        words = _words(name)
        here = len(words & own)
        whole = bool(words) and words <= about and 2 * here >= len(words) and here > 0
        through = bool(topic) and topic <= about and here >= min(SHARED, len(words)) and here > 0
        if whole:
            best = max(best, (len(words) + 1, here))
        elif through:
            best = max(best, (1, here))
    return best


def _fits_unit(quoted: Quoted, one: Named) -> bool:
    if _is_percent(quoted.unit) or one.unit == PERCENT:
        return _is_percent(quoted.unit) and one.unit == PERCENT
    unit = _words(quoted.unit)
    return not unit or bool(unit & _words(" ".join([one.unit, *one.names])))


def _is_percent(unit: str) -> bool:
    return unit.lower().startswith((PERCENT, "per cent", "percent", "pp"))


def _words(text: str) -> frozenset[str]:
    return frozenset(Wording.of(text).text.split())
