"""Grants and posts that the office pays for: put in, reported on, tied to what was asked; and the silence."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.actions.models import Action, PlanTie
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.meetings.models import Exchange
from answerable.plans.models import Funding, FundingReport
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words

NEW = "/funding/new"
GOOD = {
    "kind": "post", "title": "Two call handlers", "recipient": "Wyvern Valley Police", "pence": "62k",
    "start": "2018-04-01", "end": "2020-03-31", "purpose": "Shorter waits on 101", "measure": "101 answering",
    "expected": "Waits under two minutes", "reports_every": "6",
}  # fmt: skip


@pytest.fixture
def one(db: None) -> Funding:
    """Two years from 1 April 2018; a report every six months: one was due on 1 October and on 1 April."""
    return follow.funding(reports_every=6)


def page(one: Funding) -> str:
    return f"/funding/{one.pk}/"


def reported(one: Funding, on: str, text: str = "Waits are shorter.", **fields: Any) -> FundingReport:
    return FundingReport.objects.create(
        funding=one, on=follow.day(on), text=text, at=make.NOW, by=make.user(), **fields
    )


def test_a_post_is_put_in(db: None) -> None:
    ada = officer()
    ada.open(NEW)
    after = ada.send("/new", **GOOD, wanted_from="2018-04-01", filled_on="2018-06-01")
    said = words(after)
    assert after.heading == "Two call handlers"
    assert "£62,000, from 1 April 2018 to 31 March 2020" in said
    assert "Paid by now: about £33,672 of £62,000, counted evenly by day." in said
    assert "The post was wanted from 1 April 2018, filled 2 months after it was wanted (1 June 2018)." in said
    assert "Nothing was ever reported: a report has been overdue since 1 October 2018, 7 months." in said
    assert "What shows it 101 answering" in said
    assert Funding.objects.get().pence == 62_000_00
    assert Event.objects.latest("pk").summary == "Put in the funded work Two call handlers."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"pence": "about sixty"}, "“about sixty” is not an amount of money"),
        ({"pence": ""}, "Write the amount, such as £62,000, 62k or 1.2m"),
        ({"pence": "-5"}, "“-5” is below nothing"),
        ({"title": ""}, "Write what it is called"),
        ({"recipient": ""}, "Write who gets the money"),
        ({"purpose": " "}, "Write what it is for"),
        ({"start": ""}, "Write the day on which it begins"),
        ({"start": "32/1/2018"}, "Write the day on which it begins as a day, month and year"),
        ({"end": "2018-03-31"}, "It ends before it begins"),
        (
            {"wanted_from": "2018-06-01", "filled_on": "2018-05-01"},
            "The post was filled before it was wanted",
        ),
        ({"reports_every": "often"}, "Write the months between two reports, a whole number from 1 to 60"),
        ({"reports_every": "0"}, "a whole number from 1 to 60"),
        ({"objective": "99"}, "Choose an objective from the list"),
        ({"topic": "99"}, "Choose a topic from the list"),
        ({"kind": "loan"}, "Choose what is paid for from the list"),
        ({"title": "x" * 201}, "Shorten the title to 200 letters"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(db: None, typed: dict[str, str], said: str) -> None:
    ada = officer()
    after = ada.post(NEW, 400, **{**GOOD, **typed})
    assert said in after.text
    assert not Funding.objects.exists()
    held = ada.form("/new")[1]
    name, value = next(iter(typed.items()))
    assert name in ("kind", "objective", "topic") or held[name].strip() == value.strip()


def test_it_is_put_in_once_and_named_once(db: None) -> None:
    ada = officer()
    ada.open(NEW)
    form = ada.form("/new")
    ada.send(form, **GOOD)
    assert "this was done once" in ada.send(form, **GOOD).text
    ada.open(NEW)
    assert "There is “two call handlers” from that day on already" in (
        ada.send("/new", 400, **{**GOOD, "title": "two call handlers"}).text
    )
    assert Funding.objects.count() == 1


def test_it_is_edited_and_what_did_not_change_stays(one: Funding) -> None:
    ada = officer()
    ada.open(f"{page(one)}edit")
    assert ada.form("/edit")[1]["pence"] == "£62,000"
    after = ada.send("/edit", pence="£64,000.50", follows="The force pays for them itself.")
    assert "£64,000.50, from 1 April 2018" in after.main
    assert "The force pays for them itself." in after.main
    one.refresh_from_db()
    assert (one.pence, one.reports_every) == (64_000_50, 6)
    ada.open(f"{page(one)}edit")
    assert "Nothing was changed" in ada.send("/edit", 400).text


def test_two_people_edit_it(one: Funding) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(f"{page(one)}edit")
    ben.open(f"{page(one)}edit")
    ada.send("/edit", pence="70k")
    clash = ben.send("/edit", 409, pence="80k", measure="101 answering")
    assert "Ada Lorne changed the funded work" in clash.main
    assert "£70,000" in clash.main
    ben.send("/edit", choose__pence="theirs", choose__measure="mine")
    one.refresh_from_db()
    assert (one.pence, one.measure) == (70_000_00, "101 answering")


def test_a_report_is_noted_with_its_paper(one: Funding) -> None:
    ada = officer("Ada Lorne")
    after = ada.upload(
        f"{page(one)}reports", b"%PDF-1.4 report", "report.pdf", on="2019-04-10", text="Waits are shorter."
    )
    said = words(after)
    assert "10 April 2019 Waits are shorter. Noted by Ada Lorne. Download report.pdf" in said
    assert "The next report is due by 1 October 2019." in said
    assert "overdue" not in said
    assert not Document.objects.get().restricted


def test_a_report_needs_no_paper(one: Funding) -> None:
    ada = officer()
    ada.open(page(one))
    assert "Waits are shorter." in ada.send("/reports", on="2019-04-10", text="Waits are shorter.").main
    assert FundingReport.objects.get().document is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": ""}, "Write the day on which it was reported"),
        ({"text": " "}, "Write what came of it, or that it is not known yet"),
        ({"on": "2019-05-03"}, "that day is still to come"),
        ({"on": "2018-03-31"}, "on that day the money had not begun"),
        ({"text": "x" * 10_001}, "Shorten the report to 10,000 letters"),
    ],
)
def test_a_report_that_cannot_be_is_kept_on_the_page(one: Funding, typed: dict[str, str], said: str) -> None:
    ada = officer()
    after = ada.post(
        f"{page(one)}reports", 400, **{"on": "2019-04-10", "text": "Waits are shorter.", **typed}
    )
    assert said in after.text
    held = ada.form("/reports")[1]
    assert held["text"].strip() == typed.get("text", "Waits are shorter.").strip()
    assert not FundingReport.objects.exists()


def test_an_empty_paper_is_refused(one: Funding) -> None:
    after = officer().upload(f"{page(one)}reports", b"", on="2019-04-10", text="Shorter.", status=400)
    assert "briefing.txt is empty" in after.main
    assert not FundingReport.objects.exists()


def test_a_report_in_confidence_is_for_those_who_may_read_it(one: Funding) -> None:
    ada = officer()
    ada.upload(f"{page(one)}reports", b"secret", on="2019-04-10", text="Kestrel left.", restricted="yes")
    assert "Kestrel left." in ada.open(page(one)).main
    assert Event.objects.filter(operation="view").exists()
    shown = Desk(Role.PANEL_READER).open(page(one)).main
    assert "Kestrel" not in shown
    assert "10 April 2019: a report that is kept from this page" in shown
    assert "Download" not in shown


def test_what_was_asked_and_answered_about_it(one: Funding) -> None:
    item = make.item(make.meeting("2019-04-02"), "2.1", "Calls")
    question = make.entry(item, "question", "How long do callers wait?", ["PCC"])
    make.exchange(question, make.entry(item, "response", "Two minutes.", ["CC"]))
    other = make.item(item.meeting, "3", "Custody")
    make.exchange(
        make.entry(other, "question", "How full is custody?", ["PCC"]), make.entry(other, "response", "x")
    )
    one.topic = make.topic("Callers", [question])
    one.save()
    said = words(officer().open(page(one)))
    assert "PCC How long do callers wait?" in said
    assert "Two minutes." in said
    assert "custody" not in said
    Exchange.objects.update(restricted=True)
    assert "How long do callers wait?" not in Desk(Role.PANEL_READER).open(page(one)).main


def test_actions_are_tied_to_it(one: Funding) -> None:
    item = make.item(make.meeting("2019-04-02"), "1", "Calls")
    action = make.action(item, "Show what the handlers did.", ["DCC"], "2019-04-30")
    Action.objects.filter(pk=action.pk).update(number="A-0012")
    ada = officer()
    ada.open(page(one))
    assert "Show what the handlers did." in ada.send("/tie", action="A-0012").main
    ada.open(page(one))
    assert "That is tied to it already." in ada.send("/tie", action="12").main
    Action.objects.update(restricted=True)
    assert "handlers did" not in Desk(Role.PANEL_READER).open(page(one)).main
    ada.open(page(one))
    ada.send("/untie")
    assert not PlanTie.objects.exists()
    assert "There is no action “99”" in ada.post(f"{page(one)}tie", 400, action="99").main


def test_paid_for_and_nothing_reported(one: Funding) -> None:
    reported(follow.funding("A grant that is told of", reports_every=6), "2019-04-01")
    follow.funding("A grant without a rhythm", kind="grant", start=follow.day("2018-04-01"), end=None)
    follow.funding("A young grant", kind="grant", start=follow.day("2018-06-01"))
    follow.funding("One to come", start=follow.day("2019-06-01"))
    page = officer().open("/funding/unreported/")
    assert "A report is overdue for 2 of 4 pieces of work that began." in page.main
    assert (
        "About £33,672 of £62,000 was paid for them by today, without 1 of which no end was set." in page.main
    )
    assert "it is not what the bank says" in page.main
    assert [row[0][:24] for row in page.rows()] == ["Two call handlersShorter", "A grant without a rhythm"]
    assert page.rows()[0][2:] == [
        "1 Oct 20187 months", "twice a year", "never", "about £33,672 of £62,000",
    ]  # fmt: skip
    assert page.rows()[1][3] == "none was agreed"


def test_nothing_overdue_is_said(one: Funding) -> None:
    assert "overdue for 1 of 1 piece of work" in officer().open("/funding/unreported/").main
    reported(one, "2019-04-01")
    said = officer().open("/funding/unreported/").main
    assert "No report is overdue for the 1 piece of work that began." in said
    Funding.objects.all().delete()
    assert "Nothing that we pay for has begun." in officer().open("/funding/unreported/").main


def test_the_list_adds_up_with_denominators(one: Funding) -> None:
    reported(
        follow.funding("A grant", kind="grant", pence=38_000_00, end=follow.day("2019-06-30")), "2019-01-01"
    )
    shown = officer().open("/funding/")
    assert "£100,000 for 2 pieces of work. A report is overdue for 1 of 2: £62,000 of £100,000." in shown.main
    assert (
        "1 ends within 6 months and nothing is said of what follows the money: A grant, 30 June 2019."
        in shown.main
    )


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Two call handlers", "A grant", "An old post"]),
        ("?kind=grant", ["A grant"]),
        ("?show=ended", ["An old post"]),
        ("?show=running", ["Two call handlers", "A grant"]),
        ("?show=overdue", ["Two call handlers", "An old post"]),
        ("?show=empty", ["An old post"]),
        ("?text=refuge", ["A grant"]),
        ("?text=nothing+like+it", []),
    ],
)
def test_the_list_is_filtered(one: Funding, query: str, titles: list[str]) -> None:
    reported(
        follow.funding("A grant", kind="grant", recipient="Valley Refuge", start=follow.day("2018-02-01")),
        "2018-03-01",
    )
    follow.funding("An old post", start=follow.day("2015-04-01"), end=follow.day("2016-03-31"),
                   wanted_from=follow.day("2015-04-01"))  # fmt: skip
    rows = officer().open(f"/funding/{query}").rows()
    assert len(rows) == len(titles)
    assert all(row[0].startswith(title) for row, title in zip(rows, titles, strict=True))


def test_a_filter_that_is_none(one: Funding) -> None:
    assert "Choose what to show from the list" in officer().open("/funding/?show=odd", 400).main


def test_a_post_that_nobody_holds(db: None) -> None:
    follow.funding(wanted_from=follow.day("2019-04-02"), start=follow.day("2019-04-01"))
    assert "not filled, 30 days after it was wanted" in officer().open("/funding/").main


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_others_only_read(one: Funding, role: Role) -> None:
    desk = Desk(role)
    shown = desk.open(page(one)).main
    for said in ("Note a report", "Change what is said", "Tie an action"):
        assert said not in shown
    desk.open(f"{page(one)}edit", 403)
    desk.post(f"{page(one)}reports", 403, on="2019-04-10", text="x")
    desk.post(f"{page(one)}tie", 403, action="1")


def test_another_offices_is_not_found(db: None) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = follow.funding("Theirs")
    officer().open(page(theirs), 404)
    contributor().open(page(theirs), 404)
