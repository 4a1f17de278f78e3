"""Digests: who is told what and when; nothing twice, nothing that they may not see, one mail a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.audit.models import Event
from answerable.core.permissions.roles import GIVEN, Role
from answerable.mail.models import Message, Wish
from answerable.meetings.models import Forum, Meeting
from answerable.minuting.models import Step
from answerable.people.models import Post
from answerable.reminders.daily import letters, remind
from answerable.reminders.models import Reminded
from tests import cycle
from tests import factories as make
from tests.follow import acts_for, report
from tests.signing import person_with

pytestmark = pytest.mark.django_db

TODAY = dt.date(2019, 5, 28)  # a Tuesday, a week before the papers of 11 June are due
DAY = dt.timedelta(days=1)


@pytest.fixture
def forum() -> Forum:
    return make.forum()


@pytest.fixture
def post() -> Post:
    return make.post("Deputy Chief Constable", "DCC")


@pytest.fixture
def dcc(post: Post) -> User:
    user = person_with(Role.CHIEF_OFFICER, make.office(), "Nadia Example")
    acts_for(user, post)
    return user


@pytest.fixture
def june(forum: Forum) -> Meeting:
    meeting = cycle.planned("2019-06-11", forum)
    cycle.deadline(meeting, "papers", "2019-06-04", time="09:00")
    return meeting


@pytest.fixture
def given(forum: Forum, post: Post) -> Callable[..., Action]:
    """An action of the forum's meeting in March, owned by the DCC."""
    items: list[Any] = []

    def make_one(text: str = "Share the baseline.", due: str | None = "2019-06-10", **fields: Any) -> Action:
        if not items:
            items.append(make.item(make.meeting("2019-03-12", forum), "1", "Calls"))
        return make.action(items[0], text, fields.pop("owners", ["DCC"]), due, **fields)

    return make_one


def told(today: dt.date = TODAY) -> list[str]:
    """The names of those who were told something on a day."""
    at = dt.datetime.combine(today, dt.time(7), dt.UTC)
    return [one.user.name for one in remind(make.office(), today, at=at)]


def letter(user: User) -> Message:
    return Message.objects.filter(user=user).latest("pk")


# ---------------------------------------------------------------- before a meeting
def test_a_week_before_papers_are_due(dcc: User, june: Meeting, given: Callable[..., Action]) -> None:
    action = given()
    assert told(TODAY - DAY) == []
    assert told(TODAY) == ["Nadia Example"]
    mail = letter(dcc)
    assert mail.subject == "1 action before the meeting on 11 June 2019 (Wyvern Valley)"
    assert mail.text == (
        "Hello Nadia Example\n\n"
        "Assurance Meeting, Tuesday 11 June 2019\n"
        "---------------------------------------\n\n"
        "Papers are due by Tuesday 4 June 2019 at 9am. 1 action that you answer for comes back to it.\n\n"
        f"* {action.number}: Share the baseline.\n"
        "  DCC · due 10 June 2019\n"
        f"  http://localhost:8000/actions/{action.pk}/\n\n"
        "-- \n"
        "You get this because you have an account in Answerable for Wyvern Valley.\n"
        "Change which mails you get: http://localhost:8000/mail/wishes\n"
    )
    assert (mail.kind, mail.parts, mail.to) == ("before", [f"before:{june.pk}"], dcc.email)


def test_once_for_a_meeting_whatever_day_it_is(
    dcc: User, june: Meeting, given: Callable[..., Action]
) -> None:
    given()
    days = [TODAY + number * DAY for number in range(10)]
    assert [bool(told(day)) for day in days] == [True] + [False] * 9


def test_a_day_that_was_missed_is_caught_up_on(
    dcc: User, june: Meeting, given: Callable[..., Action]
) -> None:
    given()
    assert told(TODAY + 3 * DAY) == ["Nadia Example"]


def test_twice_the_same_day_tells_nothing_twice(
    dcc: User, june: Meeting, given: Callable[..., Action]
) -> None:
    given()
    assert told() == ["Nadia Example"]
    assert told() == []
    given("Another.", "2019-05-01")  # overdue: new, but there was a letter today
    assert told() == []
    assert told(TODAY + DAY) == ["Nadia Example"]


def test_not_of_a_meeting_that_was_cancelled_or_held(
    dcc: User, june: Meeting, given: Callable[..., Action]
) -> None:
    given()
    for state in ("cancelled", "held"):
        Meeting.objects.filter(pk=june.pk).update(state=state)
        assert told() == []


def test_what_is_not_theirs_is_nobodys_business(
    dcc: User, june: Meeting, given: Callable[..., Action]
) -> None:
    make.post("Chief Constable", "CC")
    given(owners=["CC"])
    given(owners=["Somebody unheard of"])
    assert told() == []


