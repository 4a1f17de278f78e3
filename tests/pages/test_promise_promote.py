"""A promise is made an action."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.actions.models import Action, Commitment
from answerable.actions.operations import relink
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.intake.queries import record_of
from answerable.people.models import Post
from tests import factories as make
from tests.pages.conftest import Page
from tests.pages.desk import Desk, officer, words
from tests.pages.promised import WORDS, now, promised


@pytest.fixture
def promise(db: None) -> Commitment:
    make.tenure("Lena Quill", "Assistant Chief Constable", "2018-10-09", abbreviation="ACC")
    make.post("Deputy Chief Constable", "DCC")
    return promised()


def page(promise: Commitment) -> str:
    return f"/promises/{promise.pk}/promote"


def send(desk: Desk, promise: Commitment, status: int = 200, owners: Any = ("ACC",), **typed: Any) -> Page:
    shown = desk.open(page(promise))
    held = {one.name: one.value for one in shown.tree.xpath("//main//form//*[@name]") if one.name != "owner"}
    keys = [str(Post.objects.get(abbreviation=one).pk) for one in owners]
    return desk.post(page(promise), status, **{**held, "owner": keys, **typed})


def test_what_was_said_is_filled_in(promise: Commitment) -> None:
    shown = officer().open(page(promise))
    assert shown.tree.xpath("//textarea[@name='text']")[0].text.strip() == WORDS
    ticked = shown.tree.xpath("//input[@name='owner'][@checked]/@value")
    assert ticked == [str(Post.objects.get(abbreviation="ACC").pk)]
    assert shown.tree.xpath("//input[@name='due']/@value") == ["2019-06-30"]


def test_it_is_an_action_with_a_number(promise: Commitment) -> None:
    desk = officer()
    shown = send(desk, promise, text="ACC to visit every farm", owners=["ACC", "DCC"])
    assert "Made it an action." in shown.main
    action = Action.objects.get()
    assert (action.number, action.text, action.owners_printed) == (
        "A-0001", "ACC to visit every farm", "ACC, DCC",
    )  # fmt: skip
    assert (action.given, action.due, action.first_due) == (
        dt.date(2019, 3, 12), dt.date(2019, 6, 30), dt.date(2019, 6, 30),
    )  # fmt: skip
    assert [str(one.person) for one in action.owners.all()] == ["Lena Quill", "None"]
    assert (now(promise).standing, now(promise).action) == ("promoted", action)
    assert "Action A-0001 , open" in words(shown)
    assert Event.objects.get(operation="actions.promote_promise").summary == "Made a promise action A-0001."


def test_it_stands_in_the_register_of_actions(promise: Commitment) -> None:
    desk = officer()
    send(desk, promise)
    assert "A-0001" in desk.open("/actions/").main
    assert WORDS in desk.open(f"/actions/{Action.objects.get().pk}/").main


def test_it_survives_being_worked_out_again(promise: Commitment) -> None:
    desk = officer()
    send(desk, promise)
    before = Action.objects.values().get()
    relink(office=make.office(), by=make.user(), at=make.NOW)
    assert Action.objects.values().get() == before
    assert [one.post.abbreviation for one in Action.objects.get().owners.all() if one.post] == ["ACC"]


def test_the_record_of_the_minutes_stays_as_it_was_read(promise: Commitment) -> None:
    before = record_of(promise.meeting)
    send(officer(), promise)
    assert record_of(promise.meeting) == before


def test_what_is_restricted_stays_so(promise: Commitment) -> None:
    Commitment.objects.update(restricted=True)
    send(officer(), promise)
    assert Action.objects.get().restricted
    assert "A-0001" not in Desk(Role.PANEL_READER).open("/actions/").main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": " "}, "Write what is to be done"),
        ({"due": "2019-03-11"}, "Choose a day after the promise was made"),
        ({"due": "soon"}, "Write the day by which it is due as a day, month and year"),
        ({"owners": []}, "Choose who is to do it"),
    ],
)
def test_bad_input_is_said_and_nothing_is_done(promise: Commitment, typed: dict[str, Any], said: str) -> None:
    shown = send(officer(), promise, 400, **typed)
    assert said in shown.main
    assert not Action.objects.exists()
    assert now(promise).standing == "found"


def test_one_without_a_date(promise: Commitment) -> None:
    send(officer(), promise, due="")
    assert Action.objects.get().due is None


def test_a_post_that_is_abolished_is_not_offered(promise: Commitment) -> None:
    Post.objects.filter(abbreviation="DCC").update(abolished_on="2019-04-01")
    assert "Deputy Chief Constable" not in officer().open(page(promise)).main


def test_two_people(promise: Commitment) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ben.open(page(promise))
    mine = ben.form("")
    send(ada, promise)
    owner = str(Post.objects.get(abbreviation="ACC").pk)
    clash = ben.post(page(promise), 409, **{**mine[1], "owner": owner})
    assert "Ada Lorne changed this promise" in clash.main
    assert Action.objects.count() == 1


def test_one_that_was_not_kept_can_still_be_made_one(promise: Commitment) -> None:
    Commitment.objects.update(standing="broken", why="Not seen.", decided_at=make.NOW, decided_by=make.user())
    send(officer(), promise)
    assert now(promise).standing == "promoted"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_the_wrong_role(role: Role, promise: Commitment) -> None:
    Desk(role).open(page(promise), 403)
    Desk(role).post(page(promise), 403, text="So")
    assert not Action.objects.exists()
