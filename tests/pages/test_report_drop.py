"""A draft is dropped: it stays where it is, for its own side."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, Report
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import follow
from tests.pages.desk import Desk, officer
from tests.reporting import DONE, an_action, drafted, page


@pytest.fixture
def action(db: None) -> Action:
    return an_action()


def test_it_stays_in_the_trail_for_its_own_side(action: Action) -> None:
    cal = drafted(action)
    cal.open(page(action))
    shown = cal.send("/drop")
    assert "Dropped: your side can still read it." in shown.main
    assert "Dropped draft. Last changed by Cal Fenn" in shown.main
    assert DONE in shown.main
    assert DONE not in officer().open(page(action)).text
    assert DONE in Desk(Role.AUDITOR).open(page(action)).main
    assert Event.objects.filter(operation="actions.drop_report").count() == 1


def test_a_new_one_can_be_begun(action: Action) -> None:
    cal = drafted(action)
    cal.open(page(action))
    cal.send("/drop")
    drafted(action, "We begin again.")
    assert list(Report.objects.values_list("state", flat=True)) == ["dropped", "draft"]


def test_what_was_released_is_not_dropped(action: Action) -> None:
    made = follow.report(action)
    shown = drafted(action, "More.").post(f"/owed/drafts/{made.pk}/drop")
    assert "This report was released already." in shown.main
    made.refresh_from_db()
    assert made.state == "released"


def test_nobody_drops_the_other_sides(action: Action) -> None:
    drafted(action)
    made = Report.objects.get()
    officer().post(f"/owed/drafts/{made.pk}/drop", 404)
    Desk(Role.AUDITOR).post(f"/owed/drafts/{made.pk}/drop", 403)
    assert Report.objects.get().state == "draft"


def test_a_form_that_is_sent_twice_drops_once(action: Action) -> None:
    cal = drafted(action)
    cal.open(page(action))
    form = cal.form("/drop")
    cal.send(form)
    assert "this was done once" in cal.send(form).main


def test_only_post_drops(action: Action) -> None:
    drafted(action).open(f"/owed/drafts/{Report.objects.get().pk}/drop", 405)
