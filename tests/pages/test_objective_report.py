"""The force or the office says how far a part of a plan is, with its evidence; the newest counts."""

from __future__ import annotations

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.plans.models import PlanItem, PlanProgress
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words


@pytest.fixture
def part(db: None) -> PlanItem:
    return follow.part(follow.plan(), "1.1", "Hire call handlers", kind="action")


def page(part: PlanItem) -> str:
    return f"/plans/parts/{part.pk}/"


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER])
def test_how_far_it_is(role: Role, part: PlanItem) -> None:
    desk = Desk(role, "Ada Lorne")
    desk.open(page(part))
    desk.send("/progress", text="Two are hired.", state="under-way", progress="50%")
    said = words(officer("Ben Sarsen").open(page(part)))
    assert "Under way , 50%" in said
    assert "2 May 2019 : under way, 50%. Two are hired." in said
    assert "Ada Lorne, 2 May 2019, 10am" in said
    event = Event.objects.get(operation="plans.report_progress")
    assert event.summary == ("Said how far part 1.1 of the plan Police and Crime Plan 2017 to 2021 is.")


def test_what_is_done_is_whole(part: PlanItem) -> None:
    ada = officer()
    ada.open(page(part))
    ada.send("/progress", state="done")
    part.refresh_from_db()
    assert (part.state, part.progress) == ("done", 100)


def test_per_cents_left_in_the_form_do_not_stand_against_done(part: PlanItem) -> None:
    ada = officer()
    ada.open(page(part))
    ada.send("/progress", state="under-way", progress="40")
    ada.send("/progress", state="done")
    part.refresh_from_db()
    assert (part.state, part.progress) == ("done", 100)


def test_an_earlier_day_joins_the_history_and_changes_nothing_now(part: PlanItem) -> None:
    ada = officer()
    ada.open(page(part))
    ada.send("/progress", state="under-way", progress="60", on="2019-04-30")
    ada.send("/progress", state="under-way", progress="20", on="2019-03-01")
    part.refresh_from_db()
    assert part.progress == 60
    assert [one.progress for one in part.reports.all()] == [20, 60]


def test_its_evidence_is_kept_for_those_who_may_read_what_is_restricted(part: PlanItem) -> None:
    jude = contributor()
    jude.open(page(part))
    address, held = jude.form("/progress")
    file = SimpleUploadedFile("contracts.docx", b"two contracts")
    jude.post(address, **{**held, "state": "under-way", "file": file})
    document = Document.objects.get()
    assert document.restricted
    assert PlanProgress.objects.get().document == document
    assert "contracts.docx" in officer().open(page(part)).main
    assert "contracts.docx" not in Desk(Role.PANEL_READER).open(page(part)).main


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("progress", "120", "Per cent done: write a whole number from 0 to 100, or leave it empty"),
        ("progress", "most", "Per cent done: write a whole number from 0 to 100, or leave it empty"),
        ("state", "purple", "Choose the state from the list"),
        ("on", "2019-06-01", "Choose a day that is not ahead"),
        ("on", "31/02/2019", "Write the day as a day, month and year"),
        ("text", "x" * 4001, "Shorten it to 4,000 letters, or send it as a file"),
    ],
)
def test_bad_input_keeps_what_was_typed(part: PlanItem, field: str, value: str, sentence: str) -> None:
    ada = officer()
    ada.open(page(part))
    shown = ada.send("/progress", 400, **{"text": "Two are hired.", field: value})
    assert sentence in shown.main
    assert field == "text" or "Two are hired." in shown.main
    assert not PlanProgress.objects.exists()


def test_done_and_half_is_refused(part: PlanItem) -> None:
    ada = officer()
    ada.open(page(part))
    assert "It cannot be done and at 50%" in ada.send("/progress", state="done", progress="50").main


def test_the_same_again_is_refused(part: PlanItem) -> None:
    ada = officer()
    ada.open(page(part))
    assert "Nothing was changed" in ada.send("/progress").main


def test_it_acts_once(part: PlanItem) -> None:
    ada = officer()
    ada.open(page(part))
    form = ada.form("/progress")
    ada.send(form, state="under-way")
    assert "this was done once" in ada.send(form, state="under-way").main
    assert PlanProgress.objects.count() == 1


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.PANEL_READER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_others_may_not(role: Role, part: PlanItem) -> None:
    Desk(role).post(f"{page(part)}progress", 403, state="done", form_key=str(uuid.uuid4()))
    assert not PlanProgress.objects.exists()


def test_it_is_no_page(part: PlanItem) -> None:
    officer().open(f"{page(part)}progress", 405)
