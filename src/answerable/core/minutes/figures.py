"""Figures in minutes: percentages and counts with what they count, as far as simple rules go."""

from __future__ import annotations

import re
from typing import NamedTuple

from answerable.core.minutes.record import FigureKind

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_APPROXIMATE = re.compile(
    r"(?:around|about|approximately|circa|c\.|roughly|nearly|almost|over|under|some|~) ?$", re.I
)
"""Words before a figure that make it a rough one."""
_PERCENT = re.compile(
    rf"(?P<value>{_NUMBER})(?: ?%| per ?cent)?(?: ?(?:-|–|to) ?(?P<to>{_NUMBER}))?"
    r" ?(?P<unit>%|per ?cent(?:age points?)?|percentage points?|pp)(?!\w)",
    re.I,
)
_PERCENT_UNITS = ("%", "cent", "pp")
_COUNT = re.compile(
    rf"(?<![\w./:£–-])(?P<value>{_NUMBER})(?: ?(?:-|–|to) ?(?P<to>{_NUMBER}))? "
    r"(?P<unit>(?:further |additional |new |more |reported |extra |full[- ]time |open |live "
    r"|vacant )?(?:officers?|incidents?|posts?|vacanc(?:y|ies)|crimes?|offences?|victims?|calls?"
    r"|people|individuals|days|weeks|months|hours|minutes|seconds|cases|referrals|arrests"
    r"|complaints|PCSOs?|specials|staff|detectives|vehicles|suspects|children|offenders|visits"
    r"|recruits|analysts|investigations|files|searches|deaths|collisions|FTE))\b",
    re.I,
)
_TARGET = re.compile(r"\btarget|aim(?:ing)? (?:of|for)|against (?:a|the) target", re.I)
_LIMIT = re.compile(r"\b(?:upper |lower )?limit|threshold|maximum|no more than|cap of|ceiling", re.I)
_BASELINE = re.compile(r"\bbaseline", re.I)
_ASPIRATION = re.compile(r"\baspir|ambition", re.I)
_KINDS: tuple[tuple[FigureKind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("target", ("target", "aim"), _TARGET),
    ("limit", ("limit", "threshold", "maximum", "no more than", "cap of", "ceiling"), _LIMIT),
    ("baseline", ("baseline",), _BASELINE),
    ("aspiration", ("aspir", "ambition"), _ASPIRATION),
)
"""Kinds with words of which one stands in every sentence that the pattern matches."""
_SPAN_OF_TIME = re.compile(
    r"(?:in|within|over the (?:last|next|past)|after|every|for|last|next|past) $", re.I
)
_MEASURE = re.compile(
    r"((?:[\w'’-]+ ){0,6}(?:rate|level|target|limit|satisfaction|confidence|performance|backlog"
    r"|score|proportion|number|vacanc(?:y|ies)|demand|attrition|average|time)s?)\b",
    re.I,
)
_DIGIT = re.compile(r"[0-9]")
_HAS_MEASURE = re.compile(
    r"rate|level|target|limit|satisf|confid|perform|backlog|score|proport|number|vacanc|demand|attrit|average|time",
    re.I,
)
"""What every measure word begins with: looked for before the words that lead up to it."""
MAX_MEASURE_WORDS = 8


class FoundFigure(NamedTuple):
    start: int
    end: int
    measure: str
    value: float
    to: float | None
    approximate: bool
    unit: str
    kind: FigureKind


def find_figures(sentence: str) -> list[FoundFigure]:
    """The figures of one sentence, in order; dates, years and item numbers are none."""
    if _DIGIT.search(sentence) is None:
        return []
    percents = _PERCENT.finditer(sentence) if any(map(sentence.lower().__contains__, _PERCENT_UNITS)) else ()
    found = [_figure(sentence, match, "%") for match in percents]
    taken = [(one.start, one.end) for one in found]
    for match in _COUNT.finditer(sentence):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match["unit"].lower() in _TIME_UNITS and _SPAN_OF_TIME.search(sentence[: match.start()]):
            continue
        found.append(_figure(sentence, match, match["unit"].lower()))
    return sorted(found)


_TIME_UNITS = frozenset(["days", "weeks", "months", "hours", "minutes", "seconds"])


def _figure(sentence: str, match: re.Match[str], unit: str) -> FoundFigure:
    kind: FigureKind = "actual" if unit == "%" else "count"
    lower = sentence.lower()
    for name, words, pattern in _KINDS:
        if any(map(lower.__contains__, words)) and pattern.search(sentence):
            kind = name
            break
    return FoundFigure(
        start=match.start(),
        end=match.end(),
        measure=_measure(sentence, match),
        value=_number(match["value"]),
        to=_number(match["to"]) if match["to"] else None,
        approximate=_APPROXIMATE.search(sentence, 0, match.start()) is not None,
        unit=unit,
        kind=kind,
    )


def _number(printed: str) -> float:
    return float(printed.replace(",", ""))


def _measure(sentence: str, match: re.Match[str]) -> str:
    """The words that name what is measured: the nearest measure word before, else what is counted."""
    if _HAS_MEASURE.search(sentence) is None:
        return " ".join(sentence[match.start() : match.end() + 40].split()[-MAX_MEASURE_WORDS:])
    before = list(_MEASURE.finditer(sentence[: match.start()]))
    if before:
        words = before[-1][1].split()
    else:
        after = _MEASURE.search(sentence[match.end() : match.end() + 80])
        words = (after[1] if after else sentence[match.start() : match.end() + 40]).split()
    return " ".join(words[-MAX_MEASURE_WORDS:])
