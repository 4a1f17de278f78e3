"""What accountability adds up to: counts that agree with the register, and say how they are counted."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Action
from answerable.core.actions.outcomes import NAMES, Facts, Outcome, outcome
from answerable.core.permissions.roles import Role
from answerable.offices.models import Area, Force
from answerable.workspace.figures import queries
from answerable.workspace.figures.queries import DIMENSIONS, Span
from answerable.workspace.here import Here
from answerable.workspace.standing import outcome_on
from tests import factories as make
from tests.pages.desk import Desk

Get = Callable[..., Any]
TODAY = dt.date(2019, 5, 2)


def test_it_says_first_what_it_adds_up_to(archive: object, get: Get) -> None:
    page = get("/figures/")
    assert page.heading == "What became of them"
    assert "Of 7 actions given, 1 is done: 1 of 1 that had a date was kept on time." in page.main
    assert "6 are not done: 3 have slipped past the first date, and 1 has lapsed." in page.main
    assert page.rows()[0][:3] == ["2018", "4", "1"]


@pytest.mark.parametrize("by", ["year", "forum", "post", "topic"])
def test_every_number_leads_to_as_many_actions(by: str, archive: object, get: Get) -> None:
    links = get(f"/figures/?by={by}").tree.xpath("//table[contains(@class, 'ans-figures')]//a")
    assert len(links) >= 6
    for link in links:
        assert get(link.get("href")).main.count("Words or number")
        assert len(get(link.get("href")).rows()) == int(link.text_content()), link.get("href")


def test_the_classes_sum_to_what_was_given(archive: object, get: Get) -> None:
    for by in ("year", "forum", "post", "topic"):
        for name, given, *counts in get(f"/figures/?by={by}").rows():
            if name in NAMES.values() or len(counts) < len(NAMES):
                continue
            assert int(given) == sum(map(int, counts[: len(NAMES)])), (by, name)


STATES = ["open", "reported", "closed", "withdrawn"]
DAYS = [None, TODAY - dt.timedelta(days=1), TODAY, TODAY + dt.timedelta(days=1)]


@pytest.mark.django_db
def test_the_database_tells_the_same_as_the_rule() -> None:
    meeting = make.meeting()
    one = make.action(meeting, "Share it.")
    for state in STATES:
        for kept in ("", "kept", "kept late"):
            for first in DAYS:
                for lapses in DAYS:
                    for silent in DAYS:
                        facts = Facts(state, kept, first, lapses, silent)
                        Action.objects.filter(pk=one.pk).update(
                            state=state, kept=kept, first_due=first, lapses_from=lapses, silent_from=silent
                        )
                        told = Action.objects.annotate(outcome=outcome_on(TODAY)).get().outcome
                        assert told == outcome(facts, TODAY), facts


def test_a_span_counts_what_was_given_in_it(archive: object, get: Get) -> None:
    page = get("/figures/?from=2019-01-01&to=2019-12-31")
    assert "Of 3 actions given from 1 January 2019 to 31 December 2019" in page.main
    assert [row[0] for row in page.rows()][:2] == ["2019", "All"]


def test_a_span_that_ends_before_it_begins_is_told(archive: object, client: Client) -> None:
    response = client.get("/figures/?from=2019-06-01&to=2019-01-01")
    assert response.status_code == 400
    assert "The last day is before the first: write a later one" in response.content.decode()


def test_what_cannot_be_counted_by_is_told(archive: object, client: Client) -> None:
    response = client.get("/figures/?by=person")
    assert response.status_code == 400
    assert "Choose what to count by from the list" in response.content.decode()


@pytest.mark.django_db
def test_drafts_are_not_counted(get: Get) -> None:
    make.action(make.meeting(), "Share it.", draft=True, restricted=True)
    assert "No action was given: there is nothing to count." in get("/figures/").main


@pytest.mark.django_db
def test_few_are_told_without_per_cent_or_median(get: Get) -> None:
    meeting = make.meeting()
    for days in (3, 5):
        make.action(meeting, "Share it.", due="2018-05-01", state="closed", kept="kept", days_taken=days)
    page = get("/figures/")
    assert "2 actions are done, or reported as done, after 3 and 5 days: too few for a median." in page.main
    assert "2 of 2 that had a date were kept on time" in page.main
    assert "%" not in page.main


@pytest.mark.django_db
def test_many_have_a_median_and_their_spread(get: Get) -> None:
    meeting = make.meeting()
    for days in range(10, 40):
        make.action(meeting, "Share it.", due="2018-05-01", state="closed", kept="kept", days_taken=days)
    page = get("/figures/")
    assert "Half of the 30 actions that are done, or reported as done, took 24 days or fewer" in page.main
    assert "30 of 30 (100%) that had a date were kept on time" in page.main
    assert ["within a month", "21"] in page.rows()
    assert ["1 to 3 months", "9"] in page.rows()


@pytest.mark.django_db
def test_dates_that_moved_are_counted_with_how_far(get: Get) -> None:
    meeting = make.meeting()
    for days in range(1, 6):
        one = make.action(meeting, "Share it.", due="2018-05-01", slipped=1)
        Action.objects.filter(pk=one.pk).update(due=one.first_due + dt.timedelta(days=10 * days))
    assert (
        "5 of 5 had their date moved, 5 times in all; half of them by 30 days or fewer."
        in get("/figures/").main
    )


@pytest.mark.django_db
def test_what_is_only_reported_is_told_by_its_reports(get: Get) -> None:
    meeting = make.meeting()
    for kept in ("kept", "kept", "kept late"):
        make.action(meeting, "Share it.", due="2018-05-01", state="reported", kept=kept)
    make.action(meeting, "Share it.", state="reported", kept="kept")
    main = get("/figures/").main
    assert "4 actions are reported as done and not accepted yet." in main
    assert "By their reports, 2 of 3 that had a date were done by it." in main


@pytest.mark.django_db
def test_promises_are_counted_apart(get: Get) -> None:
    line = make.entry(make.item(make.meeting(), "1", "Calls"), "response", "It will be done.")
    make.promise(line, ["CC"], "It will be done.")
    assert "1 not decided about, 0 watched" in get("/figures/").main


@pytest.mark.django_db
def test_the_rule_of_every_class_stands_on_the_page(get: Get) -> None:
    page = get("/figures/")
    for name in NAMES.values():
        assert name in page.main
    assert "Every action is in one of these and in no other." in page.main


def test_the_pictures_say_in_words_what_they_show(archive: object, get: Get) -> None:
    labels = get("/figures/").tree.xpath("//*[name()='svg']/@aria-label")
    assert "2018: 1 kept on time, 1 open, 1 slipped, 1 lapsed" in labels


def test_the_table_can_be_had_as_a_file(archive: object, client: Client) -> None:
    content = b"".join(client.get("/figures/figures.csv?by=year"))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0] == ["Year", "Given", *NAMES.values()]
    assert rows[-1][:2] == ["All", "7"]
    assert client.get("/figures/figures.csv?by=person").status_code == 400


@pytest.mark.django_db
def test_the_panel_sees_figures_of_what_is_open() -> None:
    meeting = make.meeting()
    make.action(meeting, "Share it.")
    make.action(meeting, "Hide it.", restricted=True)
    officer, panel = Desk(Role.POLICY_OFFICER), Desk(Role.PANEL_READER)
    assert "Of 2 actions given" in " ".join(officer.open("/figures/").main.split())
    page = " ".join(panel.open("/figures/").main.split())
    assert "Of 1 action given" in page
    assert "and so is what is restricted" in page


@pytest.mark.django_db
def test_areas_are_named_and_counted() -> None:
    meeting = make.meeting()
    make.action(meeting, "Open the Tarnebury desk.")
    make.action(make.item(meeting, "2", "Brackenholt and Tarnebury"), "Share it.")
    make.action(meeting, "Share it again.")
    desk = Desk(Role.POLICY_OFFICER)
    assert "No area is named here yet." in desk.open("/figures/?by=area").main
    desk.open("/figures/areas")
    page = desk.send("/areas", force="Wyvern Valley Police", areas="Tarnebury\nBrackenholt\n\n")
    assert [row[:2] for row in page.rows()][:3] == [["Brackenholt", "1"], ["Tarnebury", "2"], ["All", "3"]]
    assert [str(one) for one in Area.objects.all()] == ["Brackenholt", "Tarnebury"]
    first = Area.objects.get(name="Tarnebury").pk
    desk.open("/figures/areas")
    desk.send("/areas", areas="Tarnebury\nUpper Wyvern")
    assert Area.objects.get(name="Tarnebury").pk == first
    assert Force.objects.get().name == "Wyvern Valley Police"


@pytest.mark.django_db
def test_a_force_without_a_name_is_not_kept() -> None:
    make.meeting()
    desk = Desk(Role.POLICY_OFFICER)
    desk.open("/figures/areas")
    page = desk.send("/areas", force="", areas="Tarnebury")
    assert "Write the force’s name, up to 200 letters." in page.main
    assert "Tarnebury" in page.main
    assert not Area.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.PANEL_READER])
def test_others_do_not_name_areas(role: Role) -> None:
    make.meeting()
    Desk(role).open("/figures/areas", status=403)


@pytest.mark.django_db
def test_two_who_name_areas_both_see_what_the_other_wrote() -> None:
    make.meeting()
    first, second = Desk(Role.POLICY_OFFICER, "First"), Desk(Role.POLICY_OFFICER, "Second")
    first.open("/figures/areas")
    second.open("/figures/areas")
    first.send("/areas", force="Wyvern Valley Police", areas="Tarnebury")
    page = second.send("/areas", status=409, force="Wyvern Valley Police", areas="Brackenholt")
    assert "Tarnebury" in page.main
    assert "Brackenholt" in page.main


@pytest.mark.django_db
def test_queries_do_not_grow(django_assert_max_num_queries: Any) -> None:
    meeting = make.meeting()
    for n in range(30):
        make.action(make.item(meeting, str(n), f"Item {n}"), f"Share {n}.", ["CC"])
    at = Here(make.office(), TODAY)
    for _, count in DIMENSIONS.values():
        with django_assert_max_num_queries(3):
            count(at, Span())


def test_the_whole_is_one_row(archive: object) -> None:
    whole = queries.total(Here(make.office(), TODAY), Span())
    assert whole.given == sum(whole.counts.values())
    assert set(whole.counts) <= set(map(str, Outcome))
