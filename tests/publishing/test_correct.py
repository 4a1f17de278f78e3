"""Correcting, withdrawing and putting back what is public."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.core.publication.states import State
from answerable.core.refusal import Refusal
from answerable.meetings.models import Entry, Meeting
from answerable.minuting.models import Assurance
from answerable.published.models import Line, Snapshot
from answerable.publishing.book import book_of, how_far
from answerable.publishing.models import DecisionRecord, Publication
from answerable.publishing.operations import correct, decide, deliver_due, put_back, put_forward, withdraw
from tests import factories as make
from tests import measuring, publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PATH = "wyvern-valley/assurance-meeting/2018-03-27"
DAY = dt.timedelta(days=1)
LATER = publish.AT + DAY


@pytest.fixture
def meeting() -> Meeting:
    made = make.meeting("2018-03-27")
    make.entry(make.item(made, "1", "Calls"), "note", "Callers waited four minutes.")
    return made


@pytest.fixture
def minutes(meeting: Meeting) -> Publication:
    return publish.published("minutes", meeting)


def decided(made: Publication, at: dt.datetime) -> Publication:
    done = decide(publication=made, as_role="commissioner", by=publish.second_person(), at=at)
    deliver_due(at=at)
    done.refresh_from_db()
    return done


def corrected(minutes: Publication, at: dt.datetime = LATER, **more: Any) -> Publication:
    note = more.pop("note", "The waiting time was wrong.")
    made = correct(
        publication=minutes, note=note, as_role="policy officer", by=publish.first_person(), at=at, **more
    )
    return decided(made, at)


def gone(minutes: Publication, at: dt.datetime = LATER, **more: Any) -> Publication:
    made = withdraw(
        office=minutes.office, publication=minutes, note="It named a caller.", as_role="commissioner",
        by=publish.second_person(), at=at, **more,
    )  # fmt: skip
    deliver_due(at=at)
    return made


def change(meeting: Meeting, text: str = "Callers waited six minutes.") -> None:
    Entry.objects.filter(meeting=meeting).update(text=text)


def stands() -> list[tuple[int, str]]:
    return list(Snapshot.objects.filter(path=PATH).order_by("version").values_list("version", "state"))


def test_a_correction_is_the_next_version_and_the_old_one_stays(
    meeting: Meeting, minutes: Publication
) -> None:
    change(meeting)
    made = corrected(minutes)
    assert stands() == [(1, "replaced"), (2, "current")]
    assert made.follows == minutes
    assert b"four minutes" in bytes(Snapshot.objects.get(path=PATH, version=1).content)
    held = book_of(minutes.office)
    minutes.refresh_from_db()
    assert how_far([minutes, made], held) == [State.CORRECTED, State.PUBLIC]


def test_what_did_not_change_is_not_frozen_again(meeting: Meeting, minutes: Publication) -> None:
    with pytest.raises(Refusal, match="Nothing in it has changed"):
        corrected(minutes)
    assert stands() == [(1, "current")]


def test_a_correction_says_what_was_wrong(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    with pytest.raises(Refusal, match="Say what was wrong"):
        corrected(minutes, note=" ")


def test_public_minutes_are_not_published_again(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    with pytest.raises(Refusal, match="public already: correct them"):
        publish.put("minutes", meeting)


def test_nothing_public_is_nothing_to_correct(meeting: Meeting) -> None:
    waiting = publish.put("minutes", meeting)
    with pytest.raises(Refusal, match="nothing to correct"):
        corrected(waiting)


def test_the_version_before_can_go_with_the_correction(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    made = corrected(minutes, withdraw_before=True)
    assert f"{PATH}/version/1" in made.withdrawn
    assert stands() == [(1, "withdrawn"), (2, "current")]
    assert bytes(Snapshot.objects.get(path=PATH, version=1).content) == b""


def test_what_is_left_out_now_cannot_be_read_in_the_version_before(
    meeting: Meeting, minutes: Publication
) -> None:
    publish.redaction(meeting, "four minutes")
    made = corrected(minutes)
    assert f"{PATH}/version/1" in made.withdrawn
    assert stands() == [(1, "withdrawn"), (2, "current")]


def test_a_single_old_version_can_be_withdrawn(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    made = corrected(minutes)
    gone(made, LATER + DAY, paths=[f"{PATH}/version/1"])
    assert stands() == [(1, "withdrawn"), (2, "current")]
    assert not Line.objects.filter(owner=PATH, gone=True).exists()
    assert how_far([made], book_of(made.office)) == [State.PUBLIC]


def test_withdrawing_takes_every_version_and_all_words(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    made = corrected(minutes)
    withdrawal = gone(made, LATER + DAY)
    assert stands() == [(1, "withdrawn"), (2, "withdrawn")]
    assert not any(bytes(one) for one in Snapshot.objects.filter(path=PATH).values_list("content", flat=True))
    lines = Line.objects.filter(owner=PATH)
    assert lines.exists()
    assert all((one.gone, one.title, one.text, one.data) == (True, "", "", {}) for one in lines)
    assert made.parts.get(path=PATH).content, "the working record keeps what was public"
    assert withdrawal.note == "It named a caller."
    assert how_far([made], book_of(made.office)) == [State.WITHDRAWN]


def test_a_withdrawal_needs_a_reason_and_something_to_withdraw(minutes: Publication) -> None:
    with pytest.raises(Refusal, match="Say why it goes"):
        withdraw(
            office=minutes.office, publication=minutes, note="", as_role="commissioner",
            by=publish.second_person(), at=LATER,
        )  # fmt: skip
    gone(minutes)
    with pytest.raises(Refusal, match="nothing to withdraw"):
        gone(minutes, LATER + DAY)


def test_what_was_withdrawn_is_put_back_as_the_record_has_it_now(
    meeting: Meeting, minutes: Publication
) -> None:
    withdrawal = gone(minutes)
    change(meeting)
    made = put_back(
        publication=withdrawal, as_role="policy officer", by=publish.first_person(), at=LATER + DAY
    )
    decided(made, LATER + DAY)
    assert stands() == [(1, "withdrawn"), (2, "current")]
    assert b"six minutes" in bytes(Snapshot.objects.get(path=PATH, version=2).content)
    assert Line.objects.filter(owner=PATH, gone=False).exists()


def test_only_what_was_withdrawn_is_put_back(minutes: Publication) -> None:
    with pytest.raises(Refusal, match="nothing to put back"):
        put_back(publication=minutes, as_role="policy officer", by=publish.first_person(), at=LATER)


def test_an_action_that_is_restricted_leaves_the_register_with_the_next_publication(meeting: Meeting) -> None:
    action = make.action(meeting.items.get(), "The CC to report by May.")
    kept = make.action(meeting.items.get(), "The DCC to report by June.")
    publish.published("minutes", meeting)
    publish.published("register")
    assert Line.objects.filter(kind="action", gone=False).count() == 2
    type(action).objects.filter(pk=action.pk).update(restricted=True)
    again = publish.published("register", at=LATER)
    assert again.withdrawn == [f"wyvern-valley/actions/{action.number}"]
    assert list(Line.objects.filter(kind="action", gone=False).values_list("title", flat=True)) == [
        kept.number
    ]


def test_two_put_forward_at_once_are_not_both_decided(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    first, second = (
        correct(
            publication=minutes, note="Wrong.", as_role="policy officer", by=publish.first_person(), at=LATER
        )
        for _ in range(2)
    )
    decided(second, LATER + DAY)
    with pytest.raises(Refusal, match="Something newer about this was decided"):
        decided(first, LATER + DAY)


def test_what_was_left_out_since_stops_the_decision(meeting: Meeting) -> None:
    made = publish.put("minutes", meeting)
    publish.redaction(meeting, "four minutes", entry=meeting.entries.get())
    with pytest.raises(Refusal, match="has changed since this was put forward"):
        decided(made, publish.AT)


def test_what_was_restricted_since_stops_the_decision(meeting: Meeting) -> None:
    made = publish.put("minutes", meeting)
    meeting.entries.update(restricted=True, marking_why="personal")
    with pytest.raises(Refusal, match="has changed since this was put forward"):
        decided(made, publish.AT)


def test_put_forward_takes_the_doing_from_whoever_asks(meeting: Meeting) -> None:
    with pytest.raises(Refusal, match="nothing to put back"):
        put_forward(
            office=meeting.office, subject="minutes", meeting=meeting, title="Minutes", doing="put back",
            as_role="policy officer", by=publish.first_person(), at=publish.AT,
        )  # fmt: skip


def test_lines_and_items_keep_their_addresses_when_others_come_between(
    meeting: Meeting, minutes: Publication
) -> None:
    """As a new reading makes them: every row is new, and one item and one line came before."""
    was = {one.path: one.text or one.title for one in Line.objects.filter(kind__in=["item", "entry"])}
    meeting.items.all().delete()
    meeting.entries.all().delete()
    make.entry(make.item(meeting, "1", "Minutes of the last meeting"), "note", "They were agreed.")
    make.entry(make.item(meeting, "2", "Calls"), "note", "Callers waited six minutes.")
    corrected(minutes)
    now = {one.path: one.text or one.title for one in Line.objects.filter(kind__in=["item", "entry"])}
    assert was == {f"{PATH}/item/1": "Calls", f"{PATH}#entry-1": "Callers waited four minutes."}
    assert now == {
        f"{PATH}/item/1": "Calls",
        f"{PATH}#entry-1": "Callers waited six minutes.",
        f"{PATH}/item/1-2": "Minutes of the last meeting",
        f"{PATH}#entry-2": "They were agreed.",
    }


def test_the_version_before_can_go_where_nothing_else_changed(meeting: Meeting, minutes: Publication) -> None:
    change(meeting)
    corrected(minutes)
    made = corrected(minutes, LATER + DAY, withdraw_before=True, note="The first should not be read.")
    assert made.withdrawn[0] == f"{PATH}/version/1"
    assert stands() == [(1, "withdrawn"), (2, "current")]


def test_what_is_exempt_since_cannot_be_read_in_a_decision_that_was_public() -> None:
    record = publish.decision_record(decision="£20,000 for the Quillfeather hostel.")
    publish.published("decision")
    DecisionRecord.objects.filter(pk=record.pk).update(
        decision="£20,000 for a hostel.", exempt="The Quillfeather hostel.", category="personal"
    )
    publish.published("decision", at=LATER)
    assert not any(b"Quillfeather" in bytes(one.content) for one in Snapshot.objects.all())


@pytest.mark.parametrize("change", [{"exempt": "The hostel.", "category": "personal"}, {"ready": False}])
def test_what_became_exempt_or_not_ready_since_stops_the_decision(change: dict[str, Any]) -> None:
    record = publish.decision_record()
    made = publish.put("decision")
    DecisionRecord.objects.filter(pk=record.pk).update(**change)
    with pytest.raises(Refusal, match="has changed since this was put forward"):
        decided(made, publish.AT)


def test_a_measure_that_was_restricted_since_stops_the_decision() -> None:
    measure = measuring.measure("Calls")
    made = publish.put("measures")
    type(measure).objects.filter(pk=measure.pk).update(restricted=True)
    with pytest.raises(Refusal, match="has changed since this was put forward"):
        decided(made, publish.AT)


def test_nobody_alone_decides_where_a_judgement_is_restricted(meeting: Meeting) -> None:
    Assurance.objects.create(
        office=meeting.office, meeting=meeting, item=meeting.items.get(), judgement="not", basis="given",
        restricted=True, at=publish.AT, by=make.user(),
    )  # fmt: skip
    made = publish.put("minutes", meeting)
    with pytest.raises(Refusal, match="another person"):
        decide(publication=made, as_role="officer", by=made.put_forward_by, at=publish.AT)


def test_somebody_who_is_not_named_now_is_not_in_the_list_before() -> None:
    meeting = make.meeting("2018-03-27")
    make.tenure("Duncan Aldermere", "Police and Crime Commissioner", "2016-05-12", abbreviation="PCC")
    make.tenure("Ann Quillfeather", "Chief Constable", "2016-05-12", abbreviation="CC")
    publish.published("people")
    publish.redaction(meeting, "Ann Quillfeather")
    publish.published("people", at=LATER)
    assert not any(b"Quillfeather" in bytes(one.content) for one in Snapshot.objects.all())
