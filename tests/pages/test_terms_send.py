"""The terms of reference go to the force, and what is changed afterwards is told."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Deadline, Meeting
from answerable.papers.models import Point, Terms
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned()
    cycle.deadline(made, "terms", "2019-05-14")
    cycle.deadline(made, time="09:00")
    return made


@pytest.fixture
def draft(meeting: Meeting) -> Terms:
    return cycle.terms(meeting, "How long do callers wait?", "How many are lost?", sent=False)


def page(meeting: Meeting) -> str:
    return f"/papers/meetings/{meeting.pk}/"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER])
def test_the_force_sees_them_once_they_are_sent(role: Role, draft: Terms, meeting: Meeting) -> None:
    force, ada = Desk(role), officer("Ada Lorne")
    before = force.open(page(meeting)).main
    assert "The office has not sent them yet. The briefing note is due on 4 June 2019, 9am." in before
    assert "callers" not in before
    assert "Not sent yet" in force.open("/papers/").main
    ada.open(page(meeting))
    assert "Sent: the force can see them now." in ada.send("/send").main
    after = force.open(page(meeting)).main
    assert (
        "Sent on 2 May 2019, 10am by Ada Lorne. The briefing note is due on 4 June 2019, 9am, in 33 days."
        in after
    )
    assert "How long do callers wait?" in after
    assert "2 points, sent 2 May 2019, 10am" in force.open("/papers/").main


def test_the_deadline_is_met(draft: Terms, meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    ada.send("/send")
    due = Deadline.objects.get(kind="terms")
    assert due.met_at
    assert due.met_by == ada.user
    assert Deadline.objects.get(kind="papers").met_at is None


def test_nothing_is_not_sent(meeting: Meeting) -> None:
    ada = officer()
    assert "Send to the force" not in ada.open(page(meeting)).main
    assert "Write at least one point before you send" in ada.post(f"{page(meeting)}send").main
    assert not Terms.objects.exclude(sent_at=None).exists()


def test_they_are_sent_once(draft: Terms, meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    form = ada.form("/send")
    ada.send(form)
    assert "this was done once" in ada.send(form).main
    assert "were sent already" in ada.post(f"{page(meeting)}send").main


def test_a_draft_may_be_changed_without_a_word(draft: Terms, meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    ada.send("/points", points="And at night?")
    assert "Changed after it was sent" not in ada.open(page(meeting)).main


def test_each_change_after_sending_is_told_with_its_day(meeting: Meeting) -> None:
    cycle.terms(meeting, "How long do callers wait?", "How many are lost?", "What of victims?")
    first, second, third = Point.objects.order_by("position")
    ada = officer("Ada Lorne")
    ada.post(f"/papers/points/{first.pk}/", text="How long, by hour?", topic="")
    ada.post(f"/papers/points/{third.pk}/move", way="up")
    ada.post(f"/papers/points/{second.pk}/remove")
    ada.post(f"{page(meeting)}points", points="And at night?")
    ada.post(f"{page(meeting)}introduction", introduction="Keep it short.")
    shown = contributor().open(page(meeting))
    assert "Changed after it was sent, last on 2 May 2019, 10am." in shown.main
    changes = [
        " ".join(one.text_content().split())
        for one in shown.tree.xpath("//h3[@id='changed']/following::ul[1]/li")
    ]
    told = "2 May 2019, 10am, Ada Lorne"
    assert changes == [
        f"Point 1 was changed. It said: “How long do callers wait?” {told}",
        f"Point 3 became point 2: “What of victims?” {told}",
        f"Point 3 was taken out: “How many are lost?” {told}",
        f"Point 3 was added: “And at night?” {told}",
        f"The introduction was changed. {told}",
    ]


def test_tying_a_topic_is_no_change_of_what_is_asked(meeting: Meeting) -> None:
    cycle.terms(meeting, "How long do callers wait?")
    topic = make.topic("Callers")
    officer().post(f"/papers/points/{Point.objects.get().pk}/topic", topic=str(topic.pk))
    assert Point.objects.get().topic == topic
    assert "Changed after it was sent" not in contributor().open(page(meeting)).main


def test_the_force_cannot_see_where_to_change_them(meeting: Meeting) -> None:
    cycle.terms(meeting, "How long do callers wait?")
    shown = contributor().open(page(meeting))
    for words in ("Add points", "Change", "Remove", "Copy", "Send to the force"):
        assert words not in shown.main
