"""Which mails somebody gets is their own to say."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import GIVEN, Role
from answerable.mail.kinds import KINDS
from answerable.mail.models import Wish
from tests.pages.desk import Desk, contributor, words

pytestmark = pytest.mark.django_db
PATH = "/mail/wishes"


def ticked(desk: Desk) -> set[str]:
    page = desk.open(PATH)
    boxes = page.tree.xpath("//input[@name='kind']")
    return {str(one.get("value")) for one in boxes if one.get("checked") is not None}


def choose(desk: Desk, *kinds: str) -> None:
    desk.open(PATH)
    address, held = desk.form(PATH)
    keys = {name: value for name, value in held.items() if name != "kind"}
    desk.post(address, 200, **keys, kind=list(kinds))


def test_at_first_everything_comes() -> None:
    assert ticked(contributor()) == set(KINDS)


@pytest.mark.parametrize("role", GIVEN)
def test_each_chooses_for_themselves(role: Role) -> None:
    desk, other = Desk(role), Desk(role, "Somebody else")
    choose(desk, "overdue", "passed")
    assert ticked(desk) == {"overdue", "passed"}
    assert ticked(other) == set(KINDS)
    assert set(Wish.objects.values_list("user", flat=True)) == {desk.user.pk}
    assert Event.objects.filter(operation="mail.choose_kinds").count() == 1


def test_none_and_all_again() -> None:
    desk = contributor()
    choose(desk)
    assert ticked(desk) == set()
    choose(desk, *KINDS)
    assert ticked(desk) == set(KINDS)
    assert not Wish.objects.exists()


def test_what_is_no_kind_is_left_out() -> None:
    desk = contributor()
    choose(desk, "overdue", "everything", "'; drop")
    assert ticked(desk) == {"overdue"}


def test_sent_twice_it_is_saved_once() -> None:
    desk = contributor()
    desk.open(PATH)
    _, held = desk.form(PATH)
    keys = {name: value for name, value in held.items() if name != "kind"}
    for _ in range(2):
        assert "Saved." in desk.post(PATH, 200, **keys, kind=["given"]).main
    assert Event.objects.filter(operation="mail.choose_kinds").count() == 1


def test_the_way_there_from_ones_account() -> None:
    assert PATH in contributor().open("/account/").links


def test_a_stranger_signs_in_first() -> None:
    assert "next=" in Client().get(PATH)["Location"]


def test_it_says_when_they_come() -> None:
    said = words(contributor().open(PATH))
    assert "at most one a day" in said
    assert "What is restricted is never in them" in said
