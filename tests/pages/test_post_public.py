"""Whether those who hold a post are named in what is published."""

from __future__ import annotations

import pytest

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.people.models import Post
from tests import factories as make
from tests.pages.desk import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def post() -> Post:
    return make.post("Head of Assurance", "HoA", "office")


def desk() -> Desk:
    return Desk(Role.ADMINISTRATOR)


def at(post: Post) -> str:
    return f"/people/posts/{post.pk}/public"


def test_the_office_decides(post: Post) -> None:
    ada = desk()
    assert "are not named" in ada.open(at(post)).main
    ada.send("/public", named="yes")
    post.refresh_from_db()
    assert post.public is True
    assert Event.objects.filter(operation="people.set_public").count() == 1
    ada.open(at(post))
    ada.send("/public", named="")
    post.refresh_from_db()
    assert post.public is None


@pytest.mark.parametrize("named", ["maybe", "-"])
def test_nothing_else_can_be_sent(post: Post, named: str) -> None:
    ada = desk()
    ada.open(at(post))
    page = ada.send("/public", 400, named=named)
    assert "Choose whether those who hold it are named." in page.main
    post.refresh_from_db()
    assert post.public is None


def test_two_people_choose(post: Post) -> None:
    ada, ben = desk(), desk()
    ada.open(at(post))
    ben.open(at(post))
    ben.send("/public", named="yes")
    page = ada.send("/public", 409, named="no")
    assert "Not named" in page.main


def test_others_cannot(post: Post) -> None:
    assert Desk(Role.CONTRIBUTOR).client.get(at(post)).status_code == 403
