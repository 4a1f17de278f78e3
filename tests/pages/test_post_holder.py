"""A post changes hands: who leaves, who follows, and what it owes passes on that day."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action, ActionStep
from answerable.actions.operations import relink
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.mail.models import Message
from answerable.meetings.operations import settle_people
from answerable.people.models import Handover, Person, Post, Tenure
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words


@pytest.fixture
def post(db: None) -> Post:
    """The DCC's post, which Dana Fenn holds as one list of people says."""
    meeting = make.meeting("2019-03-12")
    make.attend(meeting, "Dana Fenn", "Deputy Chief Constable", "DCC")
    make.attend(meeting, "Alex Moor", "Chief Constable", "CC")
    settle_people(office=make.office(), by=make.user(), at=make.NOW)
    return Post.objects.get(key="DCC")


@pytest.fixture
def action(post: Post) -> Action:
    meeting = post.tenures.get().person.attendance.get().meeting
    made = make.action(meeting, "DCC to count the callers", ["DCC"], "2019-06-01")
    made.owners.update(post=post, person=None)
    return made


def page(post: Post) -> str:
    return f"/people/posts/{post.pk}/"


def handed(post: Post, desk: Desk | None = None, **typed: str) -> Desk:
    """Dana Fenn left on 30 April 2019, and Eve Hart follows, or whatever is typed."""
    desk = desk or officer("Ada Lorne")
    desk.open(f"{page(post)}holder")
    values = {"on": "1/5/2019", "follows": "person", "name": "Eve Hart", **typed}
    desk.send("/holder", **values)
    return desk


def holding(post: Post) -> list[tuple[str, str, str | None]]:
    rows = Tenure.objects.filter(post=post).order_by("start")
    return [(one.person.name, str(one.start), str(one.end) if one.end else None) for one in rows]


def test_the_tenure_ends_the_day_before_and_the_next_begins(post: Post, action: Action) -> None:
    ada = handed(post)
    assert ada.page
    assert "What it owes passes, and its accounts are told." in ada.page.main
    assert holding(post) == [("Dana Fenn", "2019-03-12", "2019-04-30"), ("Eve Hart", "2019-05-01", None)]
    shown = words(ada.page)
    assert "Eve Hart , 1 May 2019 to now" in shown
    assert "From 1 May 2019: Eve Hart, after Dana Fenn. As Ada Lorne said on 2 May 2019, 10am." in shown
    assert Event.objects.get(operation="people.change_holder").summary == (
        "Deputy Chief Constable from 1 May 2019: Eve Hart. 1 open action passes."
    )


def test_each_open_action_says_that_it_passed_and_to_whom(post: Post, action: Action) -> None:
    closed = make.action(action.meeting, "DCC to write", ["DCC"], state="closed")
    closed.owners.update(post=post)
    handed(post)
    step = ActionStep.objects.get()
    assert (step.action, step.kind, step.on, step.person and step.person.name) == (
        action, "passed", dt.date(2019, 5, 1), "Eve Hart",
    )  # fmt: skip
    assert not closed.steps.exists()
    action.refresh_from_db()
    assert (action.state, str(action.due)) == ("open", "2019-06-01")
    assert "Eve Hart now" in officer().open(f"/actions/{action.pk}/").text


def test_what_is_the_other_holders_stays_theirs(post: Post, action: Action) -> None:
    make.tenure("Cal Reed", "Deputy Chief Constable", "2019-01-01", abbreviation="DCC")
    Tenure.objects.filter(person__name="Cal Reed").update(post=post)
    action.owners.update(person=Person.objects.get(name="Cal Reed"))
    desk = officer()
    dana = Person.objects.get(name="Dana Fenn")
    handed(post, desk, leaving=str(dana.pk))
    assert not ActionStep.objects.exists()


def test_both_are_told(post: Post, action: Action) -> None:
    follow.acts_for(contributor("Cal Fenn").user, post)
    handed(post)
    assert "Eve Hart" in Message.objects.get().text


def test_it_stands_whatever_lists_come_in_later(post: Post, action: Action) -> None:
    handed(post)
    late = make.meeting("2019-06-11")
    make.attend(late, "Dana Fenn", "Deputy Chief Constable", "DCC")
    settle_people(office=make.office(), by=make.user(), at=make.NOW)
    assert holding(post) == [("Dana Fenn", "2019-03-12", "2019-04-30"), ("Eve Hart", "2019-05-01", None)]
    relink(office=make.office(), by=make.user(), at=make.NOW)
    assert holding(post) == [("Dana Fenn", "2019-03-12", "2019-04-30"), ("Eve Hart", "2019-05-01", None)]


