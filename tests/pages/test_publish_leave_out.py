"""Words, a line, an item, a name: left out of what is published, and taken back."""

from __future__ import annotations

import pytest

from answerable.audit.models import Event
from answerable.publishing.models import Redaction
from tests import factories as make
from tests import publish
from tests.publishing_pages import board, commissioner, line_of, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

GONE = "[left out: personal data]"
ANSWERS = {"category": "personal", "reason": "She is no office-holder."}


def test_words_of_a_line() -> None:
    meeting, petra = board(), officer()
    petra.open(petra.open(f"/publishing/meetings/{meeting.pk}/").find("leave out"))
    petra.open(f"/publishing/lines/{line_of(meeting).pk}/leave-out")
    after = petra.send("/leave-out", words="Mrs Quillfeather of Ash Lane", **ANSWERS)
    assert "Left out of what is published from now on." in after.main
    assert f"The DCC said that {GONE} waited." in after.main
    assert "1 thing is left out" in after.main
    assert "She is no office-holder." in after.main
    event = Event.objects.latest("pk")
    assert "Quillfeather" not in f"{event.summary} {event.details}"


def test_the_whole_line() -> None:
    meeting, petra = board(), officer()
    petra.open(f"/publishing/lines/{line_of(meeting).pk}/leave-out")
    after = petra.send("/leave-out", what="entry", words="", **ANSWERS)
    assert GONE in after.main
    assert Redaction.objects.get().words == ""


def test_an_item() -> None:
    meeting, petra = board(), officer()
    petra.open(f"/publishing/items/{meeting.items.get().pk}/leave-out")
    after = petra.send("/leave-out", category="exemption", exemption="FOI Act 2000 s.43", reason="A tender.")
    assert "(the whole item is left out)" in after.main
    assert "FOI Act 2000 s.43" in after.main


def test_a_name_wherever_it_stands() -> None:
    meeting, petra = board(), officer()
    make.entry(meeting.items.get(), "note", "QUILLFEATHER’s case was closed.")
    petra.open(f"/publishing/meetings/{meeting.pk}/")
    assert petra.page
    petra.open(petra.page.find("Leave out a name wherever it stands"))
    after = petra.send("/leave-out", words="Quillfeather", **ANSWERS)
    preview = after.main.split("Calls", 1)[1]
    assert "Mrs [left out: personal data] of Ash Lane" in preview
    assert f"{GONE} case was closed." in preview
    assert "uillfeather" not in preview.casefold()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": ""}, "Write the words that are to be left out"),
        ({"category": ""}, "Choose what the public is told"),
        ({"reason": ""}, "Say why it is left out. The public does not see the reason"),
    ],
)
def test_what_is_missing_is_asked_for(typed: dict[str, str], said: str) -> None:
    meeting, petra = board(), officer()
    petra.open(f"/publishing/lines/{line_of(meeting).pk}/leave-out")
    page = petra.send("/leave-out", 400, **{"words": "Mrs Quillfeather", **ANSWERS, **typed})
    assert said in page.main
    assert not Redaction.objects.exists()


def test_words_that_do_not_stand_there_are_refused() -> None:
    meeting, petra = board(), officer()
    petra.open(f"/publishing/lines/{line_of(meeting).pk}/leave-out")
    page = petra.send("/leave-out", words="Mr Plume", **ANSWERS)
    assert "These words do not stand in the line" in page.main
    assert "Mr Plume" in page.text
    petra.send("/leave-out", words="Quillfeath", **ANSWERS)
    assert not Redaction.objects.exists()


def test_the_same_is_left_out_once() -> None:
    meeting, petra, dara = board(), officer(), commissioner()
    for desk in (petra, dara):
        desk.open(f"/publishing/lines/{line_of(meeting).pk}/leave-out")
    petra.send("/leave-out", words="Mrs Quillfeather", **ANSWERS)
    assert "That is left out already." in dara.send("/leave-out", words="mrs  quillfeather", **ANSWERS).main
    assert Redaction.objects.count() == 1


def test_it_can_be_taken_back_with_a_reason() -> None:
    meeting, petra = board(), officer()
    publish.redaction(meeting, "Quillfeather")
    petra.open(petra.open(f"/publishing/meetings/{meeting.pk}/").find("Take back"))
    form = petra.form("/lift")
    assert "Say why everybody can read it now" in petra.send(form, 400, why=" ").main
    after = petra.send("/lift", why="She agreed.")
    assert "Mrs Quillfeather of Ash Lane" in after.main
    assert "Left out before, and taken back (1)" in after.main
    row = Redaction.objects.get()
    assert row.lifted_by == petra.user
    assert "It was taken back on" in petra.open(f"/publishing/left-out/{row.pk}/lift").main
    assert "taken back already" in petra.post(f"/publishing/left-out/{row.pk}/lift", why="Again.").main


def test_what_somebody_may_not_see_is_not_there() -> None:
    petra = officer()
    for kind in ("lines", "items", "meetings"):
        petra.open(f"/publishing/{kind}/987654/leave-out", 404)
    with make.in_office(make.office("Otterdale")):
        theirs = line_of(board("2018-04-24"))
    petra.open(f"/publishing/lines/{theirs.pk}/leave-out", 404)
