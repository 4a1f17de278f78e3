"""A topic's thread, told from lines that are public: what was asked, promised, done and quoted about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from answerable.core.actions.outcomes import Facts, Outcome, outcome
from answerable.core.subjects.thread import Asker, Event, Kind, askers, counted, in_order

LAST = 1_000_000  # the place in a meeting of what stands in no line of it
ENDS = frozenset({"closed", "withdrawn", "merged", "complete"})
Holders = Mapping[str, Sequence[tuple[str, str | None, str]]]
"""Of each post as printed, "PCC": from when, to when, and who."""


class PublicLine(NamedTuple):
    """A line of the public store. ``forum`` is its name."""

    kind: str
    path: str
    title: str
    text: str
    on: dt.date
    forum: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the thread. ``about`` is the address of the action that an update or closing is of,
    ``given_at`` that of the meeting which gave an action."""

    event: Event
    path: str
    text: str
    by: Sequence[str] = ()
    to: Sequence[str] = ()
    more: str = ""
    tag: str = ""
    about: str = ""
    given_at: str = ""

    @property
    def meeting(self) -> str:
        """The address of the meeting that said it, "" of what happened outside of one."""
        if self.event.kind == "action" or "/actions/" in self.path:
            return self.given_at
        return self.path.partition("#")[0].partition("/item/")[0]