def test_a_list_that_names_the_follower_otherwise_means_the_same_person(post: Post) -> None:
    handed(post, name="E. Hart")
    make.attend(make.meeting("2019-06-11"), "Eve Hart", "Deputy Chief Constable", "DCC")
    settle_people(office=make.office(), by=make.user(), at=make.NOW)
    settle_people(office=make.office(), by=make.user(), at=make.NOW)
    assert holding(post)[1:] == [("Eve Hart", "2019-05-01", None)]
    assert not Person.objects.filter(name="E. Hart").exists()


def test_somebody_who_is_known_is_not_made_twice(post: Post) -> None:
    handed(post, name="alex moor")
    assert holding(post)[1][0] == "Alex Moor"
    assert Person.objects.count() == 2


def test_a_vacant_post_is_said_so(post: Post, action: Action) -> None:
    ada = handed(post, follows="nobody", name="")
    assert ada.page
    assert "From 1 May 2019: vacant, after Dana Fenn." in ada.page.main
    step = ActionStep.objects.get()
    assert (step.person, step.reason) == (None, "Dana Fenn left the post; nobody follows yet.")


def test_nothing_of_an_abolished_posts_is_lost(post: Post, action: Action) -> None:
    ada = handed(post, follows="abolished", name="")
    assert ada.page
    assert "Nobody holds this post any more: it was abolished on 1 May 2019." in ada.page.main
    assert action.text in ada.page.main
    assert "nobody holds this post any more" in contributor().open("/owed/").main
    handed(post, leaving="none", on="1/6/2019")
    post.refresh_from_db()
    assert post.abolished_on is None


def test_a_day_that_is_ahead_may_be_said(post: Post, action: Action) -> None:
    ada = handed(post, on="1/7/2019")
    assert ada.page
    assert holding(post)[0] == ("Dana Fenn", "2019-03-12", "2019-06-30")
    assert "Dana Fenn" in ada.open("/people/posts/").main
    assert "Eve Hart" not in ada.open("/people/posts/").main


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Write the name of whoever follows"),
        ({"on": ""}, "Say from which day"),
        ({"on": "soon"}, "Write the day as a day, month and year"),
        ({"on": "1/3/2019"}, "They did not hold the post before that day: choose a later one."),
        ({"on": "1/5/2021"}, "That is more than a year ahead"),
        ({"name": "Dana Fenn"}, "The same person cannot leave the post and follow in it."),
        ({"leaving": "99"}, "Choose who leaves"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    typed: dict[str, str], sentence: str, post: Post
) -> None:
    ada = officer()
    ada.open(f"{page(post)}holder")
    values = {"on": "1/5/2019", "follows": "person", "name": "Eve Hart", **typed}
    shown = ada.send("/holder", 400, **values)
    assert sentence in shown.main
    assert ada.form("/holder")[1]["name"] == values["name"]
    assert not Handover.objects.exists()


def test_two_who_say_it_at_once(post: Post) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ben.open(f"{page(post)}holder")
    mine = ben.form("/holder")
    handed(post, ada)
    shown = ben.send(mine, 409, on="1/5/2019", name="Fay Cole", follows="person")
    assert "Ada Lorne changed who holds Deputy Chief Constable" in shown.main
    assert "Eve Hart, from 1 May 2019" in shown.main
    assert "Fay Cole" in shown.main
    assert Handover.objects.count() == 1


def test_a_form_that_is_sent_twice_acts_once(post: Post, action: Action) -> None:
    ada = officer()
    ada.open(f"{page(post)}holder")
    address, held = ada.form("/holder")
    form = (address, {**held, "on": "1/5/2019", "name": "Eve Hart"})
    ada.send(form)
    assert "this was done once" in ada.send(form).main
    assert ActionStep.objects.count() == 1


def test_an_administrator_may_and_others_may_not(post: Post) -> None:
    Desk(Role.ADMINISTRATOR).open(f"{page(post)}holder")
    for role in (Role.COMMISSIONER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR):
        Desk(role).open(f"{page(post)}holder", 403)
        assert "Change who holds it" not in Desk(role).open(page(post)).main


def test_another_offices_post_is_not_there(post: Post) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.post("Otter Post", "OP")
    officer().open(f"{page(theirs)}holder", 404)
