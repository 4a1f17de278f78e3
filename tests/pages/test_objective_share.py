"""How much of holding to account each objective got in a year, counted by hand here."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import PlanTie
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item, TopicLink
from answerable.plans.models import Plan, PlanItem, PlanTopic
from answerable.workspace.plans.share_queries import days_of, year_name, year_of
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, officer


def tie(part: PlanItem, **what: object) -> PlanTie:
    return PlanTie.objects.create(office=make.office(), plan_item=part, at=make.NOW, by=make.user(), **what)


def spoken(date: str, title: str) -> Item:
    """An agenda item with a question that was answered, an action and a promise under it."""
    item = make.item(make.meeting(date), "1", title)
    asked = make.entry(item, "question", f"What of {title}?", ["PCC"])
    answered = make.entry(item, "response", f"{title} goes well.", ["CC"])
    make.exchange(asked, answered)
    make.action(item, f"Report on {title}", ["DCC"])
    make.promise(answered, ["CC"], f"{title} will be done.", None)
    return item


@pytest.fixture
def plan(db: None) -> Plan:
    """Four objectives: one reached by a tie, one by a topic, one through another plan, one by nothing."""
    plan = follow.plan("Police and Crime Plan")
    for at, text in enumerate(("Answer sooner", "Help victims", "Safer roads", "Fewer burglaries"), 1):
        follow.part(plan, str(at), text)
    return plan


def rows(path: str = "/plans/share") -> dict[str, list[int]]:
    page = officer().open(path)
    found = {}
    for row in page.tree.xpath("//tbody/tr"):
        head, *cells = [" ".join(cell.text_content().split()) for cell in row]
        found[head] = [int(one) for one in cells]
    return found


def part(number: str) -> PlanItem:
    return PlanItem.objects.get(plan__name="Police and Crime Plan", number=number)


def test_nothing_belongs_to_an_objective_yet(plan: Plan) -> None:
    spoken("2019-04-09", "101")
    assert rows() == {
        "1 Answer sooner": [0] * 5, "2 Help victims": [0] * 5, "3 Safer roads": [0] * 5,
        "4 Fewer burglaries": [0] * 5, "No objective": [1, 1, 1, 1, 1], "All there was": [1, 1, 1, 1, 1],
    }  # fmt: skip


def test_ties_topics_and_other_plans_are_counted_by_hand(plan: Plan) -> None:
    calls, victims = spoken("2019-04-09", "101"), spoken("2019-04-16", "Victims")
    roads = spoken("2019-04-23", "Roads")
    spoken("2019-04-30", "Estates")
    tie(part("1"), item=calls)
    PlanTopic.objects.create(item=part("2"), topic=make.topic("Victims", [victims.entries.all()[0]]))
    delivery = follow.plan("Delivery plan", kind="delivery", serves=plan)
    above = follow.part(delivery, "D", "Roads", serves=part("3"))
    below = follow.part(delivery, "D1", "Cameras", kind="action", parent=above)
    tie(below, action=roads.actions.get())
    page = officer().open("/plans/share").main
    assert "2019/20: 2 of 4 agenda items and 3 of 4 actions belong to an objective" in page
    assert "nothing was asked or given under 4." in page
    assert rows() == {
        "1 Answer sooner": [1, 1, 1, 1, 1],  # the item, with all that stands under it
        "2 Help victims": [1, 1, 1, 1, 1],  # what stands with its line under no other heading: as on its page
        "3 Safer roads": [1, 0, 0, 1, 0],  # one action, through the plan that serves the objective
        "4 Fewer burglaries": [0, 0, 0, 0, 0],
        "No objective": [1, 2, 2, 1, 2],
        "All there was": [4, 4, 4, 4, 4],
    }


def test_a_topic_of_a_whole_item_brings_all_that_stands_under_it(plan: Plan) -> None:
    item = spoken("2019-04-09", "101")
    topic = make.topic("101", [])
    TopicLink.objects.create(topic=topic, meeting=item.meeting, item=item)
    PlanTopic.objects.create(item=part("1"), topic=topic)
    assert rows()["1 Answer sooner"] == [1, 1, 1, 1, 1]


def test_what_belongs_to_two_counts_for_both_and_once_in_all(plan: Plan) -> None:
    item = spoken("2019-04-09", "101")
    tie(part("1"), item=item)
    tie(part("2"), item=item)
    found = rows()
    assert found["1 Answer sooner"] == found["2 Help victims"] == [1] * 5
    assert found["No objective"] == [0] * 5


def test_a_topic_that_was_merged_leads_to_where_it_went(plan: Plan) -> None:
    item = spoken("2019-04-09", "101")
    kept = make.topic("101", [item.entries.all()[0]])
    merged = make.topic("Calls", [])
    merged.state, merged.merged_into = "merged", kept
    merged.save()
    PlanTopic.objects.create(item=part("1"), topic=merged)
    assert rows()["1 Answer sooner"][:3] == [1, 1, 1]


def test_a_year_is_a_financial_year(plan: Plan) -> None:
    for date in ("2018-03-31", "2018-04-01", "2019-03-31"):
        tie(part("1"), item=spoken(date, f"On {date}"))
    assert rows("/plans/share?year=2018")["1 Answer sooner"] == [2] * 5
    assert rows("/plans/share?year=2017")["1 Answer sooner"] == [1] * 5
    assert (year_of(dt.date(2019, 3, 31)), year_of(dt.date(2019, 4, 1))) == (2018, 2019)
    assert (year_name(1999), days_of(2018)) == ("1999/00", (dt.date(2018, 4, 1), dt.date(2019, 3, 31)))


def test_what_is_planned_or_cancelled_is_not_counted(plan: Plan) -> None:
    tie(part("1"), item=spoken("2019-04-09", "101"))
    for date, state in (("2019-04-16", "planned"), ("2019-04-23", "cancelled")):
        item = spoken(date, state)
        item.meeting.state = state
        item.meeting.save()
        tie(part("1"), item=item)
    assert rows()["1 Answer sooner"] == [1] * 5


def test_restricted_parts_count_for_those_who_may_read_them(plan: Plan) -> None:
    item = spoken("2019-04-09", "101")
    for one in (item, *item.exchanges.all(), *item.actions.all(), *item.commitments.all()):
        one.restricted = True
        one.save()
    tie(part("1"), item=item)
    assert rows()["1 Answer sooner"] == [1] * 5
    main = Desk(Role.PANEL_READER).open("/plans/share").main
    assert "0 of 0 agenda items" in main


@pytest.mark.parametrize("query", ["plan=999", "plan=x", "year=1999", "year=soon"])
def test_what_is_not_on_the_lists(plan: Plan, query: str) -> None:
    spoken("2019-04-09", "101")
    assert "from the list" in officer().open(f"/plans/share?{query}", 400).main


def test_the_picture_says_in_words_what_it_shows(plan: Plan) -> None:
    tie(part("1"), item=spoken("2019-04-09", "101"))
    label = officer().open("/plans/share").tree.xpath("//*[local-name()='svg'][@role='img']/@aria-label")
    assert (
        "Agenda items: 1 Answer sooner, 1; 2 Help victims, 0; 3 Safer roads, 0; 4 Fewer burglaries, 0;"
        " No objective, 0" in label
    )


def test_the_queries_are_as_many_at_ten_times_the_size(plan: Plan) -> None:
    ada = officer()

    def fill(count: int) -> None:
        for at in range(count):
            item = spoken(
                (dt.date(2018, 6, 1) + dt.timedelta(count * 3 + at)).isoformat(), f"Thing {count} {at}"
            )
            tie(part("1"), item=item)
            topic = make.topic(f"Thing {count} {at}", [item.entries.all()[0]])
            PlanTopic.objects.create(item=part("2"), topic=topic)

    def counted() -> int:
        ada.open("/plans/share?year=2018")
        with CaptureQueriesContext(connection) as queries:
            ada.open("/plans/share?year=2018")
        return len(queries)

    fill(2)
    before = counted()
    fill(20)
    assert counted() == before
    assert before <= 15
