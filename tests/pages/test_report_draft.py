"""The owner's side drafts a report, which nobody else sees."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, Report
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer
from tests.reporting import DONE, an_action, chief, drafted, page, staff_officer


@pytest.fixture
def action(db: None) -> Action:
    return an_action()


def test_a_draft_is_saved_and_gone_on_with(action: Action) -> None:
    cal = staff_officer()
    shown = cal.open(page(action))
    assert shown.heading == f"Report on {action.number}"
    assert "A chief officer releases it. Until then only the force sees it." in shown.main
    assert "Release" not in [one.text_content() for one in shown.tree.iter("button")]
    shown = cal.send("/save", text=DONE, done="yes", done_on="30/4/2019")
    assert "Saved as a draft: only your own side sees it." in shown.main
    assert "Last changed by Cal Fenn, 2 May 2019, 10am. Only the force sees it" in shown.main
    made = Report.objects.get()
    assert (made.side, made.state, made.text, made.done, str(made.done_on)) == (
        "force", "draft", DONE, True, "2019-04-30",
    )  # fmt: skip
    cal.send("/save", text=f"{DONE} Nights too.", done="no")
    made.refresh_from_db()
    assert (made.text, made.done, made.done_on) == (f"{DONE} Nights too.", False, None)


def test_a_draft_moves_nothing(action: Action) -> None:
    drafted(action)
    action.refresh_from_db()
    assert action.state == "open"


def test_the_chief_officer_reads_it_and_an_auditor_does(action: Action) -> None:
    drafted(action)
    assert DONE in chief().open(page(action)).text
    shown = Desk(Role.AUDITOR).open(page(action))
    assert DONE in shown.main
    assert "the force reports on it" in shown.main


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.COMMISSIONER])
def test_the_other_side_does_not(role: Role, action: Action) -> None:
    drafted(action)
    desk = Desk(role)
    for path in (page(action), "/owed/", f"/actions/{action.pk}/", "/search/?q=caller", "/"):
        assert DONE not in desk.open(path).text, path


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.ADMINISTRATOR])
def test_whoever_speaks_for_no_side_has_no_page(role: Role, action: Action) -> None:
    drafted(action)
    desk = Desk(role)
    desk.open(page(action), 403)
    assert DONE not in desk.open(f"/actions/{action.pk}/").text
    desk.post(f"{page(action)}/save", 403, text="Mine")


def test_the_other_side_cannot_report_on_it(action: Action) -> None:
    shown = officer().open(page(action))
    assert "The force owns this action: the force reports on it, and you speak for the office." in shown.main
    shown = officer().post(f"{page(action)}/save", 400, text="It is done.", done="yes")
    assert "the force reports on it, and you speak for the office" in shown.main
    assert not Report.objects.exists()


def test_the_office_reports_on_its_own(db: None) -> None:
    ours = an_action("PCC to meet the council", "PCC")
    ada = officer()
    ada.open(page(ours))
    ada.send("/save", text="We met on 2 May.", done="yes")
    assert Report.objects.get().side == "office"
    assert "We met" not in contributor().open(page(ours)).text


def test_of_what_nobody_owns_the_office_says_what_it_heard(db: None) -> None:
    of_nobody = make.action(make.meeting("2019-03-12"), "To be looked into")
    ada = officer()
    ada.open(page(of_nobody))
    ada.send("/save", text="We heard that it was.")
    assert Report.objects.get().side == "office"
    assert "the office reports on it" in contributor().open(page(of_nobody)).main


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": "  "}, "Say what was done, or how far it is"),
        ({"text": "a" * 20_001}, "Shorten the report to 20,000 letters"),
        ({"done_on": "3/5/2019"}, "It cannot be done on a day that is still ahead"),
        ({"done_on": "1/3/2019"}, "It was given after that day"),
        ({"done_on": "soon"}, "Write the day as a day, month and year"),
    ],
)
def test_what_cannot_stand_is_told_and_what_was_typed_stays(
    typed: dict[str, str], sentence: str, action: Action
) -> None:
    cal = staff_officer()
    cal.open(page(action))
    shown = cal.send("/save", 400, **{"text": DONE, "done": "yes", **typed})
    assert sentence in shown.main
    held = cal.form("/save")[1]
    assert held["text"].strip() == typed.get("text", DONE).strip()
    assert held["done"] == "yes"
    assert not Report.objects.exists()


@pytest.mark.parametrize("state", ["reported", "closed", "withdrawn"])
def test_nothing_is_reported_on_what_has_ended(state: str, action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(state=state)
    cal = staff_officer()
    shown = cal.open(page(action))
    assert "nothing more is reported" in shown.main
    assert "Save as a draft" not in shown.main
    assert "nothing more is reported" in cal.post(f"{page(action)}/save", 400, text=DONE).main


def test_each_of_several_owners_has_a_report(db: None) -> None:
    joint = an_action("DCC, ACC to count", "DCC ACC PCC")
    cal = staff_officer()
    shown = cal.open(page(joint))
    assert "Each owner reports for their own part: DCC, ACC." in shown.main
    cal.send("/save", text="The DCC’s part is done.", done="yes")
    cal.open(f"{page(joint)}?owner=ACC")
    assert cal.form("/save")[1]["text"] == ""
    cal.send("/save", text="The ACC’s is not.", done="no")
    assert list(Report.objects.values_list("owner", "side", "done")) == [
        ("DCC", "force", True), ("ACC", "force", False),
    ]  # fmt: skip
    cal.post(f"{page(joint)}/save", 400, text="The PCC’s.", owner="PCC")
    ada = officer()
    ada.open(page(joint))
    ada.send("/save", text="The office’s part.")
    assert Report.objects.filter(side="office").get().owner == "PCC"


def test_a_form_that_is_sent_twice_saves_once(action: Action) -> None:
    cal = staff_officer()
    cal.open(page(action))
    form = cal.form("/save")
    cal.send(form, text=DONE)
    assert "this was done once" in cal.send(form, text=DONE).main
    assert Report.objects.count() == 1
    assert Event.objects.filter(operation="actions.draft_report").count() == 1


def test_the_trail_says_it_without_the_words(action: Action) -> None:
    drafted(action)
    event = Event.objects.get(operation="actions.draft_report")
    assert event.summary == f"Drafted a report on action {action.number}."
    assert "caller" not in event.content


def test_another_offices_action_is_not_there(action: Action) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.action(make.meeting("2019-03-12", make.forum("Otter Board")), "Count", ["DCC"])
    cal = staff_officer()
    cal.open(page(theirs), 404)
    cal.post(f"{page(theirs)}/save", 404, text=DONE)


def test_a_restricted_action_has_a_restricted_report(action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(restricted=True)
    drafted(action)
    assert Report.objects.get().restricted
    follow.report(action)
    assert Event.objects.filter(operation="view").exists()


def test_only_post_writes(action: Action) -> None:
    staff_officer().open(f"{page(action)}/save", 405)
