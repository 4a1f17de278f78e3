"""Handing over to the public store: once each, in order, whatever happened in between."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.core.publication.states import State
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.published import operations as store
from answerable.published.models import Key, Line, Snapshot
from answerable.published.models import Publication as Taken
from answerable.published.router import STORE
from answerable.publishing.book import book_of, how_far
from answerable.publishing.models import HighestSeen, Publication
from answerable.publishing.operations import (
    confirm_clock,
    correct,
    decide,
    deliver_due,
    delivering,
    stop,
    why_shut,
    withdraw,
)
from answerable.publishing.queries import clock_waits
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

AT = publish.AT
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
PATH = "wyvern-valley/assurance-meeting/2018-03-27"


@pytest.fixture
def meeting() -> Meeting:
    made = make.meeting("2018-03-27")
    make.entry(make.item(made, "1", "Calls"), "note", "Callers waited four minutes.")
    return made


def decided(made: Publication, at: dt.datetime = AT) -> Publication:
    return decide(publication=made, as_role="commissioner", by=publish.second_person(), at=at)


def under_embargo(meeting: Meeting, opens: dt.datetime) -> Publication:
    return decided(publish.put("minutes", meeting, opens_at=opens))


def numbers() -> list[int]:
    return sorted(Taken.objects.values_list("number", flat=True))


def hold_store(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken(*args: Any, **values: Any) -> bool:
        raise error

    monkeypatch.setattr(delivering, "take", broken)


def test_again_changes_nothing(meeting: Meeting) -> None:
    publish.published("minutes", meeting)
    before = (numbers(), Snapshot.objects.count(), Line.objects.count())
    assert deliver_due(at=AT + HOUR) == 0
    assert (numbers(), Snapshot.objects.count(), Line.objects.count()) == before


def test_what_was_not_handed_over_is_the_next_time(meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.published("office")
    made = decided(publish.put("minutes", meeting))
    with monkeypatch.context() as patched:
        hold_store(patched, OSError("no room"))
        assert deliver_due(at=AT) == 0
    assert numbers() == [1]
    assert deliver_due(at=AT) == 1
    made.refresh_from_db()
    assert made.taken_at == AT
    assert numbers() == [1, 2]


def test_one_office_does_not_hold_up_another(meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    decided(publish.put("office"))
    with make.in_office(make.office("Otterdale")):
        decided(publish.put("office"))
    real = store.take

    def broken(delivery: store.Delivery, *, at: dt.datetime) -> bool:
        if delivery.office == "otterdale":
            raise ValueError("This one is broken.")
        return real(delivery, at=at)

    monkeypatch.setattr(delivering, "take", broken)
    assert deliver_due(at=AT) == 1
    assert list(Taken.objects.values_list("office", flat=True)) == ["wyvern-valley"]


def test_a_store_that_was_lost_is_told_anew(meeting: Meeting) -> None:
    publish.published("minutes", meeting)
    before = list(Line.objects.order_by("path").values_list("path", "text", "title"))
    for rows in (Line, Snapshot, Taken):
        rows.objects.using(STORE).all().delete()
    assert deliver_due(at=AT + DAY) == 2
    assert list(Line.objects.order_by("path").values_list("path", "text", "title")) == before


def test_a_store_that_is_ahead_of_its_record_is_left_alone(
    meeting: Meeting, caplog: pytest.LogCaptureFixture
) -> None:
    publish.published("minutes", meeting)
    Publication.objects.filter(number=2).delete()  # as restoring an older record does
    assert deliver_due(at=AT + HOUR) == 0
    assert "does not know" in caplog.text
    assert numbers() == [1, 2]


def test_a_decision_out_of_its_turn_is_not_taken(meeting: Meeting) -> None:
    decided(publish.put("office"))
    second = decided(publish.put("minutes", meeting))
    with pytest.raises(store.NotNext):
        store.take(delivering.delivery_of(second), at=AT)
    assert numbers() == []


def test_the_public_key_goes_with_it(meeting: Meeting) -> None:
    made = publish.published("minutes", meeting)
    key = Key.objects.get()
    assert key.key == made.key
    assert "Answerable audit key" in key.statement


def test_nothing_is_in_the_public_store_before_its_day(meeting: Meeting) -> None:
    publish.published("office")
    deliver_due(at=AT)
    made = under_embargo(meeting, AT + HOUR)
    assert deliver_due(at=AT + HOUR / 2) == 0
    assert made.number is None
    assert how_far([made], book_of(made.office)) == [State.WAITING]
    assert not Snapshot.objects.filter(path=PATH).exists()
    assert deliver_due(at=AT + HOUR) == 1
    made.refresh_from_db()
    assert (made.number, made.opened_at) == (2, AT + HOUR)
    assert Line.objects.filter(owner=PATH).first().modified == AT + HOUR  # type: ignore[union-attr]


def test_others_go_on_while_one_waits_and_the_chain_has_no_gap(meeting: Meeting) -> None:
    publish.published("office")
    under_embargo(meeting, AT + 2 * HOUR)
    make.entry(make.item(other := make.meeting("2018-04-24"), "1", "Calls"), "note", "Callers waited less.")
    publish.published("minutes", other, at=AT + HOUR)
    assert numbers() == [1, 2]
    deliver_due(at=AT + 3 * HOUR)
    assert numbers() == [1, 2, 3]


def test_a_clock_that_jumps_waits_for_a_person(meeting: Meeting) -> None:
    deliver_due(at=AT)
    under_embargo(meeting, AT + HOUR)
    assert deliver_due(at=AT + 9 * DAY) == 0
    waits = clock_waits()
    assert waits is not None
    assert waits.jumped_to == AT + 9 * DAY
    confirm_clock(by=publish.second_person(), at=AT + 9 * DAY)
    assert clock_waits() is None
    assert deliver_due(at=AT + 9 * DAY) == 1
    assert HighestSeen.objects.get().confirmed_by == publish.second_person()


def test_nobody_is_asked_of_a_clock_that_did_not_jump() -> None:
    deliver_due(at=AT)
    with pytest.raises(Refusal, match="does not wait"):
        confirm_clock(by=publish.second_person(), at=AT)


def test_a_clock_that_goes_back_closes_nothing(meeting: Meeting) -> None:
    deliver_due(at=AT)
    under_embargo(meeting, AT + HOUR)
    deliver_due(at=AT + HOUR)
    deliver_due(at=AT - 9 * DAY)
    assert Snapshot.objects.filter(path=PATH, state="current").exists()


def test_what_waits_can_be_stopped_and_never_opens(meeting: Meeting) -> None:
    deliver_due(at=AT)
    made = under_embargo(meeting, AT + HOUR)
    with pytest.raises(Refusal, match="Say why"):
        stop(publication=made, why="", by=publish.second_person(), at=AT)
    stop(publication=made, why="It names a caller.", by=publish.second_person(), at=AT)
    assert deliver_due(at=AT + HOUR) == 0
    assert not Snapshot.objects.filter(path=PATH).exists()
    with pytest.raises(Refusal, match="does not wait under embargo"):
        stop(publication=made, why="Again.", by=publish.second_person(), at=AT)


def test_a_withdrawal_stops_what_waits_for_the_same_address(meeting: Meeting) -> None:
    minutes = publish.published("minutes", meeting)
    meeting.entries.update(text="Callers waited six minutes.")
    waiting = decided(_correction(minutes, AT, opens_at=AT + HOUR))
    withdraw(
        office=minutes.office, publication=minutes, note="It names a caller.", as_role="commissioner",
        by=publish.second_person(), at=AT,
    )  # fmt: skip
    deliver_due(at=AT + HOUR)
    waiting.refresh_from_db()
    assert waiting.state == "dropped"
    assert [one.state for one in Snapshot.objects.filter(path=PATH)] == ["withdrawn"]


def test_nothing_else_is_decided_about_what_waits(meeting: Meeting) -> None:
    publish.published("office")
    under_embargo(meeting, AT + HOUR)
    meeting.entries.update(text="Callers waited six minutes.")
    again = publish.put("minutes", meeting, at=AT + HOUR / 2)
    with pytest.raises(Refusal, match="waits under embargo"):
        decided(again, AT + HOUR / 2)


def test_what_is_left_out_while_it_waits_is_not_opened(meeting: Meeting) -> None:
    deliver_due(at=AT)
    made = under_embargo(meeting, AT + HOUR)
    publish.redaction(meeting, "four minutes", entry=meeting.entries.get())
    assert deliver_due(at=AT + HOUR) == 0
    assert not Snapshot.objects.filter(path=PATH).exists()
    stop(publication=made, why="Put forward again.", by=publish.second_person(), at=AT + HOUR)
    decided(publish.put("minutes", meeting, at=AT + HOUR), AT + HOUR)
    assert deliver_due(at=AT + HOUR) == 1
    assert b"four minutes" not in bytes(Snapshot.objects.get(path=PATH).content)


def test_what_something_newer_overtook_while_it_waited_is_not_opened(meeting: Meeting) -> None:
    """Nothing of it was changed by the newer one, so nothing stood in the way of deciding that."""
    office = make.office()
    first, second = publish.decision_record("1"), publish.decision_record("2")
    publish.published("decision")
    first.title = "Another grant"
    first.save()
    waits = decided(publish.put("decision", opens_at=AT + 2 * HOUR))
    first.title, second.title = "A grant for the hostel", "A third grant"
    first.save()
    second.save()
    decided(publish.put("decision", at=AT + HOUR), AT + HOUR)
    deliver_due(at=AT + 2 * HOUR)
    waits.refresh_from_db()
    assert waits.number is None
    assert "newer" in " ".join(why_shut(waits))
    assert not Line.objects.filter(office=office.slug, title__contains="Another grant").exists()


def test_a_version_that_was_taken_away_meanwhile_keeps_nothing_shut(meeting: Meeting) -> None:
    minutes = publish.published("minutes", meeting)
    meeting.entries.update(text="Callers waited six minutes.")
    again = decided(_correction(minutes, AT), AT)
    deliver_due(at=AT)
    meeting.entries.update(text="Callers waited seven minutes.")
    waits = decided(_correction(again, AT + HOUR, opens_at=AT + 3 * HOUR), AT + HOUR)
    withdraw(
        office=minutes.office, paths=[f"{PATH}/version/1"], note="It was wrong.", as_role="commissioner",
        by=publish.second_person(), at=AT + 2 * HOUR,
    )  # fmt: skip
    assert why_shut(waits) == []
    deliver_due(at=AT + 3 * HOUR)
    assert b"seven minutes" in bytes(Snapshot.objects.get(path=PATH, state="current").content)


def _correction(of: Publication, at: dt.datetime, **more: Any) -> Publication:
    return correct(
        publication=of, note="It was wrong.", as_role="policy officer", by=publish.first_person(), at=at,
        **more,
    )  # fmt: skip


def test_a_jump_of_the_clock_opens_nothing_that_is_decided_after_it(meeting: Meeting) -> None:
    """Nothing waited when the clock jumped; what was put forward waits for the day that its form named."""
    deliver_due(at=AT)
    made = publish.put("minutes", meeting, opens_at=AT + 2 * DAY)
    deliver_due(at=AT + 9 * DAY)
    assert decided(made, AT + 9 * DAY).number is None
    deliver_due(at=AT + 9 * DAY)
    assert not Snapshot.objects.filter(path=PATH).exists()
    confirm_clock(by=publish.second_person(), at=AT + 9 * DAY)
    assert deliver_due(at=AT + 9 * DAY) == 1


def test_an_embargo_that_ended_before_the_decision_holds_nothing(meeting: Meeting) -> None:
    deliver_due(at=AT)
    made = publish.put("minutes", meeting, opens_at=AT + HOUR)
    assert decided(made, AT + 2 * HOUR).number == 1
