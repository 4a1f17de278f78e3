"""The chain of events: what breaks it is found and said where, what may be erased leaves it whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.chain.canonical import NotJson, canonical
from answerable.core.chain.events import (
    ERASE,
    EVENT,
    Event,
    add_event,
    content_hash,
    content_text,
    moment,
    rehashed,
)
from answerable.core.chain.findings import Kind
from answerable.core.chain.verifying import KnownHead, verify

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
SALT = "0123456789abcdef" * 2


def following(last: Event | None, n: int = 0, operation: str = "test", about: Any = ()) -> Event:
    return add_event(
        last=(last.sequence, last.hash) if last else None, at=AT + dt.timedelta(seconds=n), who=n % 3 or None,
        operation=operation, office=1, about=about or [("meetings.meeting", n)],
        content=content_text(f"Did {n}", {"n": n}), salt=f"{n:032x}",
    )  # fmt: skip


def chain(length: int) -> list[Event]:
    events: list[Event] = []
    for n in range(length):
        events.append(following(events[-1] if events else None, n))
    return events


def said(events: Sequence[Event], *heads: KnownHead) -> list[str]:
    """What is found wrong."""
    return [str(one) for one in verify(events, heads) if one.harm]


def head(events: Sequence[Event], sequence: int) -> KnownHead:
    return KnownHead(sequence, events[sequence - 1].hash)


def notes(events: Sequence[Event], *heads: KnownHead) -> list[str]:
    return [str(one) for one in verify(events, heads) if not one.harm]


# ---------------------------------------------------------------- what is said, and of which events
TWENTY = chain(20)


def test_an_honest_chain_is_whole() -> None:
    assert said(TWENTY, head(TWENTY, 5), head(TWENTY, 20)) == []
    assert said([]) == []


def test_what_came_after_the_last_kept_head_cannot_be_proved() -> None:
    told = ["what came after event 15 (the last head kept elsewhere) cannot be proved"]
    assert notes(TWENTY, head(TWENTY, 5), head(TWENTY, 15)) == told
    stored = replace(head(TWENTY, 18), elsewhere=False)
    assert notes(TWENTY, head(TWENTY, 15), stored) == told, "a head in the database is kept nowhere else"
    assert "no head kept elsewhere" in notes(TWENTY)[0]


def test_a_changed_content_is_named() -> None:
    events = [replace(one, content=one.content + " ") if one.sequence == 12 else one for one in TWENTY]
    assert said(events) == ["event 12: its content was changed"]


def test_neighbours_are_named_together() -> None:
    events = [replace(one, content="{}") if 4 <= one.sequence <= 8 else one for one in TWENTY]
    assert said(events) == ["events 4 to 8: their content was changed"]


def test_missing_events_are_counted() -> None:
    assert said([*TWENTY[:3], *TWENTY[4:]]) == ["event 4 is missing"]
    assert said([*TWENTY[:3], *TWENTY[10:]]) == ["events 4 to 10 are missing"]


def test_a_cut_tail_is_told_from_the_head() -> None:
    assert said(TWENTY[:15], head(TWENTY, 20)) == [
        "the chain ends at 15, the head kept elsewhere says 20: 5 events are gone, and events 1 to 15 may"
        " have been put in since"
    ]
    assert said(TWENTY[:15], head(TWENTY, 15), head(TWENTY, 16)) == [
        "the chain ends at 15, the head kept elsewhere says 16: 1 event is gone"
    ]
    assert said([], head(TWENTY, 20)) == [
        "the chain is empty, the head kept elsewhere says 20: 20 events are gone"
    ]


def test_large_numbers_are_written_as_people_do() -> None:
    gone = KnownHead(1_000, "0" * 64)
    assert said(TWENTY, gone)[0].startswith(
        "the chain ends at 20, the head kept elsewhere says 1,000: 980 events"
    )


def test_a_rewritten_stretch_lies_between_two_heads() -> None:
    other = chain(10)
    last = replace(other[9], who=7)
    events = [*other[:9], rehashed(last)]
    for n in range(10, 20):
        events.append(following(events[-1], n))
    found = said(events, head(TWENTY, 6), head(TWENTY, 14), head(TWENTY, 20))
    assert found == [
        "events 7 to 14: written anew, at least in part: event 14 is not the one of the head kept elsewhere"
    ]


def test_a_hash_made_to_fit_breaks_the_next_link() -> None:
    events = [rehashed(replace(one, who=9)) if one.sequence == 12 else one for one in TWENTY]
    assert [one for one in said(events) if one.startswith("event 13 does not follow event 12")] == said(
        events
    )


def test_doubles_and_numbers_below_one_have_no_place() -> None:
    assert said([*TWENTY[:5], TWENTY[2], *TWENTY[5:]]) == [
        "event 3 stands after event 5, where it has no place"
    ]
    assert "event 0 stands after event 0" in said([replace(TWENTY[0], sequence=0), *TWENTY])[0]


@pytest.mark.parametrize("name", [field.name for field in fields(Event)])
@pytest.mark.parametrize("value", [None, "x", 1.5, b"\0", [["a", {}]], "\ud800", float("nan")])
def test_values_of_any_type_are_found_and_break_nothing(name: str, value: Any) -> None:
    events = [replace(one, **{name: value}) if one.sequence == 7 else one for one in TWENTY]
    if name in ("who", "office") and value is None and getattr(TWENTY[6], name) is None:
        return
    assert said(events) != []


# ---------------------------------------------------------------- erasing
def erased(events: Sequence[Event], *sequences: int) -> list[Event]:
    emptied = [replace(one, salt="", content="") if one.sequence in sequences else one for one in events]
    return [*emptied, following(emptied[-1], 99, ERASE, [(EVENT, one) for one in sequences])]


def test_an_erased_event_is_shown_with_the_event_that_says_why() -> None:
    events = erased(TWENTY, 3, 9)
    assert said(events, head(TWENTY, 20)) == []
    assert "event 9 was erased: event 21 says why" in notes(events)


def test_an_emptied_event_that_no_event_speaks_of_is_found() -> None:
    events = [replace(one, salt="", content="") if one.sequence in (3, 4) else one for one in TWENTY]
    assert said(events) == ["events 3 to 4: their content is gone, and no event says that it was erased"]


def test_an_erased_content_that_is_back_is_found() -> None:
    events = erased(TWENTY, 3)
    back = [TWENTY[2] if one.sequence == 3 else one for one in events]
    assert said(back) == ["event 3: event 21 erased it, and its content is back"]


def test_an_erasure_while_the_chain_is_read_is_no_alarm() -> None:
    """The third event was read before it was erased, and the event that says so came after."""
    events = [*TWENTY, erased(TWENTY, 3)[-1]]
    assert [str(one) for one in verify(events, settled=20) if one.harm] == []


def test_erasing_keeps_only_what_names_nobody() -> None:
    one = erased(TWENTY, 3)[2]
    assert (one.salt, one.content) == ("", "")
    assert "Did 2" not in repr(one)


# ---------------------------------------------------------------- what is hashed
def test_the_hashes_can_be_made_by_anybody() -> None:
    one = TWENTY[1]
    header = (
        f'{{"about":[["meetings.meeting",1]],"at":"2026-03-02T09:30:01.000000Z","before":"{TWENTY[0].hash}",'
        f'"content":"{one.content_hash}","office":1,"operation":"test","sequence":2,"who":1}}'
    )
    assert one.hash == hashlib.sha256(header.encode()).hexdigest()
    assert one.content_hash == hashlib.sha256((one.salt + one.content).encode()).hexdigest()
    assert TWENTY[0].before == "0" * 64


def test_equal_contents_have_different_hashes() -> None:
    text = content_text("Settled.", {})
    assert content_hash("0" * 32, text) != content_hash("1" * 32, text)


def test_times_are_utc_with_microseconds() -> None:
    summer = dt.datetime(2026, 7, 1, 10, 0, 0, 7, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert moment(summer) == "2026-07-01T09:00:00.000007Z"
    assert moment(dt.datetime(7, 1, 1, tzinfo=dt.UTC)) == "0007-01-01T00:00:00.000000Z"
    with pytest.raises(ValueError, match="zone"):
        moment(dt.datetime(2026, 7, 1))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_canonical_json_is_stable(value: Any) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text
    assert text.isascii()


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_the_order_of_keys_makes_no_difference(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(list(value.items())))) == canonical(value)


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), {1: 2}, {"a": object()}, b"x", {"a": {None: 1}}]
)
def test_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(NotJson):
        canonical(value)


def test_what_nests_without_end_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(NotJson):
        canonical(endless)


# ---------------------------------------------------------------- what holds for every chain
lengths = st.integers(1, 12)


@given(lengths, st.data())
def test_any_single_mutation_is_found(length: int, data: st.DataObject) -> None:
    events = chain(length)
    place = data.draw(st.integers(0, length - 1))
    name = data.draw(st.sampled_from([field.name for field in fields(Event)]))
    old = getattr(events[place], name)
    like: Any = {int: st.integers(), str: st.text(), list: JSON}.get(type(old), st.integers())
    new = data.draw((like | JSON).filter(lambda value: canonical(value) != canonical(old)))
    mutated = [replace(one, **{name: new}) if n == place else one for n, one in enumerate(events)]
    found = [one for one in verify(mutated, [head(events, length)]) if one.harm]
    assert found
    if name != "sequence":
        assert min(one.first for one in found) <= place + 1 <= max(one.last for one in found)


@given(lengths, st.data())
def test_any_event_taken_out_put_in_or_moved_is_found(length: int, data: st.DataObject) -> None:
    events = chain(length)
    kept = head(events, length)
    place = data.draw(st.integers(0, length - 1))
    other = data.draw(st.integers(0, length - 1).filter(lambda n: n != place or length == 1))
    assert said([*events[:place], *events[place + 1 :]], kept)
    assert said([*events[: place + 1], events[other], *events[place + 1 :]], kept)
    if length > 1:
        moved = list(events)
        moved[place], moved[other] = moved[other], moved[place]
        assert said(moved, kept)


@given(lengths, st.sets(st.integers(1, 12)), st.integers(1, 12))
def test_erasing_anything_keeps_the_chain_whole(length: int, chosen: set[int], kept: int) -> None:
    events = chain(length)
    sequences = sorted(one for one in chosen if one <= length)
    after = erased(events, *sequences)
    assert said(after, head(events, min(kept, length))) == []
    told = [one for one in verify(after) if one.kind == Kind.ERASED]
    assert sorted(one.first for one in told) == sequences


@given(lengths, st.integers(1, 12))
def test_an_honest_chain_never_alarms(length: int, kept: int) -> None:
    events = chain(length)
    assert said(events, *(head(events, one) for one in range(1, min(kept, length) + 1))) == []


def test_memory_stays_flat() -> None:
    def stream(length: int) -> Iterator[Event]:
        last = None
        for n in range(length):
            last = following(last, n)
            yield last

    def peak(length: int) -> int:
        tracemalloc.start()
        assert not any(one.harm for one in verify(stream(length)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(3000) < 2 * peak(300)
