"""What waits to be decided, on the front page of who may decide it."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from answerable.publishing.models import Publication
from tests import factories as make
from tests import publish
from tests.pages.desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposed() -> None:
    publish.published("office")
    publish.put("minutes", make.meeting("2018-03-27"), title="Minutes of 27 March 2018")


@pytest.mark.usefixtures("proposed")
def test_who_decides_is_led_to_it() -> None:
    page = Desk(Role.COMMISSIONER).open("/")
    assert "1 publication waits to be decided" in page.main


@pytest.mark.usefixtures("proposed")
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.PANEL_READER, Role.AUDITOR])
def test_who_does_not_decide_is_told_nothing(role: Role) -> None:
    assert "to be decided" not in Desk(role).open("/").main


@pytest.mark.usefixtures("proposed")
def test_what_waits_in_another_office_is_not_counted() -> None:
    other = Office.objects.create(name="Otterdale", slug="otterdale")
    Publication.objects.update(office=other)
    assert "to be decided" not in Desk(Role.COMMISSIONER).open("/").main


def test_where_nothing_waits_nothing_is_said() -> None:
    publish.published("office")
    make.meeting("2018-03-27")
    assert "to be decided" not in Desk(Role.COMMISSIONER).open("/").main
