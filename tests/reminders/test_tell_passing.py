"""A post is passed on: whoever acts for it is told, and what it owes."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.permissions.roles import Role
from answerable.mail.models import Message, Wish
from answerable.people.models import Post
from answerable.reminders.operations import tell_passing
from tests import factories as make
from tests.follow import acts_for
from tests.signing import person_with

pytestmark = pytest.mark.django_db
ON = dt.date(2019, 6, 3)


@pytest.fixture
def post() -> Post:
    return make.post("Deputy Chief Constable", "DCC")


def passed(post: Post, *actions: object) -> int:
    return tell_passing(
        post=post, leaving=make.person("A. Person"), arriving=make.person("B. Person"), on=ON,
        actions=list(actions), by=make.user(), at=make.NOW,
    )  # fmt: skip


def test_each_account_that_acts_for_it_is_told_once(post: Post) -> None:
    action = make.action(make.item(make.meeting(), "1", "Calls"), "Share the baseline.", ["DCC"])
    for role in (Role.CHIEF_OFFICER, Role.CONTRIBUTOR):
        acts_for(person_with(role, make.office()), post)
    assert passed(post, action) == 2
    assert passed(post, action) == 0
    letter = Message.objects.get(to="chief.officer@wyvern-valley.example")
    assert letter.subject == "Deputy Chief Constable: passes to B. Person on 3 June 2019"
    assert "A. Person held it until then." in letter.text
    assert f"* {action.number}: Share the baseline." in letter.text
    assert f"http://localhost:8000/actions/{action.pk}/" in letter.text


def test_nobody_follows(post: Post) -> None:
    acts_for(person_with(Role.CHIEF_OFFICER, make.office()), post)
    told = tell_passing(
        post=post, leaving=None, arriving=None, on=ON, actions=[], by=make.user(), at=make.NOW
    )  # fmt: skip
    assert told == 1
    assert "passes to nobody yet" in Message.objects.get().text


def test_not_those_who_are_gone_or_do_not_want_it(post: Post) -> None:
    gone, silent = (
        person_with(Role.CHIEF_OFFICER, make.office()),
        person_with(Role.CONTRIBUTOR, make.office()),
    )
    gone.is_active = False
    gone.save()
    Wish.objects.create(user=silent, kind="passed")
    acts_for(gone, post)
    acts_for(silent, post)
    acts_for(person_with(None, None, "Somebody of nowhere"), post)
    assert passed(post) == 0


@pytest.mark.parametrize(
    ("role", "says"), [(Role.CONTRIBUTOR, "restricted, so its words"), (Role.PANEL_READER, None)]
)
def test_restricted_words_stay_on_the_site(post: Post, role: Role, says: str | None) -> None:
    action = make.action(make.item(make.meeting(), "1", "Calls"), "Kestrelwind.", ["DCC"], restricted=True)
    acts_for(person_with(role, make.office()), post)
    assert passed(post, action) == 1
    letter = Message.objects.get()
    assert "Kestrelwind" not in letter.text + letter.html + letter.subject
    assert (says in letter.text) if says else (str(action.number) not in letter.text)
