"""Templates of terms of reference are made, changed and removed."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.papers.models import Template
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, officer


def test_a_template_is_made_of_a_pasted_list(db: None) -> None:
    forum, ada = make.forum(), officer()
    assert "There are none yet." in ada.open("/papers/templates/").main
    ada.open("/papers/templates/new")
    main = ada.send("/new", name="Performance", points="1. How long?\n2. How many?", forum=str(forum.pk)).main
    assert "Saved the template Performance." in main
    assert "Performance 2 points, Assurance Meeting" in main
    made = Template.objects.get()
    assert (made.points, made.forum) == (["How long?", "How many?"], forum)


@pytest.mark.parametrize(
    ("name", "points", "said"),
    [
        ("", "How long?", "Give the template a name"),
        ("   ", "How long?", "Give the template a name"),
        ("Performance", "", "Write at least one point"),
        ("the SAME", "How long?", "There is a template called “the SAME” already"),
        ("Long", "x" * 2001, "A point can have 2000 characters"),
    ],
)
def test_what_cannot_be_used_is_shown_again(name: str, points: str, said: str, db: None) -> None:
    cycle.template("The same", "How good?")
    ada = officer()
    ada.open("/papers/templates/new")
    page = ada.send("/new", 400, name=name, points=points)
    assert said in page.main
    assert page.tree.get_element_by_id("name").get("value") == name
    assert page.tree.get_element_by_id("points").text_content().strip() == points
    assert Template.objects.count() == 1


@pytest.mark.parametrize("forum", ["99999", "x"])
def test_a_forum_that_is_not_there(forum: str, db: None) -> None:
    page = officer().post("/papers/templates/new", 400, name="A", points="B", forum=forum)
    assert "from the list" in page.main


def test_it_is_changed(db: None) -> None:
    made, ada = cycle.template("Performance", "How long?", "How many?"), officer()
    page = ada.open(f"/papers/templates/{made.pk}/")
    assert page.tree.get_element_by_id("points").text_content() == "1. How long?\n2. How many?"
    ada.send("/", name="Monthly", points="1. How long?\n2. How many?\n3. How good?")
    made.refresh_from_db()
    assert (made.name, made.points) == ("Monthly", ["How long?", "How many?", "How good?"])


def test_removed_it_leaves_what_was_made_of_it(db: None) -> None:
    made, ada, meeting = cycle.template("Performance", "How long?"), officer(), cycle.planned()
    ada.open(f"/papers/meetings/{meeting.pk}/")
    ada.send("/copy")
    ada.open(f"/papers/templates/{made.pk}/")
    assert "Removed the template Performance." in ada.send("/remove").main
    assert not Template.objects.exists()
    assert "How long?" in ada.open(f"/papers/meetings/{meeting.pk}/").main


def test_two_people_at_one_template(db: None) -> None:
    made, ada, ben = cycle.template("Performance", "How long?"), officer("Ada Lorne"), officer("Ben Sarsen")
    for one in (ada, ben):
        one.open(f"/papers/templates/{made.pk}/")
    remove = ben.form("/remove")
    ada.send("/", points="How many?")
    clash = ben.send("/", 409, points="How good?")
    assert "Ada Lorne changed the template" in clash.main
    ben.send("/", **{"choose-points": "theirs"})
    made.refresh_from_db()
    assert made.points == ["How many?"]
    assert "How many?" in ben.send(remove, 409).main
    ben.send("/remove", **{"choose-": "mine"})
    assert not Template.objects.exists()


def test_what_somebody_changed_while_a_mistake_was_put_right_is_not_written_over(db: None) -> None:
    made, ada, ben = cycle.template("Performance", "How long?"), officer("Ada Lorne"), officer("Ben Sarsen")
    for one in (ada, ben):
        one.open(f"/papers/templates/{made.pk}/")
    ben.send("/", 400, points="")
    ada.send("/", points="How many?")
    ben.send("/", 409, points="How good?")
    made.refresh_from_db()
    assert made.points == ["How many?"]


def test_twice_is_once(db: None) -> None:
    ada = officer()
    ada.open("/papers/templates/new")
    form = ada.form("/new")
    ada.send(form, name="Performance", points="How long?")
    ada.send(form, 400, name="Performance", points="How long?")
    assert Template.objects.count() == 1


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR, Role.PANEL_READER])
def test_only_the_office_has_templates(role: Role, db: None) -> None:
    made = cycle.template("Performance", "How long?")
    for path in ("", "new", f"{made.pk}/"):
        Desk(role).open(f"/papers/templates/{path}", 403)
    Desk(role).post(f"/papers/templates/{made.pk}/remove", 403)
    assert Template.objects.exists()


def test_it_is_only_removed_by_a_form(db: None) -> None:
    made = cycle.template("Performance", "How long?")
    assert officer().client.get(f"/papers/templates/{made.pk}/remove").status_code == 405


def test_the_points_of_a_meeting_are_kept_as_a_template(db: None) -> None:
    meeting, ada = cycle.planned(), officer()
    cycle.terms(meeting, "How long?", "How many?", sent=False)
    page = ada.open(ada.open(f"/papers/meetings/{meeting.pk}/").find("Keep them as a template"))
    assert page.tree.get_element_by_id("points").text_content() == "1. How long?\n2. How many?"
    ada.send("/new", name="Waiting")
    assert Template.objects.get().points == ["How long?", "How many?"]


def test_another_offices_points_are_not(db: None) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.planned()
        cycle.terms(other, "A Plumbagofen?")
    for key in (str(other.pk), "x", "99999"):
        assert "Plumbagofen" not in officer().open(f"/papers/templates/new?meeting={key}").main