def test_terms_of_reference_that_ask(dcc: User, june: Meeting) -> None:
    panel = person_with(Role.PANEL_READER, make.office())
    acts_for(panel, make.post("Panel clerk", "Clerk"))
    terms = cycle.terms(june, "How long do callers wait?", "Why?", sent=False)
    assert told() == []
    terms.sent_at, terms.sent_by = make.NOW, make.user()
    terms.save()
    assert told() == ["Nadia Example"]
    mail = letter(dcc)
    assert mail.subject == "A briefing note for the meeting on 11 June 2019 (Wyvern Valley)"
    assert "* The terms of reference ask 2 points, and no briefing note has come yet" in mail.text
    assert f"http://localhost:8000/papers/meetings/{june.pk}/" in mail.text
    assert "callers" not in mail.text


def test_not_once_the_note_is_there(dcc: User, june: Meeting) -> None:
    cycle.terms(june, "How long?")
    cycle.note(june)
    assert told() == []


# ---------------------------------------------------------------- overdue, newly given, reported
def test_overdue_once_a_week_the_latest_first(dcc: User, given: Callable[..., Action]) -> None:
    late, later = given("Late.", "2019-05-20"), given("Later.", "2019-03-20")
    given("Not late.", "2019-06-30")
    given("Done.", "2019-03-20", state="closed")
    days = [TODAY + number * DAY for number in range(8)]
    assert [bool(told(day)) for day in days] == [True] + [False] * 5 + [True, False]  # Mondays begin weeks
    first = Message.objects.earliest("pk")
    assert first.subject == "2 actions overdue (Wyvern Valley)"
    assert first.text.index(str(later.number)) < first.text.index(str(late.number))
    assert "due 20 May 2019, 8 days late" in first.text
    assert "Done." not in first.text
    assert "Not late." not in first.text


def test_minutes_that_were_approved_give(dcc: User, forum: Forum, given: Callable[..., Action]) -> None:
    action = given()
    assert told() == [], "what was imported is nobody's news"
    meeting = action.meeting
    meeting.minutes_state = "approved"
    meeting.save()
    Step.objects.create(
        meeting=meeting, was="seen", to="approved", at=dt.datetime(2019, 5, 27, 15, 0, tzinfo=dt.UTC),
        by=make.user(),
    )  # fmt: skip
    assert told() == ["Nadia Example"]
    mail = letter(dcc)
    assert mail.subject == "1 new action (Wyvern Valley)"
    assert (
        "The minutes of Assurance Meeting on 12 March 2019 are approved. They give you 1 action." in mail.text
    )
    assert told(TODAY + DAY) == []


def test_reports_wait_for_the_side_that_does_not_own_them(dcc: User, given: Callable[..., Action]) -> None:
    person_with(Role.POLICY_OFFICER, make.office(), "Priya Example")
    action = given(due=None, state="reported")
    report(action, "The baseline is shared.", done=True, owner="DCC", released_on=dt.date(2019, 5, 27))
    report(action, "A draft.", state="draft")
    assert told() == ["Priya Example"]
    mail = Message.objects.get()
    assert mail.subject == "1 report to answer (Wyvern Valley)"
    assert f"* {action.number}: The baseline is shared.\n  DCC, 27 May 2019: done" in mail.text
    assert told(TODAY + DAY) == []
    report(action, "And the targets.")
    assert told(TODAY + 2 * DAY) == ["Priya Example"]
    assert letter(mail.user).subject == "2 reports to answer (Wyvern Valley)"


def test_the_offices_report_waits_for_the_chief_officer(given: Callable[..., Action]) -> None:
    make.post("Police and Crime Commissioner", "PCC", "office")
    for role in (Role.POLICY_OFFICER, Role.CHIEF_OFFICER, Role.CONTRIBUTOR):
        person_with(role, make.office())
    report(given(owners=["PCC"], due=None, state="reported"), side="office")
    assert told() == ["Chief officer"]


def test_officers_are_told_what_the_office_owes(given: Callable[..., Action]) -> None:
    make.post("Police and Crime Commissioner", "PCC", "office")
    for role in GIVEN:
        person_with(role, make.office())
    given("Write to the Home Office.", "2019-05-01", owners=["PCC"])
    assert told() == ["Commissioner or deputy", "Policy officer"]


def test_all_of_it_is_one_letter(dcc: User, june: Meeting, given: Callable[..., Action]) -> None:
    given("Late.", "2019-05-20")
    cycle.terms(june, "How long?")
    assert told() == ["Nadia Example"]
    mail = Message.objects.get()
    assert mail.subject == "1 action before the meeting on 11 June 2019; 1 action overdue (Wyvern Valley)"
    assert mail.kind == "digest"
    assert set(mail.parts) == {f"before:{june.pk}", "overdue:2019-W22"}


# ---------------------------------------------------------------- who wants it, who may see it
def test_what_somebody_does_not_want(dcc: User, june: Meeting, given: Callable[..., Action]) -> None:
    given("Late.", "2019-05-20")
    Wish.objects.create(user=dcc, kind="overdue")
    assert told() == ["Nadia Example"]
    assert letter(dcc).kind == "before"
    Wish.objects.create(user=dcc, kind="before")
    assert told(TODAY + 7 * DAY) == []


