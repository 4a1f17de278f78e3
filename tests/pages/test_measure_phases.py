"""The step-change register: a person decides that a new phase begins, and may take it back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.measures.models import PhaseChange, Series
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db
REGISTER = "/measures/phases/"
GOOD = {"start": "2018-09-01", "cause": "The new system began."}


@pytest.fixture
def one() -> Series:
    """Fell for good in September 2018, when a new system began."""
    of = measuring.series(measuring.measure())
    measuring.months(of, "2017-04", [*(70.0 + place % 3 for place in range(17)), *[60.0] * 7])
    return of


def decide(one: Series) -> str:
    return f"/measures/series/{one.pk}/phase"


def test_what_has_a_known_cause_waits_for_a_decision(one: Series) -> None:
    desk = officer()
    assert "Waits for a decision" not in desk.open(REGISTER).main
    measuring.event(one.measure, "2018-09-01", "The new system began.")
    page = desk.open(REGISTER)
    assert "Waits for a decision" in page.main
    assert "The new system began" in page.main
    assert decide(one) in page.links
    assert decide(one) in desk.open(f"/measures/{one.measure_id}/").links
    desk.open(decide(one))
    desk.send("/phase", **GOOD)
    assert "Waits for a decision" not in desk.open(REGISTER).main


def test_a_commissioner_decides_with_evidence_and_who_agreed(one: Series) -> None:
    event = measuring.event(one.measure, "2018-09-01", "The new system began.")
    desk = Desk(Role.COMMISSIONER, "Ada Lorne")
    desk.open(decide(one))
    assert desk.form("/phase")[1]["start"] == "2018-09-01"
    more = {"evidence": "The supplier’s log.", "agreed_by": "Assurance meeting", "event": event.pk}
    after = desk.send("/phase", **GOOD, **more)
    assert "Decided." in after.main
    assert "1 September 2018: The new system began." in after.main
    row = desk.open(REGISTER).rows()[0]
    assert row[0] == "1 Sep 2018"
    assert row[1] == "101 calls answered in timeWyvern Valley Police"
    assert row[2].startswith("The new system began.1 September 2018: The new system began.")
    assert row[3].startswith("Assurance meetingdecided by Ada Lorne")
    assert row[4] == "The supplier’s log."
    assert Event.objects.latest("pk").operation == "measures.decide_phase"


def test_the_areas_go_with_it_but_for_those_without_figures_then(one: Series) -> None:
    north, south = (measuring.series(one.measure, measuring.area(name)) for name in ("North", "South"))
    measuring.months(north, "2018-01", [70.0] * 15)
    measuring.months(south, "2018-10", [70.0] * 5)
    desk = officer()
    assert "The same for the areas, each by itself" in words(desk.open(decide(one)))
    desk.send("/phase", **GOOD, areas="yes")
    assert {each.series_id for each in PhaseChange.objects.all()} == {one.pk, north.pk}
    assert Event.objects.filter(operation="measures.decide_phase").count() == 1
    row = desk.open(REGISTER).rows()
    assert len(row) == 1
    assert row[0][1] == "101 calls answered in timeWyvern Valley Police, North"
    assert "Take it back for Wyvern Valley Police" in row[0][2]


def test_one_of_those_decided_together_is_taken_back_alone(one: Series) -> None:
    north = measuring.series(one.measure, measuring.area("North"))
    measuring.months(north, "2018-01", [70.0] * 15)
    desk = officer()
    desk.open(decide(one))
    desk.send("/phase", **GOOD, areas="yes")
    desk.open(f"/measures/phases/{PhaseChange.objects.get(series=north).pk}/take-back")
    desk.send("/take-back", why="North kept the old system.")
    found = [row[1] for row in desk.open(REGISTER).rows()]
    assert sorted(found) == [
        "101 calls answered in timeNorth",
        "101 calls answered in timeWyvern Valley Police",
    ]


def test_a_paper_can_be_its_evidence(one: Series) -> None:
    desk = officer()
    desk.upload(decide(one), b"%PDF-1.4 log", "log.pdf", **GOOD)
    assert "Download log.pdf" in desk.open(REGISTER).main
    assert not Document.objects.get().restricted
    Document.objects.update(restricted=True)
    assert "Download" not in Desk(Role.PANEL_READER).open(REGISTER).main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"start": ""}, "Write the day on which it began"),
        ({"cause": " "}, "Write what changed the figures: without a cause there is no new phase"),
        ({"start": "2019-06-01"}, "that day is still to come"),
        ({"start": "2019-04-15"}, "No period begins on or after that day yet"),
        ({"start": "2017-04-01"}, "Nothing stands before that day"),
        ({"event": "99"}, "Choose what happened from the list"),
        ({"cause": "x" * 2001}, "Shorten the cause to 2,000 letters"),
        ({"agreed_by": "x" * 201}, "Shorten who agreed to 200 letters"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(one: Series, typed: dict[str, str], said: str) -> None:
    desk = officer()
    desk.open(decide(one))
    assert said in desk.send("/phase", 400, **{**GOOD, **typed}).text
    assert not PhaseChange.objects.exists()
    name, value = next(iter(typed.items()))
    assert name == "event" or desk.form("/phase")[1][name].strip() == value.strip()


def test_it_is_decided_once(one: Series) -> None:
    desk = officer()
    desk.open(decide(one))
    form = desk.form("/phase")
    desk.send(form, **GOOD)
    assert "this was done once" in desk.send(form, **GOOD).text
    desk.open(decide(one))
    assert "A phase begins on that day already" in desk.send("/phase", 400, **GOOD).text
    assert PhaseChange.objects.count() == 1


def test_it_is_taken_back_with_a_reason_and_stays_in_the_register(one: Series) -> None:
    phase = measuring.phase(one, "2018-09-01")
    desk = officer("Ada Lorne")
    desk.open(f"/measures/phases/{phase.pk}/take-back")
    assert "Write why the step change is taken back" in desk.send("/take-back", 400, why=" ").text
    after = desk.send("/take-back", why="It was the season.")
    assert "Taken back by Ada Lorne" in words(after)
    assert "It was the season." in after.main
    desk.open(f"/measures/phases/{phase.pk}/take-back")
    assert "taken back already" in desk.send("/take-back", 400, why="Again.").text


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_others_only_read(one: Series, role: Role) -> None:
    phase, desk = measuring.phase(one, "2018-09-01"), Desk(role)
    assert "Take it back" not in desk.open(REGISTER).main
    desk.open(decide(one), 403)
    desk.post(decide(one), 403, **GOOD)
    desk.post(f"/measures/phases/{phase.pk}/take-back", 403, why="x")


def test_what_is_restricted_is_not_in_the_panel_s_register(one: Series) -> None:
    measuring.phase(one, "2018-09-01", "Kestrel began.")
    measuring.event(one.measure, "2018-09-01", "Kestrel began.")
    one.measure.restricted = True
    one.measure.save()
    assert "Kestrel" in officer().open(REGISTER).main
    assert "Kestrel" not in Desk(Role.PANEL_READER).open(REGISTER).main


def test_another_office_s_is_not_found(one: Series) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.phase(measuring.series(measuring.measure("Theirs")), "2018-09-01")
    officer().post(f"/measures/phases/{theirs.pk}/take-back", 404, why="x")
    assert "Theirs" not in contributor().open(REGISTER).main


def test_it_asks_as_much_for_many(one: Series) -> None:
    def queries() -> int:
        desk = officer()
        with CaptureQueriesContext(connection) as found:
            desk.open(REGISTER)
        return len(found)

    measuring.phase(one, "2018-09-01")
    before = queries()
    for number in range(10):
        of = measuring.series(measuring.measure(f"Measure {number}"))
        measuring.months(of, "2017-04", [70.0] * 24)
        measuring.phase(of, "2018-01-01")
        measuring.phase(of, "2018-09-01")
    assert queries() == before <= 15
