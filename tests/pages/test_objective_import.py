"""A plan out of a spreadsheet: looked at first, then imported whole or not at all, again and newer."""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.plans.models import Plan, PlanItem, PlanProgress
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words

CSV = (
    "Ref,Action,Lead,Target date,Status,% complete,Update\n"
    "1,Train every call handler,DCC,31/03/2019,Complete,100%,All are trained.\n"
    "2,Publish the waiting times,DCC,30 June 2019,Amber,40%,\n"
    "3,Ask callers what they think,ACC,TBC,Not started,,\n"
)
NEWER = (
    "Ref,Action,Lead,Target date,Status,% complete,Update\n"
    "1,Train every call handler,DCC,31/03/2019,Complete,100%,All are trained.\n"
    "2,Publish the waiting times each month,DCC,31/07/2019,Amber,60%,The page is drawn up.\n"
    "4,Answer mail within a day,ACC,,Not started,,\n"
)


def workbook(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()


@pytest.fixture
def ada(db: None) -> Desk:
    return officer("Ada Lorne")


def look(ada: Desk, content: str | bytes = CSV, name: str = "call-plan.csv", **more: str) -> Any:
    data = content.encode() if isinstance(content, str) else content
    return ada.upload("/plans/import", data, name, **more)


def confirm(ada: Desk, **typed: str) -> Any:
    assert ada.page is not None
    return ada.send(_form(ada), **typed)


def _form(ada: Desk) -> tuple[str, dict[str, str]]:
    """The form that imports: the one that is sent, not the one that shows again."""
    assert ada.page is not None
    form = next(
        one
        for one in ada.page.tree.get_element_by_id("main-content").iter("form")
        if one.get("method") == "post"
    )
    return str(form.get("action")), {name: str(value or "") for name, value in form.fields.items() if name}


def test_it_is_looked_at_first(ada: Desk) -> None:
    shown = look(ada)
    assert "Read call-plan.csv: nothing is imported yet." in shown.main
    assert "3 parts would be imported as a new plan, call plan. Nothing is imported yet." in shown.main
    assert "“TBC” is no day: the part has no due date" in shown.main
    assert "Action, DCC, due 31 Mar 2019, done, 100%" in shown.main
    assert not Plan.objects.exists()
    assert Document.objects.get().restricted


def test_confirmed_it_is_imported_whole(ada: Desk) -> None:
    dcc = make.post("Deputy Chief Constable", "DCC")
    look(ada)
    shown = confirm(ada)
    assert "Imported 3 parts." in shown.main
    assert "1 of 3 actions done, 1 under way, 1 not started." in shown.main
    parts = {one.number: one for one in PlanItem.objects.all()}
    assert [parts[one].state for one in "123"] == ["done", "under-way", "not-started"]
    assert (parts["2"].progress, parts["2"].owner, parts["2"].post, parts["2"].row) == (40, "DCC", dcc, 3)
    assert str(parts["2"].due) == "2019-06-30"
    said = {one.item.number: one.text for one in PlanProgress.objects.all()}
    assert said == {"1": "All are trained.", "2": "As it stands in call-plan.csv, row 3."}
    event = Event.objects.get(operation="plans.import_plan")
    assert event.summary == "Imported the plan call plan: 3 new."


def test_the_same_file_again_changes_nothing(ada: Desk) -> None:
    look(ada)
    confirm(ada)
    plan = Plan.objects.get()
    shown = look(ada, plan=str(plan.pk))
    assert "call plan says all of this already: there is nothing to import." in shown.main
    before = list(PlanItem.objects.values())
    hidden = {"plan": str(plan.pk), "sheet": "", "head": "1"}
    refused = ada.post(f"/plans/import/{Document.objects.get().pk}/", **hidden)
    assert "Nothing was changed: the plan says all of this already." in refused.main
    assert list(PlanItem.objects.values()) == before
    assert PlanProgress.objects.count() == 2


def test_a_newer_version_changes_parts_by_their_numbers(ada: Desk) -> None:
    look(ada)
    confirm(ada)
    plan, keys = Plan.objects.get(), dict(PlanItem.objects.values_list("number", "pk"))
    shown = look(ada, NEWER, "call-plan-may.csv", plan=str(plan.pk))
    assert "call plan: 1 new part, 1 changed, 1 dropped, 1 as they were." in shown.main
    assert "Per cent done: “40%” becomes “60%”" in shown.main
    assert "Dropped: it is not in the file any more. Its history stays." in shown.main
    confirm(ada)
    now = {one.number: one for one in PlanItem.objects.all()}
    assert {number: now[number].pk for number in keys} == keys
    assert (now["2"].text, now["2"].progress) == ("Publish the waiting times each month", 60)
    assert now["3"].state == "dropped"
    assert [one.progress for one in now["2"].reports.all()] == [40, 60]
    assert now["3"].reports.get().text == "It is not in call-plan-may.csv any more."
    assert plan.items.count() == 4


def test_what_was_reported_since_is_shown_before_it_is_written_over(ada: Desk) -> None:
    look(ada)
    confirm(ada)
    plan, second = Plan.objects.get(), PlanItem.objects.get(number="2")
    shown = look(ada, NEWER, "newer.csv", plan=str(plan.pk))
    jude = contributor("Jude Fenn")
    jude.open(f"/plans/parts/{second.pk}/")
    jude.send("/progress", state="done", text="It is published.")
    assert shown.status == 200
    ada.page = shown
    refused = confirm(ada)
    assert "Somebody changed the plan since you looked at this: look at the changes again." in refused.main
    assert "State: “done” becomes “under way”" in refused.main
    second.refresh_from_db()
    assert second.state == "done"


FAULTY = (
    "Ref,Action,Lead,Target date,Status,% complete\n"
    "1,Train every call handler,DCC,31/02/2019,Complete,100%\n"
    "1,Publish the waiting times,DCC,,purple,140%\n"
)


def test_every_fault_names_its_cell_and_nothing_is_imported(ada: Desk) -> None:
    shown = look(ada, FAULTY)
    faults = [" ".join(one.text_content().split()) for one in shown.tree.xpath("//ul[@id='faults']/li")]
    assert faults == [
        "Row 2, column D: “31/02/2019” is no day: write it as 28/02/2019.",
        "Row 3, column A: number 1 stands in row 2 already: give each row a number of its own.",
        "Row 3, column E: “purple” is no state that is known: write not started, under way, done or dropped.",
        "Row 3, column F: 140% is over 100 per cent: write a number from 0 to 100.",
    ]
    assert "4 cells cannot be used, so nothing can be imported." in shown.main
    key = Document.objects.get().pk
    ada.post(f"/plans/import/{key}/", 400, name="A plan", kind="action")
    assert not Plan.objects.exists()


def test_sheets_rows_and_columns_are_chosen(ada: Desk) -> None:
    data = workbook(
        ("Read me", [["How to use this"]]),
        ("Plan", [["Homicide plan"], ["Ref", "Action", "Notes", "Owner"], ["A", "Do a", "ACC", "DCC"]]),
        ("Old plan", [["Ref", "Action"], ["B", "Do b"]]),
    )
    look(ada, data, "plan.xlsx")
    form = next(
        one
        for one in ada.page.tree.get_element_by_id("main-content").iter("form")
        if one.get("method") == "get"  # type: ignore[union-attr]
    )
    held = {name: str(value or "") for name, value in form.fields.items() if name}
    assert (held["sheet"], held["head"], held["column-text"], held["column-owner"]) == ("Plan", "2", "B", "D")
    shown = ada.open(f"{form.get('action')}?{query({**held, 'column-owner': 'C', 'column-note': ''})}")
    assert "Action, ACC, not started" in shown.main
    twice = ada.open(f"{form.get('action')}?{query({**held, 'column-note': 'D'})}", 400)
    assert "Choose column D for one thing only" in twice.main
    other = ada.open(f"{form.get('action')}?{query({**held, 'sheet': 'Old plan'})}")
    assert "Do b" in other.main


def query(values: dict[str, str]) -> str:
    from urllib.parse import urlencode

    return urlencode(values)


def test_a_delivery_plan_serves_objectives_of_another(ada: Desk) -> None:
    served = follow.plan("Police and Crime Plan")
    objective = follow.part(served, "2", "Support victims")
    text = "Ref,Action,Supports\n1,Call each victim back,Objective 2\n"
    look(ada, text)
    key = Document.objects.get().pk
    values = {"name": "Delivery plan", "kind": "delivery", "serves": str(served.pk)}
    ada.open(f"/plans/import/{key}/?{query(values)}")
    confirm(ada)
    assert PlanItem.objects.get(text="Call each victim back").serves == objective
    wrong = text.replace("Objective 2", "9").replace("Call", "Ring")
    look(ada, wrong, "wrong.csv")
    key = Document.objects.get(name="wrong.csv").pk
    shown = ada.open(f"/plans/import/{key}/?{query({**values, 'name': 'Other'})}")
    assert "Row 2, column C: “9” is no objective of Police and Crime Plan: write its number." in shown.main


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (
            b"%PDF-1.4 \x00\x01\x02\x03\x04\x05\x06\x07\x08",
            "plan.pdf",
            "plan.pdf is no spreadsheet; save it as XLSX",
        ),
        (b"PK\x03\x04torn", "plan.xlsx", "plan.xlsx is damaged or cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "plan.xls", "plan.xls is an old workbook"),
        (b"", "plan.csv", "plan.csv is empty"),
        (b'Ref,Action\n1,"open\n', "plan.csv", "the quotation marks in row 2 do not fit together"),
    ],
)
def test_what_is_no_spreadsheet_is_said(ada: Desk, content: bytes, name: str, sentence: str) -> None:
    assert sentence in ada.upload("/plans/import", content, name, 400).main
    assert not Document.objects.exists()


def test_without_a_file(ada: Desk) -> None:
    assert "Choose the files to send." in ada.post("/plans/import", 400).main


def test_it_acts_once(ada: Desk) -> None:
    look(ada)
    form = _form(ada)
    ada.send(form)
    again = ada.send(form)
    assert "this was done once" in again.main or "There is a plan called" in again.main
    assert Plan.objects.count() == 1


def test_two_plans_of_one_name(ada: Desk) -> None:
    follow.plan("call plan")
    look(ada)
    assert "There is a plan called “call plan” already: give this one another name." in confirm(ada).main
    assert not PlanItem.objects.exists()


def test_another_offices_file_is_not_there(ada: Desk) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.document("Ref,Action\n1,Do it\n", "theirs.csv")
    ada.open(f"/plans/import/{theirs.pk}/", 404)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.COMMISSIONER, Role.PANEL_READER])
def test_others_do_not_import(role: Role, db: None) -> None:
    assert "Import" not in words(Desk(role).open("/plans/"))
    Desk(role, "Somebody").open("/plans/import", 403)
