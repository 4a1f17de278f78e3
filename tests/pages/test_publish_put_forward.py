"""Minutes, and what is published whole, are put forward for somebody to decide."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.core.permissions.roles import Role
from answerable.publishing.models import Publication
from answerable.publishing.operations import put_forward
from answerable.workspace.publishing import proposing
from tests import factories as make
from tests import publish
from tests.publishing_pages import auditor, board, officer
from tests.signing import person_with

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_minutes_are_frozen_and_wait() -> None:
    meeting, petra = board(said="Callers waited less."), officer()
    page = petra.open(f"/publishing/meetings/{meeting.pk}/")
    assert "Callers waited less." in page.main
    petra.open(page.find("Put these minutes forward"))
    after = petra.send("/put-forward", note="As approved.", duty="minutes").main
    assert "Put forward. It is public once it is decided." in after
    assert "Callers waited less." in after
    assert "As approved." in after
    made = Publication.objects.get()
    assert (made.state, made.subject, made.put_forward_by) == ("proposed", "minutes", petra.user)
    assert made.put_forward_as == "policy officer"


def test_sent_twice_it_is_put_forward_once() -> None:
    meeting, petra = board(said="Callers waited less."), officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/put-forward")
    form = petra.form("/put-forward")
    petra.send(form)
    assert "this was done once" in petra.send(form).main
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("again", [False, True])
def test_the_page_after_it_is_of_what_one_put_forward_oneself(
    again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two put the same minutes forward at once: each sees their own, also who sends the form twice."""
    meeting, petra = board(said="Callers waited less."), officer()

    def with_another(**asked: Any) -> Publication:
        mine = put_forward(**asked)
        publish.put("minutes", meeting, by=person_with(Role.POLICY_OFFICER, make.office(), "Olu Other"))
        return mine

    monkeypatch.setattr(proposing, "put_forward", with_another)
    petra.open(f"/publishing/meetings/{meeting.pk}/put-forward")
    form = petra.form("/put-forward")
    after = petra.send(form, note="As Petra has it.")
    if again:
        after = petra.send(form, note="As Petra has it.")
        assert "this was done once" in after.main
    assert Publication.objects.count() == 2
    assert "As Petra has it." in after.main


def test_until_a_moment_that_is_to_come() -> None:
    petra = officer()
    petra.open(f"/publishing/meetings/{board().pk}/put-forward")
    refused = petra.send("/put-forward", 400, embargo_day="2019-05-01", note="Soon.")
    assert "Give a moment that is still to come" in refused.main
    assert "Soon." in refused.text
    assert "Write the time as" in petra.send("/put-forward", 400, embargo_time="late").main
    petra.send("/put-forward", embargo_day="2019-05-08", embargo_time="9am")
    assert "until 8 May 2019, 9am" in petra.page.main if petra.page else False


def test_a_time_without_a_day_is_asked_about() -> None:
    petra = officer()
    petra.open(f"/publishing/meetings/{board().pk}/put-forward")
    said = petra.send("/put-forward", 400, embargo_time="9am").main
    assert "Give the day on which it opens, or leave the time empty" in said
    assert not Publication.objects.exists()


def test_minutes_that_are_public_already_are_corrected() -> None:
    meeting, petra = board(said="Callers waited less."), officer()
    publish.published("minutes", meeting)
    petra.open(f"/publishing/meetings/{meeting.pk}/put-forward")
    assert "These minutes are public already: correct them" in petra.send("/put-forward").main


def test_what_is_published_whole() -> None:
    petra = officer()
    page = petra.open("/publishing/")
    petra.open(page.find("About the office"))
    assert "Put forward. It is public once it is decided." in petra.send("/office").main
    assert Publication.objects.get().subject == "office"


def test_decisions_go_out_under_the_title_that_the_public_knows() -> None:
    publish.decision_record()
    petra = officer()
    petra.open("/publishing/new/decision")
    petra.send("/decision")
    assert Publication.objects.get().title == "Decisions"


def test_what_nobody_publishes_is_not_there() -> None:
    petra = officer()
    for subject in ("minutes", "agenda", "gossip"):
        petra.open(f"/publishing/new/{subject}", 404)


def test_another_role_may_not() -> None:
    auditor().open(f"/publishing/meetings/{board().pk}/put-forward", 403)
    auditor().open("/publishing/new/office", 403)
