"""Lines of questioning: what was asked before on the same subject, what became of it, and what to ask now.

Nothing is made up: every suggested question is about one thing that the minutes say, and names its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_EARLIER = 4  # exchanges of one subject, the newest: a page that can be read before a meeting
MOST_SUGGESTED = 5  # questions of one subject
LONGEST_QUOTE = 160  # characters of a quotation inside a question

ASKING = ("?", "asked", "asks", "question", "enquire", "wanted to know")
"""Words without which a remark of the commissioner's is not a question that wants an answer."""

UNHAPPY = (
    "disappoint",
    "not convinced",
    "not assured",
    "not yet assured",
    "not content",
    "concern",
    "challenge",
    "dissatisf",
)
"""Beginnings of the minutes' own verbs after which a commissioner asks again."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in an answer; ``by`` as the minutes name the speakers."""

    text: str
    by: Sequence[str]
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An action that was given beside it: ``state`` as the register has it, ``stands`` in words."""

    number: str
    text: str
    state: str
    stands: str
    due: dt.date | None = None
    late: bool = False
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An exchange of an earlier meeting with all that came of it.

    ``place`` is its meeting's key and its first line's position, where it can be read.
    """

    on: dt.date
    forum: str
    item: str
    asked_by: Sequence[str]
    question: str
    answered_by: Sequence[str] = ()
    answer: str = ""
    stance: str = ""
    promises: Sequence[Promise] = ()
    actions: Sequence[Given] = ()
    place: tuple[int, int] | None = None
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """A question to ask, and the exchange that it rests on."""

    text: str
    about: Earlier


@dataclass(frozen=True, slots=True)
class Line:
    """A line of questioning on one subject; ``at`` are the points and items of this meeting it belongs to."""

    subject: str
    at: Sequence[str]
    earlier: Sequence[Earlier]
    suggested: Sequence[Suggested]

    @property
    def restricted(self) -> bool:
        return any(one.restricted for one in self.earlier)


def line_of(subject: str, at: Sequence[str], earlier: Sequence[Earlier], today: dt.date) -> Line:
    """The line of one subject: its newest exchanges, and what could be asked because of them."""
    newest = sorted(earlier, key=lambda one: one.on, reverse=True)[:MOST_EARLIER]
    suggested = [one for exchange in newest for one in suggestions(exchange, today)]
    once = {one.text: one for one in reversed(suggested)}
    return Line(subject, at, newest, list(reversed(once.values()))[:MOST_SUGGESTED])


def suggestions(one: Earlier, today: dt.date) -> Iterator[Suggested]:
    """What to ask because of one exchange: of its actions first, then of its promises, then of its answer."""
    found = [*map(_of_action, one.actions), *(_of_promise(one, promise, today) for promise in one.promises)]
    asked = [question for question in found if question]
    yield from (Suggested(question, one) for question in asked)
    text = _of_answer(one, bool(asked))
    if text:
        yield Suggested(f"On {_day(one.on)} {text}", one)


def _of_answer(one: Earlier, more: bool) -> str:
    """What to ask of the answer itself; a plain one is only asked again where nothing else is."""
    if any(word in one.stance.lower() for word in UNHAPPY):
        return f"the minutes say of {_who(one.asked_by)} “{one.stance}”. What has changed since?"
    if not one.answer:
        asked = any(word in one.question.lower() for word in ASKING)
        return (
            f"this was asked and not answered: {_quoted(one.question)} What is the answer?" if asked else ""
        )
    return "" if more else f"{_who(one.answered_by)} answered: {_quoted(one.answer)} Is that still so?"


def _of_action(one: Given) -> str:
    words = _cut(one.text).rstrip(".")
    named = f"{one.number} (“{words}”)" if one.number else f"“{words}”"
    if one.state == "open" and one.late and one.due:
        return f"What has become of {named}? It was due on {_day(one.due)}."
    if one.state == "open":
        due = f" by {_day(one.due)}" if one.due else ""
        return f"How far has {named} come, and will it be done{due}?"
    if one.state == "reported":
        return f"{named} is reported as done: what shows that it made a difference?"
    return ""


def _of_promise(of: Earlier, one: Promise, today: dt.date) -> str:
    said = f"On {_day(of.on)} {_who(one.by)} promised: {_quoted(one.text)}"
    if one.due is None:
        return f"{said} What has come of it?"
    return f"{said} Was it kept?" if one.due <= today else f"{said} Will it be kept by {_day(one.due)}?"


def _who(speakers: Sequence[str]) -> str:
    return f"the {' and the '.join(speakers)}" if speakers else "somebody"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _quoted(text: str) -> str:
    """The words in quotation marks, with a mark at their end."""
    words = _cut(text)
    return f"“{words}”" if words.endswith((".", "?", "!", "…")) else f"“{words}”."


def _cut(text: str) -> str:
    """The words on one line, cut at the end of a word where they are long."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    return words[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
