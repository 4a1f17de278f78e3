"""Taking a publication in: what changed is written, what did not is left, and few statements do it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from answerable.core.publication.parts import Part
from answerable.published.models import GivenTag, Line, Publication, Snapshot, Tag
from answerable.published.operations import take
from answerable.published.queries import taken_away
from tests.core.publication import contents
from tests.public import given
from tests.public.given import meeting, office, taken, topic

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PATH = contents.PATH
FIRST, SECOND = f"{PATH}#entry-1", f"{PATH}#entry-2"


def said(*texts: str, first: int = 1) -> Part:
    """A meeting with these lines and nothing else."""
    lines = [contents.entry(at, None, "note", text) for at, text in enumerate(texts, first)]
    return meeting(entries=lines, items=[], actions=[], promises=[])


def told(path: str) -> tuple[Any, ...]:
    return Line.objects.values_list("text", "gone", "modified").get(path=path)


def when(number: int) -> Any:
    return Publication.objects.get(number=number).taken_at


def statements(*parts: Part, **more: Any) -> int:
    with CaptureQueriesContext(connections["published"]) as asked:
        taken(*parts, **more)
    return len(asked)


def test_only_what_changed_is_modified() -> None:
    taken(said("Calls.", "Vans."))
    taken(said("Calls.", "Vans are late."))
    assert told(FIRST) == ("Calls.", False, when(1))
    assert told(SECOND) == ("Vans are late.", False, when(2))


def test_another_place_in_the_minutes_is_no_change_of_what_is_told() -> None:
    first, second = (contents.entry(at, None, "note", text) for at, text in ((1, "Calls."), (2, "Vans.")))
    alone: dict[str, Any] = {"items": [], "actions": [], "promises": []}
    taken(meeting(entries=[first, second], **alone))
    taken(meeting(entries=[second, first], **alone))
    assert told(FIRST)[2] == when(1)
    entries = Line.objects.filter(kind="entry").order_by("position")
    assert [one.path for one in entries] == [SECOND, FIRST]


def test_what_is_gone_keeps_its_key_and_comes_back_at_it() -> None:
    taken(said("Calls.", "Vans."))
    keys = dict(Line.objects.values_list("path", "pk"))
    taken(said("Calls."))
    assert told(SECOND) == ("", True, when(2))
    assert not Tag.objects.filter(line__path=SECOND).exists()
    taken(said("Calls."), office())
    assert told(SECOND)[2] == when(2), "a tombstone is not put up again"
    taken(said("Calls.", "Vans."))
    assert told(SECOND) == ("Vans.", False, when(4))
    assert dict(Line.objects.values_list("path", "pk")) == keys


def test_lines_have_their_own_tags_and_those_that_others_give() -> None:
    taken(said("Calls.", "Vans."), topic("calls", FIRST))
    taken(said("Calls.", "Vans."), topic("vans", SECOND), topic("calls"))
    found = sorted(Tag.objects.values_list("line__path", "name", "value"))
    assert found == [
        (FIRST, "entry", "note"), (SECOND, "entry", "note"),
        (SECOND, "topic", "wyvern-valley/topics/vans"),
    ]  # fmt: skip
    assert told(FIRST)[2] == told(SECOND)[2] == when(2), "both have other tags now"


def test_no_part_takes_over_the_line_of_another() -> None:
    taken(said("Calls."))
    other = contents.meeting(
        path=f"{PATH}-2",
        entries=[contents.entry(1, None, "note", "Vans.")],
        items=[],
        actions=[],
        promises=[],
    )
    with pytest.raises(Exception, match=r"(?i)unique"):
        taken(given.made(other["path"], given.Kind.MEETING, other))
    assert told(FIRST)[0] == "Calls."
    assert Publication.objects.count() == 1, "all of it or nothing"


def test_taken_twice_it_is_there_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = []

    def twice(delivery: Any, *, at: Any) -> bool:
        sent.append([take(delivery, at=at), take(delivery, at=at)])
        return True

    monkeypatch.setattr(given, "take", twice)
    taken(office(), meeting(), topic("calls", FIRST))
    counted = [model.objects.count() for model in (Publication, Snapshot, GivenTag)]
    assert sent == [[True, False]]
    assert counted == [1, 3, 1]


def test_every_version_of_what_is_withdrawn_loses_its_words() -> None:
    taken(said("Calls."), office())
    taken(said("Vans."))
    taken(withdrawn=(PATH, "wyvern-valley/version/1"))
    assert {bytes(one.content) for one in Snapshot.objects.all()} == {b""}
    assert told(FIRST) == ("", True, when(3))


def test_it_is_known_what_took_a_line_away_also_where_it_was_taken_in_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A decision is taken in when the worker comes to it, and several at once after an outage."""
    later = given.AT + dt.timedelta(days=30)
    monkeypatch.setattr(given, "take", lambda delivery, *, at: take(delivery, at=later))
    taken(said("Calls.", "Vans."), topic("calls", FIRST))
    taken(said("Calls."), doing="correct", note="It named somebody.")
    taken(said("Calls are late."), doing="correct", note="They are.")
    calls = f"{given.OFFICE}/topics/calls"
    taken(withdrawn=(calls,), note="Too early.")
    notes = [getattr(taken_away(one), "note", None) for one in (SECOND, calls, FIRST)]
    assert notes == ["It named somebody.", "Too early.", None]


def test_more_lines_and_more_parts_take_no_more_statements() -> None:
    few = statements(said(*["Calls."] * 3), *(topic(f"a{one}", FIRST) for one in range(2)))
    again = statements(said(*["Vans."] * 3), *(topic(f"a{one}", SECOND) for one in range(2)))
    taken(withdrawn=(PATH,))
    many = statements(said(*["Calls."] * 40), *(topic(f"b{one}", FIRST) for one in range(20)))
    more = statements(said(*["Vans."] * 40), *(topic(f"b{one}", SECOND) for one in range(20)))
    assert many <= few + 1, "it had versions before"
    assert more <= again
    assert few < 40


def test_more_that_goes_takes_no_more_statements() -> None:
    taken(said("Calls."), *(topic(f"a{one}", FIRST) for one in range(30)))
    few = statements(withdrawn=("wyvern-valley/topics/a0",))
    many = statements(withdrawn=tuple(f"wyvern-valley/topics/a{one}" for one in range(1, 30)))
    assert many == few
