"""Recording a decision that is to be published."""

from __future__ import annotations

import pytest

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.publishing.models import DecisionRecord
from tests import factories as make
from tests.pages.desk import Desk, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

TYPED = {
    "title": "A grant for the hostel", "taken_on": "2018-03-27", "taken_by": "Police and Crime Commissioner",
    "decision": "£20,000 for one year.", "ready": "yes",
}  # fmt: skip


def recorded(desk: Desk) -> DecisionRecord:
    desk.open("/decisions/new")
    desk.send("/decisions/new", **TYPED)
    return DecisionRecord.objects.get()


def test_it_gets_the_next_number_of_its_day() -> None:
    ada = officer()
    one = recorded(ada)
    assert one.number == "01/27/03/2018"
    assert one.ready
    assert "01/27/03/2018 A grant for the hostel" in ada.open("/decisions/").main
    assert Event.objects.filter(operation="publishing.record_decision").count() == 1


def test_a_number_that_is_taken_is_refused_and_what_was_typed_stays() -> None:
    ada = officer()
    recorded(ada)
    ada.open("/decisions/new")
    page = ada.send("/decisions/new", 400, **{**TYPED, "number": "01/27/03/2018", "title": "Another"})
    assert "There is a decision with the number 01/27/03/2018 already." in page.main
    assert 'value="Another"' in page.response.content.decode()
    assert DecisionRecord.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title": ""}, "Write what was decided, in a few words"),
        ({"decision": ""}, "Write what was decided"),
        ({"taken_on": ""}, "Write the day on which it was taken"),
        ({"taken_on": "27th of May"}, "Write the day on which it was taken as a day, month and year"),
        ({"taken_by": ""}, "Write who took it, by their post"),
        ({"exempt": "Names."}, "Choose why the exempt part is left out"),
    ],
)
def test_what_is_missing_is_said(typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open("/decisions/new")
    assert said in ada.send("/decisions/new", 400, **{**TYPED, **typed}).main
    assert not DecisionRecord.objects.exists()


def test_it_is_begun_from_a_line_of_minutes() -> None:
    item = make.item(make.meeting("2018-03-27"), "3", "Grants")
    line = make.entry(item, "decision", "The hostel is granted £20,000.")
    secret = make.entry(item, "decision", "Kestrelwind is granted nothing.", restricted=True)
    ada = officer()
    page = ada.open("/decisions/")
    assert "The hostel is granted £20,000." in page.main
    assert "Kestrelwind" not in page.main
    ada.open(f"/decisions/new?entry={line.pk}")
    ada.send(f"/decisions/new?entry={line.pk}", taken_by="Police and Crime Commissioner")
    one = DecisionRecord.objects.get()
    assert (one.entry, one.decision, one.title) == (line, "The hostel is granted £20,000.", "Grants")
    assert ada.client.get(f"/decisions/new?entry={secret.pk}").status_code == 404


def test_it_is_put_right() -> None:
    ada = officer()
    one = recorded(ada)
    ada.open(f"/decisions/{one.pk}/")
    ada.send(f"/decisions/{one.pk}/", decision="£25,000 for one year.")
    one.refresh_from_db()
    assert one.decision == "£25,000 for one year."


def test_two_people_who_change_it_choose() -> None:
    ada, ben = officer("Ada"), officer("Ben")
    one = recorded(ada)
    ada.open(f"/decisions/{one.pk}/")
    ben.open(f"/decisions/{one.pk}/")
    ben.send(f"/decisions/{one.pk}/", decision="£25,000 for one year.")
    page = ada.send(f"/decisions/{one.pk}/", 409, decision="£15,000 for one year.")
    assert "£25,000" in page.main
    assert "£15,000" in page.main


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER])
def test_others_cannot(role: Role) -> None:
    other = Desk(role)
    assert other.client.get("/decisions/new").status_code == 403
    assert other.client.post("/decisions/new", TYPED).status_code == 403
