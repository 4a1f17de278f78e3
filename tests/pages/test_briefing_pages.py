"""The pages on which papers are followed: what is asked, and how notes were judged over the meetings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.papers.models import BriefingNote, Coverage, Judgement, NoteVersion, Point
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer

MOST_QUERIES = 15


def judged(date: str, title: str = "Briefing note", **said: Any) -> NoteVersion:
    meeting = make.meeting(date, state="held")
    cycle.terms(meeting, "How long?", "How many?")
    held = make.document(f"Note for {meeting} in {meeting.office}", f"{date}.txt")
    version = cycle.note(meeting, "Words " * int(said.pop("words_count", 3)), title=title, document=held)
    for point in meeting.terms.points.all():
        Coverage.objects.create(version=version, point=point, part="Part", verdict="covered")
    Judgement.objects.create(version=version, at=make.NOW, by=make.user(), **{"outcome": "accepted", **said})
    BriefingNote.objects.filter(pk=version.note_id).update(state=said.get("outcome", "accepted") or "sent")
    return version


def fill(count: int) -> None:
    """Meetings ahead and behind, each with all that papers can have."""
    topic = make.Topic.objects.first() or make.topic(
        "Callers", [make.entry(make.meeting("2017-01-03"), "note", "x")]
    )
    for number in range(count):
        meeting = cycle.planned(f"20{20 + number // 12}-{number % 12 + 1:02}-05")
        cycle.deadline(meeting, "terms")
        cycle.deadline(meeting)
        cycle.terms(meeting, *(f"Callers of kind {n}?" for n in range(count)))
        cycle.template(f"Template {number}-{count}", "How long?")
        judged(f"2018-{number % 12 + 1:02}-{number // 12 + 10}", overall="good", words="Well.")
    Point.objects.filter(position=0).update(topic=topic)


def test_an_office_without_plans(db: None) -> None:
    assert "No meeting is planned from today on." in officer().open("/papers/").main
    assert "No earlier meeting" in officer().open("/papers/?show=earlier").main
    assert "No briefing note has come in yet." in officer().open("/papers/judgements/").main
    assert officer().open("/papers/").heading == "Terms of reference and briefing notes"
    assert contributor().open("/papers/").heading == "What is asked of us"


def test_what_is_asked_and_by_when(db: None) -> None:
    meeting = cycle.planned(theme="Answering the phone")
    cycle.deadline(meeting, "terms", "2019-05-01")
    cycle.deadline(meeting, time="09:00")
    cycle.planned("2019-05-01")  # its day is over
    rows = contributor().open("/papers/").rows()
    assert rows == [
        [
            "11 June 2019Assurance Meeting: Answering the phone",
            "Not sent yetdue out 1 May 2019, 1 day ago",
            "4 June 2019, 9amin 33 days",
            "Nothing yet",
        ]
    ]


def test_a_deadline_that_was_moved_says_so(db: None) -> None:
    meeting = cycle.planned()
    cycle.deadline(meeting, time="09:00", first=dt.date(2019, 5, 28))
    assert "4 June 2019, 9am (moved from 28 May 2019)" in contributor().open("/papers/").main
    assert "moved from 28 May 2019" in contributor().open(f"/papers/meetings/{meeting.pk}/").main


def test_a_cancelled_meeting_leads_to_the_one_that_takes_its_place(db: None) -> None:
    meeting, other = cycle.planned(), cycle.planned("2019-07-09")
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled")
    meeting.moves.create(was=meeting.date, to=None, onto=other, why="Illness", at=make.NOW, by=make.user())
    page = contributor().open(f"/papers/meetings/{meeting.pk}/")
    assert "What was due at it goes on at Assurance Meeting, 9 July 2019." in page.main
    assert page.find("9 July 2019") == f"/papers/meetings/{other.pk}/"


def test_a_draft_is_the_offices_business(db: None) -> None:
    cycle.terms(cycle.planned(), "How long?", sent=False)
    assert "Draft, 1 point" in officer().open("/papers/").main
    assert "Draft" not in contributor().open("/papers/").main
    assert "Draft, 1 point" in Desk(Role.AUDITOR).open("/papers/").main


def test_earlier_meetings_have_a_list_of_their_own(db: None) -> None:
    judged("2019-03-12", overall="good")
    assert "12 March 2019" not in officer().open("/papers/").main
    assert "12 March 2019" in officer().open("/papers/?show=earlier").main


def test_judgements_stand_side_by_side_over_the_meetings(db: None) -> None:
    judged("2018-07-10", points="some", length="long", voice="missing", risks="partly", overall="poor",
           outcome="returned", why="Halve it.", words_count=4000)  # fmt: skip
    judged(
        "2018-08-14",
        points="all",
        length="right",
        overall="good",
        words="A better product.",
        words_count=1900,
    )
    page = officer().open("/papers/judgements/")
    assert page.rows() == [
        ["14 Aug 2018", "Briefing note, version 1Accepted", "1,900", "–", "Every point 2 of 2", "About right",
         "–", "–", "Good", "A better product."],
        ["10 Jul 2018", "Briefing note, version 1Sent back", "4,000", "–", "Some points 2 of 2", "Too long",
         "Missing", "In part", "Not good enough", "Halve it."],
    ]  # fmt: skip
    assert page.tree.xpath("//svg/@aria-label") == [
        "Words of each note from the oldest to the newest: 4,000 and 1,900"
    ]


def test_judgements_of_one_forum(db: None) -> None:
    judged("2018-07-10", overall="good")
    other = make.forum("Accountability Board")
    assert (
        "No briefing note has come in yet for this forum."
        in officer().open(f"/papers/judgements/?forum={other.pk}").main
    )
    assert "10 Jul 2018" in officer().open(f"/papers/judgements/?forum={make.forum().pk}").main
    officer().open("/papers/judgements/?forum=x", 400)


def test_a_judgement_that_is_not_decided_is_the_offices_business(db: None) -> None:
    judged("2018-07-10", length="long", outcome="")
    assert "Too long" in officer().open("/papers/judgements/").main
    assert "Too long" not in contributor().open("/papers/judgements/").main


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.ADMINISTRATOR])
def test_papers_are_not_for_everybody(role: Role, db: None) -> None:
    meeting = cycle.planned()
    version = cycle.note(meeting)
    desk = Desk(role)
    for path in ("", "judgements/", f"meetings/{meeting.pk}/", f"versions/{version.pk}/"):
        desk.open(f"/papers/{path}", 403)


def test_another_offices_papers_are_not_found(db: None) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.planned(forum=make.forum("Plumbagofen Board"))
        cycle.terms(other, "A Plumbagofen?")
        version = cycle.note(other, title="Plumbagofen")
    for desk in (officer(), contributor()):
        desk.open(f"/papers/meetings/{other.pk}/", 404)
        desk.open(f"/papers/versions/{version.pk}/", 404)
        for path in ("/papers/", "/papers/?show=earlier", "/papers/judgements/"):
            assert "Plumbagofen" not in desk.open(path).main
    officer().open(f"/papers/points/{Point.objects.get().pk}/", 404)


def paths() -> list[str]:
    meeting = Meeting.objects.filter(state="planned").earliest("date")
    found = ["/papers/", "/papers/?show=earlier", "/papers/judgements/", f"/papers/meetings/{meeting.pk}/"]
    found += [f"/papers/meetings/{NoteVersion.objects.earliest('pk').note.meeting_id}/"]
    found += [f"/papers/versions/{NoteVersion.objects.earliest('pk').pk}/"]
    return found


@pytest.mark.parametrize("desk", [officer, contributor])
def test_pages_ask_as_little_at_ten_times_the_size(desk: Any, db: None) -> None:
    fill(3)
    one, asked = desk(), {}

    def count() -> dict[str, int]:
        counts = {}
        for path in asked:
            with CaptureQueriesContext(connection) as queries:
                one.open(path)
            counts[path] = len(queries)
        return counts

    asked = dict.fromkeys(paths())
    before = count()
    assert max(before.values()) <= MOST_QUERIES, before
    Point.objects.all().delete()
    fill_more()
    assert count() == before


def fill_more() -> None:
    Meeting.objects.filter(state="planned").update(theme="More")
    topic = make.Topic.objects.earliest("pk")
    for meeting in Meeting.objects.filter(terms__isnull=False):
        Point.objects.bulk_create(
            [
                Point(
                    terms=meeting.terms, position=at, text=f"Callers {at}?", topic=topic if at < 9 else None
                )
                for at in range(30)
            ]
        )
    first = NoteVersion.objects.earliest("pk")
    for at, point in enumerate(Point.objects.filter(terms__meeting=first.note.meeting_id)):
        Coverage.objects.create(version=first, point=point, part=f"Part {at}", said_by=make.user())
    for number in range(30):
        meeting = cycle.planned(f"20{30 + number // 12}-{number % 12 + 1:02}-05")
        cycle.deadline(meeting)
        cycle.terms(meeting, "How long?")
        cycle.template(f"More {number}", "How long?")
        judged(f"2017-{number % 12 + 1:02}-{number // 12 + 10}", overall="good")
        old = make.meeting(f"2016-{number % 12 + 1:02}-{number // 12 + 10}")
        make.topic(f"Subject {number}", [make.entry(old, "note", "x")])


@pytest.mark.parametrize("desk", [officer, contributor])
def test_every_page_keeps_the_rules_of_pages(desk: Any, db: None) -> None:
    fill(3)
    titles = set()
    for path in [*paths(), *(["/papers/templates/", "/papers/templates/new"] if desk is officer else [])]:
        page = desk().open(path)
        ids = [node.get("id") for node in page.tree.xpath("//*[@id]")]
        assert len(ids) == len(set(ids)), path
        named = {label.get("for") for label in page.tree.iter("label")}
        inputs = page.tree.xpath("//input[@type!='hidden'] | //select | //textarea")
        assert {node.get("id") for node in inputs} <= named, path
        assert not page.tree.xpath("//*[@style]"), path
        assert "None" not in page.main.replace("None yet", "")
        assert page.title not in titles, page.title
        titles.add(page.title)
        for form in page.tree.get_element_by_id("main-content").iter("form"):
            if form.get("method") == "post":
                assert {"form_key", "seen", "csrfmiddlewaretoken"} <= set(dict(form.fields)), path


def test_somebody_of_both_sides_has_the_offices_pages(db: None) -> None:
    from answerable.accounts.models import RoleHeld

    meeting = cycle.planned()
    cycle.terms(meeting, "How long?", sent=False)
    both = contributor("Both Sides")
    RoleHeld.objects.create(user=both.user, office=make.office(), role=Role.POLICY_OFFICER, given_at=make.NOW)
    assert both.open("/papers/").heading == "Terms of reference and briefing notes"
    assert "Draft, 1 point" in both.open("/papers/").main
    page = both.open(f"/papers/meetings/{meeting.pk}/")
    assert "Add points" in page.main
    assert "Send the briefing note" in page.main
    assert "Save the judgement" in both.open(f"/papers/versions/{cycle.note(meeting).pk}/").main
