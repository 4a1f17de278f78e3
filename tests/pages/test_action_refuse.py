"""A report is not accepted: the action is open again, and its owner is told what is missing."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, ActionStep, Report
from answerable.actions.operations.living import renew_lives
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, the_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> Report:
    action = force_action()
    made = follow.report(action, "The rota is up.", done=True, released_on="2019-04-20")
    renew_lives(action.office_id, Action.objects.all())
    assert fresh(action).state == "reported"
    return made


def test_it_is_open_again_with_what_is_missing(report: Report) -> None:
    ada = officer("Ada Lorne")
    shown = ada.open(page(report.action)).main
    assert "Reported, and not answered yet" in shown
    assert "The rota is up." in shown
    ada.open(f"/actions/reports/{report.pk}/refuse")
    after = ada.send("/refuse", reason="Nights are missing.").main
    assert "Not accepted: it is open again." in after
    assert "“Nights are missing.” Ada Lorne" in after
    assert "Reported, and not answered yet" not in after
    report.refresh_from_db()
    assert (report.answer, report.answer_text) == ("refused", "Nights are missing.")
    assert fresh(report.action).state == "open"


def test_it_is_answered_once(report: Report) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(f"/actions/reports/{report.pk}/refuse")
    ben.open(f"/actions/reports/{report.pk}/refuse")
    form = ada.form("/refuse")
    ada.post(form[0], **{**form[1], "reason": "No."})
    assert "this was done once" in ada.post(form[0], **{**form[1], "reason": "No."}).main
    assert "Ada Lorne changed action" in ben.send("/refuse", 409, reason="Not yet.").main
    assert ActionStep.objects.count() == 1


def test_what_is_missing_has_to_be_said(report: Report) -> None:
    ada = officer()
    ada.open(f"/actions/reports/{report.pk}/refuse")
    assert "Say in a few words what is missing" in ada.send("/refuse", 400, reason=" ").main
    report.refresh_from_db()
    assert report.answer == ""


def test_of_two_owners_the_other_has_still_reported() -> None:
    make.post("Deputy Chief Constable", "DCC")
    make.post("Assistant Chief Constable", "ACC")
    action = make.action(make.item(the_meeting(), "2", "Rotas"), "Share the rota", ["DCC", "ACC"])
    first = follow.report(action, "Mine is up.", done=True, owner="DCC", released_on="2019-04-01")
    renew_lives(action.office_id, Action.objects.all())
    assert fresh(action).state == "open", "only one of two has reported"
    follow.report(action, "Mine too.", done=True, owner="ACC", released_on="2019-04-02")
    renew_lives(action.office_id, Action.objects.all())
    assert fresh(action).state == "reported"
    ada = officer()
    ada.open(f"/actions/reports/{first.pk}/refuse")
    ada.send("/refuse", reason="Nights are missing.")
    assert fresh(action).state == "open"
    follow.report(action, "Now with nights.", done=True, owner="DCC", released_on="2019-05-02")
    renew_lives(action.office_id, Action.objects.all())
    assert fresh(action).state == "reported", "the other owner need not report again"


def test_a_draft_is_not_there(report: Report) -> None:
    draft = follow.report(report.action, "Secret words", state="draft")
    officer().open(f"/actions/reports/{draft.pk}/refuse", 404)


def test_nobody_else(report: Report) -> None:
    for role in OUTSIDE:
        Desk(role).open(f"/actions/reports/{report.pk}/refuse", 403)
    chief = Desk(Role.CHIEF_OFFICER)
    shown = chief.open(f"/actions/reports/{report.pk}/refuse").main
    assert "The force owns this action, so the office may refuse the report on it." in shown
