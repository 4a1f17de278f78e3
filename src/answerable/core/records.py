"""Meeting records that somebody else wrote: are they whole, and which key is wrong where they are not?

The checks are made once from the record's types, so that the types and the checks cannot differ.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from answerable.core.minutes.record import FORMAT, MeetingRecord

Check = Callable[[Any], None]
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
LONGEST_KEY = 40  # letters of an unknown key that a message shows
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class RecordError(ValueError):
    """What is not a meeting record. The message names the key: "actions[3].due[0].date is not a date"."""

    def __init__(self, wrong: str, path: str = "") -> None:
        super().__init__(f"{path or 'the record'} {wrong}")
        self.wrong = wrong
        self.path = path

    def __reduce__(self) -> tuple[type[RecordError], tuple[str, str]]:
        return RecordError, (self.wrong, self.path)  # it comes from child processes

    def under(self, key: str) -> RecordError:
        """The same, seen from one level further out."""
        glue = "" if self.path.startswith("[") or not self.path else "."
        return RecordError(self.wrong, f"{key}{glue}{self.path}")


def check(value: object) -> MeetingRecord:
    """``value``, where it is a whole meeting record; raises RecordError with one sentence where it is not."""
    if not isinstance(value, dict):
        raise RecordError("is not a JSON object")
    if value.get("format") != FORMAT:
        raise RecordError(f'is not "{FORMAT}"', "format")
    _RECORD(value)
    record = cast(MeetingRecord, value)
    _check_dates(record)
    _check_references(record)
    return record


def fingerprint(record: MeetingRecord) -> str:
    """A SHA-256 that two records share only where they are equal."""
    plain = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _text(value: Any) -> None:
    if type(value) is not str:
        raise RecordError("is not text")
    if "\0" in value:
        raise RecordError("has a character that no text may have (U+0000)")
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise RecordError("has half of a surrogate pair")


def _whole(value: Any) -> None:
    if type(value) is not int:
        raise RecordError("is not a whole number")
    if not 0 <= value < 2**31:
        raise RecordError("is not a number from 0 to 2147483647")


def _number(value: Any) -> None:
    if type(value) not in (int, float) or not abs(value) < float("inf"):
        raise RecordError("is not a number")


def _yes_or_no(value: Any) -> None:
    if type(value) is not bool:
        raise RecordError("is not true or false")


def _one_of(words: tuple[str, ...]) -> Check:
    def one_of(value: Any) -> None:
        if value not in words:
            raise RecordError(f"is none of {', '.join(words)}")

    return one_of


def _list_of(inner: Check) -> Check:
    def list_of(value: Any) -> None:
        if type(value) is not list:
            raise RecordError("is not a list")
        for index, one in enumerate(value):
            try:
                inner(one)
            except RecordError as bad:
                raise bad.under(f"[{index}]") from None

    return list_of


def _or_null(inner: Check) -> Check:
    def or_null(value: Any) -> None:
        if value is not None:
            inner(value)

    return or_null


def _object(kind: Any) -> Check:
    fields = [(key, _check_for(hint)) for key, hint in get_type_hints(kind).items()]
    known = {key for key, _ in fields}

    def is_object(value: Any) -> None:
        if type(value) is not dict:
            raise RecordError("is not an object")
        for key, inner in fields:
            if key not in value:
                raise RecordError("is left out; say null, or an empty list, where there is none", key)
            try:
                inner(value[key])
            except RecordError as bad:
                raise bad.under(key) from None
        if len(value) != len(fields):
            raise RecordError("is a key that no meeting record has", _shown(min(value.keys() - known)))

    return is_object


def _shown(key: str) -> str:
    """A stranger's key, short and on one line."""
    return key if key.isidentifier() and len(key) <= LONGEST_KEY else json.dumps(key[:LONGEST_KEY])


_PLAIN: dict[Any, Check] = {str: _text, int: _whole, float: _number, bool: _yes_or_no}


def _check_for(hint: Any) -> Check:
    """The check that a type hint of the record asks for."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_typeddict(hint):
        return _object(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is list:
        return _list_of(_check_for(inner[0]))
    if origin is Literal:
        return _one_of(inner)
    if origin in (UnionType, Union):
        return _or_null(_check_for(next(one for one in inner if one is not NoneType)))
    raise TypeError(f"no check for {hint}")


_RECORD = _object(MeetingRecord)


def _lines(record: MeetingRecord, part: str) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], record[part])  # type: ignore[literal-required]


def _check_dates(record: MeetingRecord) -> None:
    meeting = record["meeting"]
    _date(meeting["date"], "meeting.date")
    _time(meeting["start_time"], "meeting.start_time")
    _time(meeting["end_time"], "meeting.end_time")
    following = record["next_meeting"]
    if following is not None:
        _date(following["date"], "next_meeting.date")
        _time(following["start_time"], "next_meeting.start_time")
    for part in ("actions", "commitments"):
        for index, line in enumerate(_lines(record, part)):
            for place, due in enumerate(line["due"]):
                _date(due["date"], f"{part}[{index}].due[{place}].date")
    for index, update in enumerate(record["updates"]):
        if update["meeting"] is not None and not MONTH.fullmatch(update["meeting"]):
            raise RecordError("is not a month (2018-03)", f"updates[{index}].meeting")


def _date(value: str | None, path: str) -> None:
    if value is None:
        return
    try:
        date.fromisoformat(value)
    except ValueError:
        raise RecordError("is not a date (2018-03-27)", path) from None
    if len(value) != len("2018-03-27"):
        raise RecordError("is not a date (2018-03-27)", path)


def _time(value: str | None, path: str) -> None:
    if value is not None and not TIME.fullmatch(value):
        raise RecordError("is not a time of day (14:30)", path)


def _check_references(record: MeetingRecord) -> None:
    items, entries = len(record["items"]), len(record["entries"])
    for part in ("entries", "exchanges", "actions", "commitments", "figures"):
        for index, line in enumerate(_lines(record, part)):
            item = line["item"]
            if item is not None and item >= items:
                raise RecordError(f"points to item {item}, and there are {items}", f"{part}[{index}].item")
    for part in ("actions", "commitments"):
        for index, line in enumerate(_lines(record, part)):
            if line["entry"] >= entries:
                raise RecordError(
                    f"points to entry {line['entry']}, and there are {entries}", f"{part}[{index}].entry"
                )
    for index, exchange in enumerate(record["exchanges"]):
        if any(entry >= entries for entry in exchange["entries"]):
            raise RecordError(f"points past the last of {entries} entries", f"exchanges[{index}].entries")