def test_nobody_who_is_gone(dcc: User, june: Meeting, given: Callable[..., Action]) -> None:
    given()
    dcc.roles_held.update(ended_at=make.NOW)
    assert told() == []
    dcc.roles_held.update(ended_at=None)
    User.objects.filter(pk=dcc.pk).update(is_active=False)
    assert told() == []


def everything_secret(post: Post, june: Meeting, given: Callable[..., Action]) -> None:
    """Something of every kind that not everybody may see, each with the word that must not be seen."""
    given("Kestrelwind restricted.", "2019-05-20", restricted=True)
    draft = given("Kestrelwind draft.", "2019-05-20")
    Action.objects.filter(pk=draft.pk).update(draft=True)
    taken = cycle.planned("2019-05-14", june.forum, minutes_state="seen")
    make.action(make.item(taken, "1", "Calls"), "Kestrelwind unapproved.", ["DCC"], "2019-05-20")
    report(given("Kestrelwind reported.", None, restricted=True, state="reported"), "Kestrelwind report.")
    half = given("The plain one.", None, state="reported")
    report(half, "Kestrelwind half a report.", state="draft")
    report(half, "Kestrelwind restricted report.", restricted=True)
    theirs = given("Ours.", None, owners=["PCC"], state="reported")
    report(theirs, "Kestrelwind of the office.", side="office", state="draft")


@pytest.mark.parametrize("role", GIVEN)
def test_no_secret_is_in_any_letter(
    role: Role, post: Post, june: Meeting, given: Callable[..., Action]
) -> None:
    pcc = make.post("Police and Crime Commissioner", "PCC", "office")
    everything_secret(post, june, given)
    user = person_with(role, make.office())
    acts_for(user, post)
    acts_for(user, pcc)
    told()
    said = "".join(one.subject + one.text + one.html for one in Message.objects.all())
    assert "The plain one." in said, "the letter says something"
    assert "Kestrelwind" not in said
    sees = role not in (Role.PANEL_READER, Role.ADMINISTRATOR)
    assert ("restricted, so its words are on its page only" in said) is sees


def test_another_offices_actions_are_not_told(dcc: User, june: Meeting, given: Callable[..., Action]) -> None:
    with make.in_office(make.office("Otterdale")):
        make.post("Deputy Chief Constable", "DCC")
        make.action(
            make.item(make.meeting("2019-03-12"), "1", "Plumbagofen"), "Plumbagofen.", ["DCC"], "2019-05-01"
        )
    assert told() == []


def test_a_long_list_is_cut_and_leads_on(dcc: User, given: Callable[..., Action]) -> None:
    for number in range(35):
        given(f"Thing {number}.", "2019-05-20")
    told()
    mail = letter(dcc)
    assert mail.text.count("\n* ") == 15
    assert "And 20 more\nhttp://localhost:8000/owed/" in mail.text


# ---------------------------------------------------------------- what is kept of it
def test_the_event_names_the_messages_and_none_of_their_words(
    dcc: User, june: Meeting, given: Callable[..., Action]
) -> None:
    given()
    told()
    event = Event.objects.latest("id")
    assert (event.operation, event.summary, event.by) == (
        "reminders.remind",
        "Reminded 1 person by mail.",
        None,
    )
    assert event.named == [("mail.message", Message.objects.get().pk)]
    assert Reminded.objects.get().told == 1


def test_as_many_queries_with_many_as_with_few(
    dcc: User,
    post: Post,
    june: Meeting,
    given: Callable[..., Action],
    django_assert_num_queries: Callable[..., Any],
) -> None:
    report(given("Late.", "2019-05-20"))
    with CaptureQueriesContext(connection) as few:
        letters(make.office(), TODAY)
    for number in range(12):
        given(f"Thing {number}.", "2019-05-20")
        acts_for(
            person_with(Role.CONTRIBUTOR, make.office(), f"Person {number}"),
            make.post("Deputy Chief Constable", "DCC"),
        )
        report(given("R.", None, state="reported"))
    with django_assert_num_queries(len(few)):
        assert len(letters(make.office(), TODAY)) == 13


def test_what_is_left_to_do_comes_first(dcc: User, june: Meeting, given: Callable[..., Action]) -> None:
    reported = given("Reported.", "2019-05-01", state="reported")
    undated, late, soon = given("Undated.", None), given("Late.", "2019-05-20"), given("Soon.", "2019-06-10")
    Wish.objects.create(user=dcc, kind="overdue")
    told()
    text = letter(dcc).text
    places = [text.index(f"* {one.number}: ") for one in (late, soon, undated, reported)]
    assert places == sorted(places)
    assert "due 1 May 2019 · reported, and not answered yet" in text
