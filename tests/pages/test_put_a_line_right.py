"""A line is put right: its owners, due, kind or words; who did so is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Action
from answerable.intake.models import Correction
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.review.fields import Line, changes
from tests import factories as make

Get = Callable[..., Any]


def test_owners_and_due_are_put_right_in_place(
    doubt: MeetingWarning, march: Meeting, post: Get, get: Get
) -> None:
    page = post(
        f"/review/meetings/{march.pk}/correct", part="actions", position="0", warning=str(doubt.pk),
        text="DCC to show the callers lost each week, by hour, by the end of April",
        owners="DCC, ACC", due="31/5/2019",
    )  # fmt: skip
    assert "Put right. It stays so when the file is read again." in page.main
    doubt.refresh_from_db()
    assert doubt.settled_at
    action = Action.objects.get(number="A-0007")
    assert [owner.printed for owner in action.owners.all()] == ["DCC", "ACC"]
    assert action.due == dt.date(2019, 5, 31)
    assert "A-0007 · DCC, ACC · 31 May 2019" in get(f"/meetings/{march.pk}/").main


def test_a_correction_is_kept_with_who_and_when(march: Meeting, post: Get) -> None:
    page = post(
        f"/review/meetings/{march.pk}/correct", part="actions", position="0", owners="PCC", due="2019-04-30"
    )
    kept = Correction.objects.get()
    assert (kept.field, kept.old, kept.new) == ("owners", ["DCC"], ["PCC"])
    assert "Put right by people 2 May 2019, Policy officer: owners of actions was DCC; is PCC" in page.main


def test_a_line_that_is_no_action_is_made_a_note(march: Meeting, post: Get) -> None:
    line = march.entries.get(kind="action")
    post(f"/review/meetings/{march.pk}/correct", part="entries", position=str(line.position), kind="note")
    line.refresh_from_db()
    assert line.kind == "note"
    assert not march.actions.filter(entry=line).exists()


def test_a_line_is_put_right_from_its_source(march: Meeting, get: Get, post: Get) -> None:
    action = march.actions.get()
    page = get(f"/source/action/{action.pk}/")
    assert page.tree.xpath("//input[@name='owners']/@value") == ["DCC"]
    after = post(
        f"/review/meetings/{march.pk}/correct",
        part="actions",
        position="0",
        owners="CC",
        back=f"action/{action.pk}",
    )
    assert after.heading == "Where it comes from"
    assert after.tree.xpath("//input[@name='owners']/@value") == ["CC"]


@pytest.mark.parametrize("back", ["//evil.example/1", "action/x", "nothing/1", "https://evil.example"])
def test_a_form_leads_back_to_pages_of_ours_only(back: str, march: Meeting, client: Client) -> None:
    address = f"/review/meetings/{march.pk}/correct"
    answer = client.post(address, {"part": "actions", "position": "0", "owners": "CC", "back": back})
    assert answer["Location"] == f"/review/meetings/{march.pk}/"


def test_nothing_changed_is_said(march: Meeting, post: Get) -> None:
    page = post(f"/review/meetings/{march.pk}/correct", part="actions", position="0", owners="DCC")
    assert "Nothing was changed: that is what it says already." in page.main
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"part": "actions", "due": "soon"},
            "Write the due date as a day, month and year, such as 30/6/2019",
        ),
        ({"part": "actions", "text": "  "}, "Write something for words"),
        ({"part": "entries", "kind": "poem"}, "Choose what it is from the list"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_changes(
    values: dict[str, str], sentence: str, march: Meeting, post: Get
) -> None:
    page = post(f"/review/meetings/{march.pk}/correct", 400, position="0", **values)
    assert "There is a problem" in page.main
    assert sentence in page.main
    assert page.title.startswith("Error: ")
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"part": "furniture", "position": "0"},
        *({"part": "actions", "position": position} for position in ("99", "x", "9" * 30)),
    ],
)
def test_a_line_that_is_not_there_is_said(values: dict[str, str], march: Meeting, post: Get) -> None:
    assert "This line is not there any more" in post(f"/review/meetings/{march.pk}/correct", **values).main


def test_a_form_sent_as_it_was_changes_nothing() -> None:
    due = [{"text": "by June", "date": "2019-06-30", "precision": "month"}]
    one = Line("actions", 0, {"text": "Do  it", "owners": ["CC", "ACC"], "due": due})
    sent = {field.name: one.shown(field) for field in one.fields}
    assert changes(one, sent) == ({}, [])


def test_the_words_of_a_due_stay_as_printed() -> None:
    dues = [{"text": "by June", "date": "2019-06-30", "precision": "month"},
            {"text": "in a year", "date": "2020-03-12", "precision": "day"}]  # fmt: skip
    one = Line("actions", 0, {"text": "Do it", "owners": [], "due": dues})
    found, _ = changes(one, {"due": "1/7/2019"})
    assert found == {"due": [{"text": "by June", "date": "2019-07-01", "precision": "day"}, dues[1]]}
    assert changes(one, {"due": ""})[0] == {"due": dues[1:]}


def test_a_form_that_cannot_be_used_is_shown_as_it_was_typed(
    march: Meeting, doubt: MeetingWarning, post: Get
) -> None:
    page = post(
        f"/review/meetings/{march.pk}/correct", 400, part="actions", position="0", warning=str(doubt.pk),
        text="DCC to count the callers", owners="DCC, Nobody else", due="when it is ready",
    )  # fmt: skip
    form = f"warning-{doubt.pk}-actions-0"
    assert page.tree.get_element_by_id(f"{form}-due").get("value") == "when it is ready"
    assert page.tree.get_element_by_id(f"{form}-owners").get("value") == "DCC, Nobody else"
    assert page.tree.get_element_by_id(f"{form}-text").text == "DCC to count the callers"
    assert "Write the due date" in page.tree.get_element_by_id(f"{form}-due-error").text_content()
    assert page.find("Write the due date") == f"#{form}-due"
    opened = page.tree.xpath("//details[@open]//input[@name='due']/@id")
    assert opened == [f"{form}-due"]


def test_a_form_beside_the_source_is_shown_as_it_was_typed_too(march: Meeting, post: Get) -> None:
    action = march.actions.get()
    page = post(
        f"/review/meetings/{march.pk}/correct", 400, part="actions", position="0", due="soon", owners="CC",
        back=f"action/{action.pk}",
    )  # fmt: skip
    assert page.heading == "Where it comes from"
    assert page.title.startswith("Error: ")
    assert page.tree.xpath("//details[@open]//input[@name='due']/@value") == ["soon"]
    assert page.tree.xpath("//input[@name='owners']/@value") == ["CC"]
    assert not Correction.objects.exists()


def test_the_words_are_put_right(march: Meeting, post: Get, get: Get) -> None:
    better = "DCC to show the callers lost each week, by hour, by the end of May"
    page = post(f"/review/meetings/{march.pk}/correct", part="actions", position="0", text=better)
    assert "Put right." in page.main
    assert better in get(f"/meetings/{march.pk}/").main


def test_the_same_form_twice_changes_one_thing(march: Meeting, post: Get) -> None:
    for said in ("Put right.", "Nothing was changed"):
        page = post(f"/review/meetings/{march.pk}/correct", part="actions", position="0", owners="PCC")
        assert said in page.main
    assert Correction.objects.count() == 1


def test_it_is_only_done_by_a_form(march: Meeting, client: Client) -> None:
    for method in (client.get, client.put, client.delete):
        assert method(f"/review/meetings/{march.pk}/correct").status_code == 405


def test_a_meeting_that_is_not_there_is_not_found(db: None, post: Get) -> None:
    assert post("/review/meetings/999/correct", 404).heading == "Page not found"


def test_a_missing_owner_is_given(archive: list[Meeting], get: Get, post: Get) -> None:
    october = archive[1]
    doubt = october.warnings.get()
    page = get(f"/review/meetings/{october.pk}/")
    inputs = page.tree.xpath("//details[@open]//*[self::input[@type='text'] or self::textarea]/@name")
    assert inputs == ["owners", "text", "due"]
    after = post(
        f"/review/meetings/{october.pk}/correct", part="actions", position="0", owners="DCC",
        warning=str(doubt.pk),
    )  # fmt: skip
    assert "Nothing is left to look at" in after.main
    assert Action.objects.get(number="A-0004").owners_printed == "DCC"


def test_the_action_is_offered_whose_owner_is_not_known(march: Meeting, get: Get) -> None:
    action = march.actions.get()
    cell = make.place("DCC", start=9000)
    Action.objects.filter(pk=action.pk).update(owners_source=[cell])
    doubt = make.warning(march, "owner-unknown", "“DCC” is no known post.")
    MeetingWarning.objects.filter(pk=doubt.pk).update(source=[cell])
    page = get(f"/review/meetings/{march.pk}/")
    assert page.tree.xpath(
        f"//*[@id='warning-{doubt.pk}']//details[@open]//input[@name='owners']/@value"
    ) == ["DCC"]
