"""What the register says in public: words of public minutes, and the lives that follow from them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.actions.models import Action
from answerable.actions.operations.living import renew_lives
from answerable.offices.models import Area, Body, Force
from answerable.publishing.building import build
from answerable.publishing.files.child import Cleaner
from answerable.publishing.models import Publication
from tests import factories as make
from tests import follow, publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)


def register(at: dt.datetime = AT) -> dict[str, Any]:
    """The parts of the register as it would be put forward now, by the last of their address."""
    publication = Publication.objects.create(
        office=make.office(), subject="register", title="Register", put_forward_at=at,
        put_forward_by=publish.first_person(), put_forward_as="policy officer",
    )  # fmt: skip
    return {part.path.rpartition("/")[2]: part.read() for part in build(publication, at, Cleaner())}


def said(part: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["on"], one["kind"]) for one in part["life"]]


def given(date: str = "2018-03-27", due: str | None = "2018-06-30", **fields: Any) -> Action:
    """An action of a meeting with one item."""
    item = make.item(make.meeting(date), "2.1", "Answering 101")
    return make.action(item, "DCC to share the new baseline", ["DCC"], due, **fields)


def later(date: str, about: Action | None, text: str, status: str = "open", **fields: Any) -> Any:
    item = make.item(make.meeting(date), "1", "Matters arising")
    return make.update(item, about, text, status, **fields)


def test_an_action_is_there_once_its_minutes_are_public() -> None:
    action = given()
    publish.published("office")
    assert set(register()) == {"actions"}
    publish.published("minutes", action.meeting)
    told = register()[str(action.number)]
    assert told["text"] == "DCC to share the new baseline"
    assert told["item"] == "wyvern-valley/assurance-meeting/2018-03-27/item/2.1"
    assert (told["first_due"], told["due"], told["state"]) == ("2018-06-30", "2018-06-30", "open")
    assert said(told) == [("2018-03-27", "given"), ("2018-06-30", "due")]
    assert told["life"][0]["entry"] == "wyvern-valley/assurance-meeting/2018-03-27#entry-1"


def test_what_minutes_say_that_are_not_public_did_not_happen() -> None:
    action = given()
    done = later("2018-05-22", action, "It was shared.", "complete")
    publish.published("minutes", action.meeting)
    assert register()[str(action.number)]["state"] == "open"
    publish.published("minutes", done.meeting)
    told = register()[str(action.number)]
    assert (told["state"], told["ended"], told["kept"]) == ("closed", "2018-05-22", "kept")
    assert told["life"][-1] == {
        "on": "2018-05-22", "kind": "complete", "words": "It was shared.",
        "meeting": "wyvern-valley/assurance-meeting/2018-05-22",
        "entry": "wyvern-valley/assurance-meeting/2018-05-22#entry-1", "due": None, "dues": [], "basis": "",
        "cause": "", "to": "", "late": False,
    }  # fmt: skip


def test_only_public_meetings_are_silent() -> None:
    action = given()
    meetings = [make.meeting(day) for day in ("2018-07-24", "2018-09-25", "2018-11-27")]
    for one in (action.meeting, *meetings[:2]):
        publish.published("minutes", one)
    told = register()[str(action.number)]
    assert [kind for _, kind in said(told)] == ["given", "due", "silent", "silent"]
    assert told["silent_from"] == "2018-09-25"
    assert told["life"][-1]["meeting"] == "wyvern-valley/assurance-meeting/2018-09-25"


def test_words_left_out_of_minutes_are_left_out_of_the_life() -> None:
    action = given()
    spoken = later("2018-05-22", action, "Mr Quillfeather asked for it. Deferred to May 2019.")
    hidden = later("2018-06-26", action, "Mrs Otterburn has it.")
    publish.redaction(spoken.meeting, "Mr Quillfeather")
    publish.redaction(hidden.meeting, entry=hidden.meeting.entries.get())
    for one in (action.meeting, spoken.meeting, hidden.meeting):
        publish.published("minutes", one)
    told = register()[str(action.number)]
    assert "[left out: personal data] asked for it" in told["life"][1]["words"]
    assert "Quillfeather" not in str(told)
    assert "Otterburn" not in str(told)
    assert told["due"] == "2019-05-31"


def test_an_action_of_an_item_that_is_left_out_is_not_there() -> None:
    action = given()
    publish.redaction(action.meeting, item=action.item)
    publish.published("minutes", action.meeting)
    assert set(register()) == {"actions"}


def test_restricted_and_unnumbered_actions_are_not_there() -> None:
    action = given()
    make.action(action.meeting, "Keep this", ["CC"], restricted=True)
    loose = make.action(action.meeting, "No number yet", ["CC"])
    Action.objects.filter(pk=loose.pk).update(number=None)
    publish.published("minutes", action.meeting)
    assert set(register()) == {"actions", str(action.number)}


def test_steps_of_people_are_told_without_their_reasons() -> None:
    action = given()
    publish.published("minutes", action.meeting)
    follow.step(action, "moved", "2018-06-01", dues=["2018-10-31"], cause="waiting", reason="Quillfeather")
    follow.report(action, "Otterburn wrote it.", done=True, released_on=dt.date(2018, 10, 1))
    follow.step(action, "closed", "2018-10-20", basis="shown", reason="Seen by Larkspur")
    told = register()[str(action.number)]
    assert [kind for _, kind in said(told)] == ["given", "moved", "reported", "closed"]
    moved, _, closed = told["life"][1:]
    assert (moved["dues"], moved["cause"], closed["basis"]) == (["2018-10-31"], "waiting", "shown")
    assert (told["kept"], told["done_on"], told["slipped"]) == ("kept late", "2018-10-01", 1)
    assert not any(word in str(told) for word in ("Quillfeather", "Otterburn", "Larkspur"))


def test_a_merged_action_goes_on_in_the_other() -> None:
    one, other = given(), given("2018-04-24")
    spoken = later("2018-06-26", other, "Both are being written.")
    follow.step(other, "merged", "2018-05-01", other=one)
    follow.step(one, "joined", "2018-05-01", other=other)
    for meeting in (one.meeting, other.meeting, spoken.meeting):
        publish.published("minutes", meeting)
    told = register()
    assert told[str(other.number)]["life"][-1]["to"] == one.number
    assert told[str(other.number)]["state"] == "withdrawn"
    assert "Both are being written." in [step["words"] for step in told[str(one.number)]["life"]]


def test_the_number_of_an_action_that_is_not_public_is_not_told() -> None:
    one, other = given(), given("2018-04-24")
    follow.step(one, "split", "2018-05-01", other=other)
    publish.published("minutes", one.meeting)
    assert str(other.number) not in str(register()[str(one.number)])


def test_owners_areas_and_bodies_are_named() -> None:
    make.post("Deputy Chief Constable", "DCC")
    force = Force.objects.create(office=make.office(), name="Wyvern Valley Police")
    Area.objects.create(force=force, name="Merebridge")
    Body.objects.create(office=make.office(), name="Crown Prosecution Service", abbreviation="CPS")
    item = make.item(make.meeting(), "2.1", "Files")
    action = make.action(item, "DCC to agree with CPS how Merebridge files are sent", ["DCC"])
    publish.published("minutes", action.meeting)
    told = register()[str(action.number)]
    assert told["posts"] == ["Deputy Chief Constable"]
    assert told["areas"] == ["merebridge"]
    assert told["bodies"] == ["Crown Prosecution Service"]


def test_a_body_whose_name_is_left_out_is_not_named_by_its_abbreviation() -> None:
    Body.objects.create(office=make.office(), name="Hedgerow Trust", abbreviation="HT")
    item = make.item(make.meeting(), "2.1", "Shelter")
    action = make.action(item, "HT to report on the Hedgerow Trust shelter", ["HT"])
    publish.redaction(action.meeting, "Hedgerow Trust")
    publish.published("minutes", action.meeting)
    assert "Hedgerow" not in str(register())


def test_what_did_not_change_is_the_same_part_again() -> None:
    action = given()
    publish.published("minutes", action.meeting)
    publish.published("register")
    again = register(AT + dt.timedelta(days=40))
    assert again[str(action.number)]["as_of"] == "2019-05-02"
    assert again["actions"]["as_of"] == "2019-06-11"
    follow.step(action, "closed", "2019-06-01", basis="told")
    changed = register(AT + dt.timedelta(days=40))
    assert changed[str(action.number)]["as_of"] == "2019-06-11"


def test_the_register_says_what_it_is_told_from() -> None:
    action = given()
    make.action(action.meeting, "Another", ["CC"])
    publish.published("minutes", action.meeting)
    publish.published("minutes", make.meeting("2018-05-22"))
    assert {**register()["actions"], "format": "", "kind": ""} == {
        "format": "", "kind": "", "path": "wyvern-valley/actions", "as_of": "2019-05-02", "actions": 2,
        "meetings": 2, "first": "2018-03-27", "last": "2018-05-22",
        "promises_passed": [], "promises_lapsed": [],
    }  # fmt: skip


def test_with_all_minutes_public_it_says_what_the_record_says() -> None:
    action, other = given(), given("2018-04-24", due=None)
    first = later("2018-06-26", action, "Deferred to 30 September 2018.")
    second = later("2018-10-30", action, "Closed.", "complete")
    third = make.meeting("2018-12-18")
    for meeting in (action.meeting, other.meeting, first.meeting, second.meeting, third):
        publish.published("minutes", meeting)
    renew_lives(make.office().pk, Action.objects.all())
    for row in Action.objects.all():
        told = register()[str(row.number)]
        for name in ("state", "kept", "slipped"):
            assert told[name] == getattr(row, name), (row, name)
        for name in ("due", "first_due", "ended", "done_on", "overdue_from", "lapses_from", "silent_from"):
            day = getattr(row, name)
            assert told[name] == (day.isoformat() if day else None), (row, name)


def test_the_number_of_queries_is_the_same_at_ten_times_the_size(
    django_assert_max_num_queries: Any,
) -> None:
    meeting = make.meeting()
    for _ in range(20):
        make.action(make.item(meeting, "1", "Calls"), "Share it", ["DCC"], "2018-06-30")
    publish.published("minutes", meeting)
    with django_assert_max_num_queries(30):
        assert len(register()) == 21
