"""Saying how the public reaches the office."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests import factories as make
from tests.pages.desk import Desk, officer, words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PATH = "/meetings/forums/contact"


def held() -> Office:
    return Office.objects.get(pk=make.office().pk)


def test_what_is_typed_is_kept_and_shown_again() -> None:
    desk = officer()
    desk.open(PATH)
    desk.send("contact", email="office@wyvern-valley.example", post="1 Castle Street\nWyvern",
              ends_on="6/5/2028", successor="Wyvern Valley Mayor")  # fmt: skip
    office = held()
    assert office.contact == {"email": "office@wyvern-valley.example", "post": "1 Castle Street\nWyvern"}
    assert (str(office.ends_on), office.successor) == ("2028-05-06", "Wyvern Valley Mayor")
    desk.open(PATH)
    assert desk.form("contact")[1]["ends_on"] == "6/5/2028"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"email": "two@a.example, b@c.example"}, "Write one email address"),
        ({"telephone": "0" * 1001}, "Write up to 1000 letters for telephone number."),
        ({}, "Nothing was changed"),
    ],
)
def test_what_cannot_be_kept_is_said(typed: dict[str, str], said: str) -> None:
    desk = officer()
    desk.open(PATH)
    page = desk.send("contact", **typed)
    assert said in page.response.content.decode()
    assert held().contact == {}


def test_a_day_that_is_none_is_asked_for_again_with_all_that_was_typed() -> None:
    desk = officer()
    desk.open(PATH)
    page = desk.send("contact", status=400, telephone="0300 000 0000", ends_on="soon")
    assert "Write the office’s last day as a day, month and year" in words(page)
    assert desk.form("contact")[1]["telephone"] == "0300 000 0000"


def test_who_may_not_set_forums_may_not_set_this() -> None:
    Desk(Role.PANEL_READER).open(PATH, status=403)


def test_two_who_change_it_at_once_choose() -> None:
    one, other = officer("Petra First"), officer("Otto Second")
    one.open(PATH)
    other.open(PATH)
    one.send("contact", telephone="0300 000 0001")
    page = other.send("contact", status=409, telephone="0300 000 0002")
    said = page.response.content.decode()
    assert "0300 000 0001" in said
    assert "0300 000 0002" in said
    assert held().contact == {"telephone": "0300 000 0001"}
