"""The report to the panel: what was asked, given and promised, by objective or about one topic."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.actions.models import Action, PlanTie
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Exchange, Item
from answerable.plans.models import PlanItem, PlanTopic
from answerable.readers import read
from tests import cycle, follow
from tests import factories as make
from tests.pages.desk import Desk

pytestmark = pytest.mark.django_db
SPAN = "from=2018-04-01&to=2019-05-02"


@pytest.fixture
def calls() -> Item:
    """An item about calls, with a question, an action and a promise; and another item with an action."""
    meeting = make.meeting("2019-01-08")
    item = make.item(meeting, "2", "Answering the telephone")
    asked = make.entry(item, "question", "Why do callers wait?", ["PCC"])
    told = make.entry(item, "response", "Nine people joined.", ["CC"])
    make.exchange(asked, told)
    make.action(item, "Show the callers lost.", ["CC"], "2019-03-31")
    make.promise(told, ["CC"], "It will be better by June.", "2019-06-30")
    make.action(make.item(meeting, "3", "Farms"), "Visit the farms.", ["ACC"], state="closed", kept="kept")
    return item


@pytest.fixture
def objective() -> PlanItem:
    return follow.part(follow.plan(), "1", "Answer the public sooner")


def tie(objective: PlanItem, **what: Any) -> None:
    PlanTie.objects.create(office=make.office(), plan_item=objective, at=make.NOW, by=make.user(), **what)


def test_it_tells_by_objective_what_was_done(calls: Item, objective: PlanItem) -> None:
    tie(objective, item=calls)
    page = Desk(Role.POLICY_OFFICER).open(f"/reports/panel/?{SPAN}")
    assert page.heading == "What the Police and Crime Commissioner did"
    assert ["1 Answer the public sooner", "1", "1", "1", "0", "1"] in page.rows()
    assert ["What belongs to no objective", "1", "0", "1", "1", "0"] in page.rows()
    assert (
        "Asked 1 time in 1 meeting. 1 action was given: 1 slipped. 1 promise was made beside them."
        in page.main
    )
    for words in ["Why do callers wait?", "Nine people joined.", "It will be better by June."]:
        assert words in page.main


def test_a_topic_of_a_part_below_an_objective_leads_there_too(calls: Item, objective: PlanItem) -> None:
    delivery = follow.plan("Delivery plan", kind="delivery")
    part = follow.part(delivery, "1.1", "Train nine people", kind="action", serves=objective)
    topic = make.topic("Calls", [calls.entries.all()[0]])
    PlanTopic.objects.create(item=part, topic=topic)
    page = Desk(Role.POLICY_OFFICER).open(f"/reports/panel/?{SPAN}")
    assert ["1 Answer the public sooner", "1", "1", "1", "0", "1"] in page.rows()


def test_an_action_that_is_tied_alone_brings_its_item_not(calls: Item, objective: PlanItem) -> None:
    tie(objective, action=Action.objects.get(text="Visit the farms."))
    page = Desk(Role.POLICY_OFFICER).open(f"/reports/panel/?{SPAN}")
    assert ["1 Answer the public sooner", "1", "0", "1", "1", "0"] in page.rows()
    assert ["What belongs to no objective", "1", "1", "1", "0", "1"] in page.rows()


def test_without_objectives_everything_is_one_section(calls: Item) -> None:
    page = Desk(Role.POLICY_OFFICER).open(f"/reports/panel/?{SPAN}")
    assert "All that was asked, given and promised" in page.main
    assert "Asked 1 time in 1 meeting. 2 actions were given: 1 kept on time" not in page.main
    assert "2 actions were given" in page.main


def test_it_can_be_about_one_topic(calls: Item) -> None:
    topic = make.topic("Calls", [calls.entries.all()[0]])
    page = Desk(Role.POLICY_OFFICER).open(f"/reports/panel/?topic={topic.pk}&{SPAN}")
    assert page.heading == "What the Police and Crime Commissioner did about Calls"
    assert "Show the callers lost." in page.main
    assert "Visit the farms." not in page.main


def test_it_counts_only_what_was_in_the_time(calls: Item) -> None:
    page = Desk(Role.POLICY_OFFICER).open("/reports/panel/?from=2019-02-01&to=2019-05-02")
    assert "Nothing was asked, given or promised about it in this time." in page.main


def test_without_a_time_it_is_the_financial_year_so_far(calls: Item) -> None:
    assert "1 April 2019 to 2 May 2019" in Desk(Role.POLICY_OFFICER).open("/reports/panel/").main


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2019-06-01&to=2019-01-01", "The last day is before the first: write a later one"),
        ("from=soon", "Write the first day as a day, month and year, such as 27/3/2018"),
    ],
)
def test_a_time_that_cannot_be_is_told(query: str, sentence: str, calls: Item) -> None:
    desk = Desk(Role.POLICY_OFFICER)
    assert sentence in desk.open(f"/reports/panel/?{query}", status=400).main
    assert sentence in desk.open(f"/reports/panel.docx?{query}", status=400).main


def test_a_topic_that_is_not_there_is_not_found(calls: Item) -> None:
    Desk(Role.POLICY_OFFICER).open("/reports/panel/?topic=987654", status=404)


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_it_can_be_had_as_a_file(suffix: str, calls: Item, objective: PlanItem) -> None:
    tie(objective, item=calls)
    response = Desk(Role.POLICY_OFFICER).client.get(f"/reports/panel.{suffix}?{SPAN}")
    assert response.status_code == 200
    assert f'filename="panel-2018-04-01-2019-05-02.{suffix}"' in response["Content-Disposition"]
    text = " ".join(read(response.content, f"note.{suffix}").text.split())
    for words in ["1 Answer the public sooner", "Why do callers wait?", "Show the callers lost.", "Slipped"]:
        assert words in text


def test_the_panel_reads_the_open_parts(calls: Item, objective: PlanItem) -> None:
    tie(objective, item=calls)
    Exchange.objects.update(restricted=True)
    Action.objects.filter(text="Show the callers lost.").update(restricted=True)
    desk = Desk(Role.PANEL_READER)
    page = desk.open(f"/reports/panel/?{SPAN}")
    assert "Why do callers wait?" not in page.main
    assert "Show the callers lost." not in page.main
    assert "Visit the farms." in page.main
    officer = Desk(Role.POLICY_OFFICER)
    assert "It holds restricted parts." in officer.open(f"/reports/panel/?{SPAN}").main
    assert "Why do callers wait?" not in officer.open(f"/reports/panel/?{SPAN}&parts=open").main


def test_how_far_the_office_is_assured_stands_in_it(calls: Item) -> None:
    cycle.assurance(calls)
    main = " ".join(Desk(Role.POLICY_OFFICER).open(f"/reports/panel/?{SPAN}").main.split())
    assert "2 Answering the telephone: partly assured, given: they told us" in main


def test_it_only_reads(calls: Item) -> None:
    assert Desk(Role.POLICY_OFFICER).client.post("/reports/panel/").status_code == 405


def test_queries_do_not_grow(calls: Item, objective: PlanItem, django_assert_max_num_queries: Any) -> None:
    for n in range(12):
        part = follow.part(objective.plan, f"2.{n}", "Another")
        tie(part, item=make.item(calls.meeting, str(10 + n), "More"))
    desk = Desk(Role.POLICY_OFFICER)
    with django_assert_max_num_queries(15):
        desk.open(f"/reports/panel/?{SPAN}")
