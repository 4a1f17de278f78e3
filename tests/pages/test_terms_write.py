"""The office writes the terms of reference of a meeting."""

from __future__ import annotations

import pytest

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.papers.models import Point, Terms
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, officer

LIST = "Please cover:\n\n1. How long do callers wait?\n2. How many are lost,\n   and when?\n3. The risks?"


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned(theme="Answering the phone")
    cycle.deadline(made, "terms", "2019-05-14")
    cycle.deadline(made, time="09:00")
    return made


def page(meeting: Meeting) -> str:
    return f"/papers/meetings/{meeting.pk}/"


def texts(meeting: Meeting) -> list[str]:
    return [one.text for one in Point.objects.filter(terms__meeting=meeting).order_by("position")]


def test_the_page_says_what_is_due(meeting: Meeting) -> None:
    main = officer().open(page(meeting)).main
    assert "There are none yet. Due out on 14 May 2019, in 12 days." in main
    assert "The briefing note is due on 4 June 2019, 9am." in main


def test_one_point_after_another(meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    assert "Added the point." in ada.send("/points", points="How long do callers wait?").main
    ada.send("/points", points="  And at   night? ")
    assert texts(meeting) == ["How long do callers wait?", "And at night?"]
    assert Event.objects.filter(operation="papers.write_terms").count() == 2


def test_a_pasted_list_becomes_points_and_an_introduction(meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    main = ada.send("/points", points=LIST).main
    assert "Added 3 points." in main
    assert texts(meeting) == [
        "How long do callers wait?",
        "How many are lost, and when?",
        "The risks?",
    ]
    assert Terms.objects.get().introduction == "Please cover:"
    assert "A draft: the force does not see it yet." in main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write at least one point, or paste a list of them."),
        (" \n \n", "Write at least one point, or paste a list of them."),
        ("x" * 2001, "A point can have 2000 characters"),
        ("\n".join(f"{n}. Point" for n in range(1, 62)), "Terms of reference can have 60 points"),
    ],
)
def test_what_cannot_be_used_is_shown_again(typed: str, said: str, meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    shown = ada.send("/points", 400, points=typed)
    assert said in shown.main
    assert shown.title.startswith("Error: ")
    assert shown.tree.get_element_by_id("points").text_content().strip() == typed.strip()
    assert texts(meeting) == []


def test_odd_characters_are_only_text(meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    main = ada.send("/points", points="<script>alert(1)</script>\x00 & “£” 🦆").main
    assert "<script>alert(1)</script> & “£” 🦆" in main


def test_the_points_of_last_time_with_their_topics(meeting: Meeting) -> None:
    topic = make.topic("Waiting")
    earlier = cycle.terms(make.meeting("2019-03-12"), "How long?", "How many?")
    earlier.introduction = "Keep it short."
    earlier.save()
    earlier.points.filter(position=1).update(topic=topic)
    ada = officer()
    assert "last time, 12 March 2019" in ada.open(page(meeting)).main
    assert "Copied the points of Assurance Meeting, 12 March 2019." in ada.send("/copy").main
    assert texts(meeting) == ["How long?", "How many?"]
    assert Terms.objects.get(meeting=meeting).introduction == "Keep it short."
    assert Point.objects.get(terms__meeting=meeting, position=1).topic == topic


def test_copying_again_adds_nothing(meeting: Meeting) -> None:
    cycle.terms(make.meeting("2019-03-12"), "How long?")
    ada = officer()
    ada.open(page(meeting))
    ada.send("/copy")
    ada.open(page(meeting))
    assert "All of these points are here already." in ada.send("/copy").main
    assert texts(meeting) == ["How long?"]


def test_a_template_adds_what_is_missing(meeting: Meeting) -> None:
    cycle.template("Performance", "How long?", "How good?")
    ada = officer()
    ada.open(page(meeting))
    ada.send("/points", points="How long?")
    assert "the template Performance" in ada.open(page(meeting)).main
    ada.send("/copy")
    assert texts(meeting) == ["How long?", "How good?"]


@pytest.mark.parametrize("source", ["", "x", "template-0", "terms-99999", "template-" + "9" * 40, "terms-²"])
def test_what_is_not_on_the_list_is_not_copied(source: str, meeting: Meeting) -> None:
    ada = officer()
    assert "Choose from the list what to copy" in ada.post(f"{page(meeting)}copy", source=source).main


def test_another_offices_template_is_not_copied(meeting: Meeting) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.template("Theirs", "A secret")
    ada = officer()
    shown = ada.post(f"{page(meeting)}copy", source=f"template-{other.pk}")
    assert "Choose from the list" in shown.main
    assert texts(meeting) == []


def test_the_introduction(meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    assert "Keep to four pages." in ada.send("/introduction", introduction="Keep to four pages.\n").main
    ada.open(page(meeting))
    assert "Nothing was changed" in ada.send("/introduction", introduction="Keep to four pages.").main
    long = ada.send("/introduction", 400, introduction="x" * 5001)
    assert "Make the introduction shorter" in long.main
    assert Terms.objects.get().introduction == "Keep to four pages."


def test_points_of_a_cancelled_meeting_are_not_written(meeting: Meeting) -> None:
    Meeting.objects.update(state="cancelled")
    ada = officer()
    assert "(cancelled)" in ada.open(page(meeting)).main
    assert "This meeting was cancelled" in ada.post(f"{page(meeting)}points", points="How long?").main
    assert texts(meeting) == []


def test_a_form_that_is_sent_twice_acts_once(meeting: Meeting) -> None:
    ada = officer()
    ada.open(page(meeting))
    form = ada.form("/points")
    ada.send(form, points="How long?")
    assert "this was done once" in ada.send(form, points="How long?").main
    assert texts(meeting) == ["How long?"]


@pytest.mark.parametrize("what", ["points", "copy", "introduction", "send"])
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR, Role.PANEL_READER])
def test_only_the_office_writes_them(what: str, role: Role, meeting: Meeting) -> None:
    Desk(role).post(f"{page(meeting)}{what}", 403, points="How long?")
    assert texts(meeting) == []
    assert officer().client.get(f"{page(meeting)}{what}").status_code == 405


def test_two_people_at_the_introduction(meeting: Meeting) -> None:
    cycle.terms(meeting, "How long?", sent=False)
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(page(meeting))
    ben.open(page(meeting))
    ada.send("/introduction", introduction="Keep it short.")
    clash = ben.send("/introduction", 409, introduction="Keep to four pages.")
    assert clash.main.startswith("Ada Lorne changed the introduction")
    ben.send("/introduction", **{"choose-introduction": "mine"})
    assert Terms.objects.get().introduction == "Keep to four pages."
