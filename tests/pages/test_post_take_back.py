"""What was said of a holder by mistake is taken back."""

from __future__ import annotations

import pytest

from answerable.actions.models import ActionStep
from answerable.core.permissions.roles import Role
from answerable.people.models import Handover, Post
from tests import factories as make
from tests.pages.desk import Desk, officer
from tests.pages.test_post_holder import action, handed, holding, page, post

__all__ = ["action", "post"]


@pytest.fixture
def said(post: Post, action: object) -> Post:
    handed(post)
    return post


def test_the_lists_say_again_who_holds_it(said: Post) -> None:
    ada = officer()
    ada.open(page(said))
    shown = ada.send("/take-back")
    assert "Taken back." in shown.main
    assert holding(said) == [("Dana Fenn", "2019-03-12", None)]
    assert not Handover.objects.exists()
    assert not ActionStep.objects.exists()


def test_an_abolished_post_is_one_again(post: Post, action: object) -> None:
    ada = handed(post, follows="abolished", name="")
    ada.open(page(post))
    ada.send("/take-back")
    post.refresh_from_db()
    assert post.abolished_on is None
    assert holding(post) == [("Dana Fenn", "2019-03-12", None)]


def test_it_is_taken_back_once(said: Post) -> None:
    ada = officer()
    ada.open(page(said))
    form = ada.form("/take-back")
    ada.send(form)
    ada.post(form[0], 404)


def test_who_may_not(said: Post) -> None:
    key = Handover.objects.get().pk
    for role in (Role.COMMISSIONER, Role.CHIEF_OFFICER, Role.AUDITOR):
        Desk(role).post(f"/people/posts/handovers/{key}/take-back", 403)
    Desk(Role.POLICY_OFFICER).open(f"/people/posts/handovers/{key}/take-back", 405)


def test_another_offices_is_not_there(said: Post) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.post("Otter Post", "OP")
        word = Handover.objects.create(
            post=theirs, on=make.NOW.date(), abolished=True, said_at=make.NOW, said_by=make.user()
        )
    officer().post(f"/people/posts/handovers/{word.pk}/take-back", 404)
    assert Handover.objects.filter(pk=word.pk).exists()
