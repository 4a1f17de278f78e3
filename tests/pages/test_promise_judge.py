"""Somebody says that a promise was kept, or was not, with what was seen."""

from __future__ import annotations

import pytest

from answerable.actions.models import Commitment
from answerable.core.permissions.roles import Role
from tests.pages.desk import Desk, officer, words
from tests.pages.promised import now, promised


@pytest.fixture
def promise(db: None) -> Commitment:
    return promised()


def page(promise: Commitment) -> str:
    return f"/promises/{promise.pk}/"


@pytest.mark.parametrize(
    ("outcome", "standing", "word"), [("kept", "kept", "Kept"), ("broken", "broken", "Not kept")]
)
def test_it_is_said_with_what_was_seen(promise: Commitment, outcome: str, standing: str, word: str) -> None:
    ada = officer("Ada Lorne")
    ada.open(page(promise))
    shown = ada.send("/judge", outcome=outcome, what="The visits list of 24 April names 61 farms.")
    assert f"Standing {word} , 2 May 2019 , said by Ada Lorne" in words(shown)
    assert "The visits list of 24 April names 61 farms." in shown.main
    assert now(promise).standing == standing


def test_both_are_asked_for_and_kept(promise: Commitment) -> None:
    ada = officer()
    ada.open(page(promise))
    shown = ada.send("/judge", 400, what="A list.")
    assert "Choose whether it was kept" in shown.main
    assert shown.tree.xpath("//textarea[@name='what']")[0].text == "A list."
    shown = ada.send("/judge", 400, outcome="kept", what=" ")
    assert "Say what you saw or were told, in a few words" in shown.main
    assert shown.tree.xpath("//input[@id='outcome-kept']/@checked")
    assert now(promise).standing == "found"


def test_too_much_is_refused(promise: Commitment) -> None:
    ada = officer()
    ada.open(page(promise))
    assert "it can have 2,000 characters" in ada.send("/judge", 400, outcome="kept", what="x" * 2001).main


def test_it_is_not_said_twice(promise: Commitment) -> None:
    ada = officer()
    ada.open(page(promise))
    form = ada.form("/judge")
    ada.send(form, outcome="kept", what="Seen.")
    assert "this was done once" in ada.send(form, outcome="kept", what="Seen.").main
    again = ada.post(f"{page(promise)}judge", outcome="broken", what="Not seen.")
    assert "Somebody has said of this promise that it was kept. Take that back first." in again.main
    assert now(promise).standing == "kept"


def test_two_people_say_the_opposite(promise: Commitment) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(page(promise))
    ben.open(page(promise))
    ada.send("/judge", outcome="kept", what="Seen.")
    clash = ben.send("/judge", 409, outcome="broken", what="Half an hour of careful typing.")
    assert "Ada Lorne changed this promise" in clash.main
    assert "Kept: Seen." in clash.main
    assert "Half an hour of careful typing." in clash.response.content.decode()
    assert now(promise).standing == "kept"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_the_wrong_role(role: Role, promise: Commitment) -> None:
    Desk(role).post(f"{page(promise)}judge", 403, outcome="kept", what="Seen.")
    assert now(promise).standing == "found"


def test_the_wrong_method(promise: Commitment) -> None:
    officer().open(f"{page(promise)}judge", 405)
