"""What was read beside what a careful reader takes from the same minutes: every difference, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from answerable.core.minutes.record import MeetingRecord
from tests.unseen.notation import Case

ALWAYS = ("action", "update", "next")
"""Compared in full even where a case does not name them: nothing may be invented."""


def differences(case: Case, record: MeetingRecord, leave_out: Sequence[str] = ()) -> list[str]:
    """Lines that were expected and not read (-), and read and not expected (+)."""
    found: list[str] = []
    for name in dict.fromkeys([*case.expected, *ALWAYS]):
        if name in leave_out or name == "formats":
            continue
        wanted = [line for line in case.expected.get(name, []) if line != "none"]
        found += _compared(name, wanted, list(_LINES[name](record, name)))
    return found


def _compared(name: str, wanted: list[str], given: list[str]) -> list[str]:
    left = list(given)
    missed = []
    for line in wanted:
        same = next((one for one in left if _same(line, one)), None)
        if same is None:
            missed.append(f"- {name}: {line}")
        else:
            left.remove(same)
    return missed + [f"+ {name}: {line}" for line in left]


def _same(wanted: str, given: str) -> bool:
    wants, gives = wanted.split(" | "), given.split(" | ")
    return len(wants) <= len(gives) and all(map(_same_part, wants, gives))


def _same_part(wanted: str, given: str) -> bool:
    one, other = _folded(wanted), _folded(given)
    return other.startswith(_folded(wanted.rstrip("…"))) if wanted.endswith("…") else one == other


def _folded(text: str) -> str:
    return re.sub(r"[\s.:;,\])]+$", "", " ".join(text.split()))


def _field(record: MeetingRecord, name: str) -> Iterator[str]:
    value = record["meeting"].get(name)
    if value is not None:
        yield str(value)


def _people(record: MeetingRecord, name: str) -> Iterator[str]:
    for person in record["attendance"]:
        if person["status"] == name:
            short = f" = {person['abbreviation']}" if person["abbreviation"] else ""
            yield person["name"] + short


def _items(record: MeetingRecord, _: str) -> Iterator[str]:
    for one in record["items"]:
        yield f"{one['number'] or '-'} | {one['title']}"


def _number(record: MeetingRecord, item: int | None) -> str:
    if item is None:
        return "-"
    found = record["items"][item]
    return found["number"] or found["title"]


def _listed(values: Sequence[str | None]) -> str:
    return ", ".join(value or "event" for value in values) or "-"


def _actions(record: MeetingRecord, _: str) -> Iterator[str]:
    for one in record["actions"]:
        dues = _listed([due["date"] for due in one["due"]])
        yield f"{_number(record, one['item'])} | {_listed(one['owners'])} | {dues} | {one['text']}"


def _updates(record: MeetingRecord, _: str) -> Iterator[str]:
    for one in record["updates"]:
        yield (
            f"{one['meeting'] or '-'} | {one['item'] or '-'} | {one['status']} | {one['action']} | "
            f"{one['update'] or '-'}"
        )


def _exchanges(record: MeetingRecord, _: str) -> Iterator[str]:
    for one in record["exchanges"]:
        who = f"{_listed(one['asked_by'])} > {_listed(one['answered_by'])}"
        yield f"{who} | {one['question']} | {one['response'] or '-'}"


def _next(record: MeetingRecord, _: str) -> Iterator[str]:
    found = record["next_meeting"]
    if found is not None and (found["date"] or found["start_time"]):
        yield " ".join(part for part in (found["date"], found["start_time"]) if part)


_FIELDS = ("title", "forum", "kind", "date", "start_time", "end_time", "venue", "chair", "minutes_by")
_LINES: dict[str, Callable[[MeetingRecord, str], Iterator[str]]] = {
    **dict.fromkeys(_FIELDS, _field),
    "present": _people,
    "apologies": _people,
    "item": _items,
    "action": _actions,
    "update": _updates,
    "exchange": _exchanges,
    "next": _next,
}
