"""However much there is, the pages of inspections and funded work ask as often, at most fifteen times."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import PlanTie
from answerable.core.permissions.roles import Role
from answerable.plans.models import Funding, FundingReport, Inspection, Recommendation
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk

MOST = 15


@pytest.fixture
def pages(db: None) -> list[str]:
    _some(0)
    inspection, one, funding = Inspection.objects.get(), Recommendation.objects.first(), Funding.objects.get()
    assert one
    return [
        "/inspections/", "/inspections/?show=all&text=sooner", "/inspections/reports/",
        f"/inspections/{inspection.pk}/", f"/inspections/{inspection.pk}/edit",
        f"/inspections/{inspection.pk}/response.html", f"/inspections/recommendations/{one.pk}/",
        f"/inspections/recommendations/{one.pk}/edit", "/funding/", "/funding/unreported/",
        f"/funding/{funding.pk}/", f"/funding/{funding.pk}/edit",
    ]  # fmt: skip


def _some(number: int) -> None:
    """A report with two recommendations, one of them superseded, and funded work, tied and asked about."""
    first = Recommendation.objects.order_by("pk").first()
    report = Inspection.objects.first() or follow.inspection(f"Report {number}")
    if number:
        follow.inspection(f"Report {number}", "2018-03-01")
    post = make.post(f"Assistant {number}", f"A{number}")
    item = make.item(make.meeting(f"2019-01-{number % 28 + 1:02}"), "1", f"Calls {number}")
    question = make.entry(item, "question", f"How long, {number}?", ["PCC"])
    make.exchange(question, make.entry(item, "response", "Two minutes.", ["CC"]))
    topic = first.topic if first else make.topic("Callers", [question])
    assert topic
    one = follow.recommendation(report, f"{number}a", post=post, topic=topic)
    old = follow.recommendation(report, f"{number}b", state="superseded", superseded_by=first or one)
    funding = Funding.objects.first() or follow.funding(f"Money {number}", topic=topic)
    if number:
        follow.funding(f"Money {number}", start=follow.day("2017-01-01"))
    FundingReport.objects.create(
        funding=funding, on=make.NOW.date(), text="So far.", at=make.NOW, by=make.user()
    )
    action = make.action(item, f"Do thing {number}.", ["CC"], "2019-04-01")
    for to in ({"recommendation": first or one}, {"funding": funding}):
        PlanTie.objects.create(office=report.office, action=action, at=make.NOW, by=make.user(), **to)
    assert old.superseded_by


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.PANEL_READER])
def test_the_queries_are_as_many_for_ten_times_as_much(pages: list[str], role: Role) -> None:
    client = Desk(role).client
    before = counts(client, pages)
    for number in range(1, 11):
        _some(number)
    assert counts(client, pages) == before
    assert {path: count for path, count in before.items() if count > MOST} == {}


def counts(client: Client, pages: list[str]) -> dict[str, int]:
    found = {}
    for path in pages:
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        found[path] = len(queries)
    return found
