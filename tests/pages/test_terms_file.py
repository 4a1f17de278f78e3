"""Terms of reference go out as files."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.offices.models import Force
from answerable.readers import read
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer

POINTS = ("How long do callers wait, & why <so>?", "How many are lost?")


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned()
    cycle.deadline(made, time="09:00")
    terms = cycle.terms(made, *POINTS)
    terms.introduction = "Keep to four pages."
    terms.save()
    Force.objects.create(office=make.office(), name="Wyvern Valley Police")
    return made


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_the_file_says_all_that_is_asked(form: str, meeting: Meeting) -> None:
    cal = contributor()
    path = f"/papers/meetings/{meeting.pk}/terms.{form}"
    assert path in cal.open(f"/papers/meetings/{meeting.pk}/").links
    answer = cal.client.get(path)
    name = f'attachment; filename="terms-assurance-meeting-2019-06-11.{form}"'
    assert answer["Content-Disposition"] == name
    text = " ".join(read(answer.content, f"terms.{form}").text.split())
    for words in (
        "Terms of reference: Assurance Meeting, 11 June 2019",
        "To: Wyvern Valley Police",
        "From: Wyvern Valley",
        "Briefing note due: 4 June 2019, 9am",
        "Sent: 2 May 2019, 10am",
        "Keep to four pages.",
        *(f"{number}. {point}" for number, point in enumerate(POINTS, 1)),
    ):
        assert words in text


def test_what_was_changed_is_on_it(meeting: Meeting) -> None:
    officer().post(f"/papers/meetings/{meeting.pk}/points", points="And at night?")
    answer = contributor().client.get(f"/papers/meetings/{meeting.pk}/terms.docx")
    text = " ".join(read(answer.content, "terms.docx").text.split())
    assert "Changed after it was sent" in text
    assert "Point 3 was added: “And at night?” (2 May 2019, 10am)" in text


def test_a_draft_is_marked_and_not_for_the_force(meeting: Meeting) -> None:
    meeting.terms.sent_at = None
    meeting.terms.save()
    path = f"/papers/meetings/{meeting.pk}/terms.html"
    assert "DRAFT" in officer().client.get(path).content.decode()
    assert contributor().client.get(path).status_code == 404


@pytest.mark.parametrize("form", ["exe", "doc", "x"])
def test_there_is_no_other_form(form: str, meeting: Meeting) -> None:
    assert officer().client.get(f"/papers/meetings/{meeting.pk}/terms.{form}").status_code == 404


def test_without_terms_there_is_no_file(db: None) -> None:
    assert officer().client.get(f"/papers/meetings/{cycle.planned().pk}/terms.pdf").status_code == 404


def test_not_for_the_panel(meeting: Meeting) -> None:
    Desk(Role.PANEL_READER).open(f"/papers/meetings/{meeting.pk}/terms.html", 403)
    assert officer().client.post(f"/papers/meetings/{meeting.pk}/terms.html").status_code == 405