@dataclass(frozen=True, slots=True)
class Thread:
    lines: Sequence[Told]
    actions: Sequence[Mapping[str, Any]] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Told]:
        return [one for one in self.lines if one.event.kind == kind]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a topic comes to. ``figures``: the first that was quoted, and the last in other words."""

    asked: int
    since: dt.date | None
    askers: Sequence[Asker]
    promised: int
    given: int
    outcomes: Sequence[tuple[Outcome, int]]
    judged: Sequence[Told]
    figures: Sequence[Told]


def thread_of(lines: Iterable[PublicLine], spoken: Collection[str]) -> Thread:
    """``spoken``: the addresses of entries in which it is only spoken of."""
    every, numbers = list(lines), _Numbers()
    told: list[Told] = []
    for key, one in enumerate(every):
        teller = TELLERS.get(one.kind)
        if teller:
            told += teller(key, one, numbers)
    covered = {path for one in every if one.kind != "entry" for path in _entries_of(one)}
    told += [
        Told(_event("said", key, one, numbers), one.path, one.text, one.data["speakers"])
        for key, one in enumerate(every)
        if one.kind == "entry" and one.path in spoken and one.path not in covered
        if one.data["kind"] not in ("heading", "action")
    ]
    told += _afterwards(every, numbers)
    place = {id(one.event): one for one in told}
    ordered = [place[id(event)] for event in in_order(one.event for one in told)]
    return Thread(ordered, [one.data for one in every if one.kind == "action"])


def summary(thread: Thread, holders: Holders) -> Summary:
    asked = thread.of_kind("question")
    figures = thread.of_kind("figure")
    later = [one for one in figures if one.event.on > figures[0].event.on and one.text != figures[0].text]
    classes = [class_of(one) for one in thread.actions]
    return Summary(
        asked=len(asked),
        since=asked[0].event.on if asked else None,
        askers=askers((post, _holder(post, one.event.on, holders)) for one in asked for post in one.by),
        promised=len(thread.of_kind("promise")),
        given=len(thread.actions),
        outcomes=[(Outcome(name), count) for name, count in counted(classes, list(Outcome))],
        judged=thread.of_kind("judged"),
        figures=[*figures[:1], *later[-1:]],
    )


def class_of(action: Mapping[str, Any]) -> Outcome:
    """What had become of an action on the day of which its part tells."""
    return outcome(
        Facts(
            action["state"], action.get("kept") or "", _day(action.get("first_due")),
            _day(action.get("lapses_from")), _day(action.get("silent_from")),
        ),
        dt.date.fromisoformat(action["as_of"]),
    )  # fmt: skip


class _Numbers(dict[str, int]):
    """A number to each address, so that what is of one place belongs together."""

    def __init__(self) -> None:
        super().__init__()
        self.quoted: set[tuple[str, str]] = set()

    def __missing__(self, path: str) -> int:
        self[path] = len(self) + 1
        return self[path]


def _exchange(key: int, one: PublicLine, numbers: _Numbers) -> list[Told]:
    data = one.data
    return [
        Told(_event("question", key, one, numbers), one.path, data["question"], data["asked_by"],
             data["answered_by"], data["response"], data["stance"] or "")
    ]  # fmt: skip


def _promise(key: int, one: PublicLine, numbers: _Numbers) -> list[Told]:
    data, due = one.data, ", ".join(due["text"] for due in one.data["dues"] or [])
    event = _event("promise", key, one, numbers)
    return [Told(event, one.path, data["text"], data["by"], (), due, data["standing"])]


def _figure(key: int, one: PublicLine, numbers: _Numbers) -> list[Told]:
    """A sentence with two figures is quoted once."""
    quoted = (one.data["meeting"], one.data["text"])
    if quoted in numbers.quoted:
        return []
    numbers.quoted.add(quoted)
    return [Told(_event("figure", key, one, numbers), one.path, one.data["text"])]


def _judged(key: int, one: PublicLine, numbers: _Numbers) -> list[Told]:
    judged = one.data["assurance"]
    if not judged:
        return []
    event = _event("judged", key, one, numbers)
    return [Told(event, one.path, judged["how"], more=judged["basis"], tag=judged["judgement"])]


def _action(key: int, one: PublicLine, numbers: _Numbers) -> list[Told]:
    data, event = one.data, _event("action", key, one, numbers)
    told = Told(
        event, one.path, data["text"], data["owners"], (), data["due"] or "", data["state"],
        given_at=data["meeting"],
    )  # fmt: skip
    return [told]


Teller = Callable[[int, PublicLine, _Numbers], list[Told]]
TELLERS: Mapping[str, Teller] = {
    "exchange": _exchange, "promise": _promise, "figure": _figure, "item": _judged, "action": _action,
}  # fmt: skip


def _afterwards(every: Sequence[PublicLine], numbers: _Numbers) -> Iterator[Told]:
    """What was said of the actions later, and the closing of those that nothing said closes."""
    updates = [one for one in every if one.kind == "update"]
    for key, one in enumerate(every):
        if one.kind != "action":
            continue
        closed = False
        for update in updates:
            if update.data["about"] == one.path:
                ends = update.data["status"] in ENDS
                closed = closed or ends
                event = _event("closed" if ends else "update", key, update, numbers, of=key)
                yield Told(event, update.path, update.text, tag=update.data["status"], about=one.path)
        if one.data["ended"] and not closed:
            on = dt.date.fromisoformat(one.data["ended"])
            event = Event("closed", key, on, one.forum, (LAST, LAST, LAST), None, key)
            yield Told(event, one.path, "", tag=one.data["state"], about=one.path)


def _event(kind: Kind, key: int, one: PublicLine, numbers: _Numbers, of: int | None = None) -> Event:
    """Lines of one meeting stand in the order of their first entries; what has none follows."""
    item = one.path if one.kind == "item" else one.data.get("item")
    meeting = str(one.data.get("meeting") or "")
    line = min((_number(path) for path in _entries_of(one)), default=LAST)
    place = (numbers[meeting], numbers[item] if item and line == LAST else 0, line)
    return Event(kind, key, one.on, one.forum, place, numbers[item] if item else None, of)


def _entries_of(one: PublicLine) -> list[str]:
    """The addresses of the entries that a line was made of."""
    if one.kind == "entry":
        return [one.path]
    held = [*(one.data.get("entries") or ()), one.data.get("entry")]
    return [path for path in held if isinstance(path, str)]


def _holder(post: str, on: dt.date, holders: Holders) -> str | None:
    """Who held a post on a day; None where nobody or several did."""
    day = on.isoformat()
    names = {name for start, end, name in holders.get(post, ()) if start <= day and (end or day) >= day}
    return names.pop() if len(names) == 1 else None


def _number(path: str) -> int:
    last = path.rpartition("#entry-")[2]
    return int(last) if last.isdigit() else LAST


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
