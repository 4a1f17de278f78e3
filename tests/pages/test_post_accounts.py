"""Which accounts act for a post."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.people.models import ActsFor, Post
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer


@pytest.fixture
def post(db: None) -> Post:
    return make.post("Deputy Chief Constable", "DCC")


def page(post: Post) -> str:
    return f"/people/posts/{post.pk}/accounts"


def test_they_are_chosen_and_left_out_again(post: Post) -> None:
    cal, dee = contributor("Cal Fenn"), Desk(Role.CHIEF_OFFICER, "Dee Hart")
    ada = officer()
    shown = ada.open(page(post))
    assert "Cal Fenn" in shown.main
    assert "Policy officer" not in shown.main
    form = ada.form("/accounts")
    shown = ada.send(form, account=[str(cal.user.pk), str(dee.user.pk)])
    assert "Saved." in shown.main
    assert "Cal Fenn and Dee Hart act for it here." in shown.main
    assert Event.objects.get(operation="people.set_acting").summary == (
        "Cal Fenn, Dee Hart act for Deputy Chief Constable."
    )
    ada.open(page(post))
    ada.send("/accounts", account=[])
    assert not ActsFor.objects.exists()


def test_accounts_of_the_other_side_are_not_to_be_chosen(post: Post) -> None:
    ada = officer()
    shown = ada.post(page(post), 400, account=[str(ada.user.pk)])
    assert "Nothing was changed" in shown.main
    assert not ActsFor.objects.exists()


def test_two_who_say_it_at_once(post: Post) -> None:
    cal, dee = contributor("Cal Fenn"), Desk(Role.CHIEF_OFFICER, "Dee Hart")
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ben.open(page(post))
    mine = ben.form("/accounts")
    ada.open(page(post))
    ada.send("/accounts", account=[str(cal.user.pk)])
    shown = ben.send(mine, 409, account=[str(dee.user.pk)])
    assert "Cal Fenn" in shown.main
    assert "Dee Hart" in shown.main
    assert ActsFor.objects.get().user == cal.user


def test_the_second_of_two_puts_all_of_theirs_in_its_place(post: Post) -> None:
    cal, dee, eve = contributor("Cal Fenn"), Desk(Role.CHIEF_OFFICER, "Dee Hart"), contributor("Eve Marl")
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ben.open(page(post))
    mine = ben.form("/accounts")
    ada.open(page(post))
    ada.send("/accounts", account=[str(cal.user.pk)])
    shown = ben.send(mine, 409, account=[str(dee.user.pk), str(eve.user.pk)])
    form = next(one for one in shown.tree.iter("form") if one.get("action") == page(post))
    carried = QueryDict(urlencode(form.form_values()))
    ben.post(page(post), **{**dict(carried.lists()), "choose-": "mine"})
    assert {one.user for one in ActsFor.objects.all()} == {dee.user, eve.user}


def test_sent_twice_it_is_done_once(post: Post) -> None:
    cal, ada = contributor(), officer()
    ada.open(page(post))
    form = ada.form("/accounts")
    ada.send(form, account=[str(cal.user.pk)])
    assert "this was done once" in ada.send(form, account=[str(cal.user.pk)]).main


def test_where_nobody_has_an_account_it_says_so(post: Post) -> None:
    assert "Nobody of the force has an account yet." in officer().open(page(post)).main


def test_who_may(post: Post) -> None:
    Desk(Role.ADMINISTRATOR).open(page(post))
    for role in (Role.COMMISSIONER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR):
        Desk(role).open(page(post), 403)


def test_another_offices_post_is_not_there(post: Post) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.post("Otter Post", "OP")
    officer().open(page(theirs), 404)
