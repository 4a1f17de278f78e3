"""The bytes of what is published are the same whatever it was that is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from answerable.core.permissions.markings import Marking
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.redaction import Category, marker
from answerable.core.refusal import Refusal
from answerable.intake.operations import mark
from answerable.meetings.models import Figure, Item, Meeting
from answerable.publishing.building.actions import register_parts
from answerable.publishing.building.meeting import meeting_content, minutes_parts
from answerable.publishing.models import Publication
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

GONE = marker(Category.PERSONAL)
SECRETS = (
    "Mrs Quillfeather",
    "Ann",
    "the 7 children of Ashby-de-la-Vane",
    "Straße 5, 2 June 2018",
    "ﬁve ÉTÉ",
)
AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)


def parts_of(make_meeting: Callable[[str], Meeting], secret: str) -> list[Part]:
    """The parts of minutes and register that are made of a meeting; the record is as before afterwards."""
    with transaction.atomic():
        meeting = make_meeting(secret)
        register = Publication(office=meeting.office, subject="register")
        content = meeting_content(meeting, AT)
        found = [made(content["path"], Kind.MEETING, content), *register_parts(register, AT)]
        transaction.set_rollback(True)
    for part in found:
        assert secret.encode() not in part.content
    return found


def told(meeting: Meeting) -> dict[str, Any]:
    return dict(meeting_content(meeting, AT))


def make_figure(item: Item, measure: str) -> None:
    Figure.objects.create(
        meeting=item.meeting, item=item, position=item.meeting.figures.count(), measure=measure, value=41,
        kind="count", text=f"{measure}: 41",
    )  # fmt: skip


def everything(secret: str) -> Meeting:
    """A meeting in which a secret stands wherever words can stand."""
    meeting = make.meeting(
        "2018-03-27", chair=secret, title=f"Board, with {secret}", venue=f"House of {secret}"
    )
    make.attend(meeting, f"{secret}", f"Friend of {secret}", "FR")
    item = make.item(meeting, "1", f"The case of {secret}")
    line = make.entry(item, "question", f"The PCC asked about {secret}'s call.", ["PCC", secret])
    answer = make.entry(item, "response", f"The DCC said that {secret} waited 41 minutes.", ["DCC"])
    make.exchange(line, answer)
    action = make.action(item, f"{secret} to be told why by the end of May.", [secret, "DCC"], "2018-05-31")
    promise = make.entry(item, "commitment", f"The DCC will write to {secret} by May.", ["DCC"])
    make.promise(promise, ["DCC"], f"write to {secret} by May", "2018-05-31")
    make.update(item, action, f"{secret} was told.")
    make_figure(item, f"Minutes that {secret} waited")
    publish.redaction(meeting, secret)
    return meeting


def in_a_line(secret: str) -> Meeting:
    """Words of one line, and everything that is made of that line."""
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    line = make.entry(item, "note", f"The call of {secret} took 41 minutes. Others were short.")
    action = make.action(item, f"DCC to write to {secret} by then.", ["DCC"], "2018-05-31")
    assert action.entry
    make.promise(line, ["DCC"], f"The call of {secret} took 41 minutes.", "2018-05-20")
    for one in (line, action.entry):
        publish.redaction(meeting, secret, entry=one)
    return meeting


def whole_line(secret: str) -> Meeting:
    """A whole line, as long as it may be."""
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    line = make.entry(item, "question", f"What of {secret}? And {secret}?", ["PCC"])
    answer = make.entry(item, "response", "It was said.", ["DCC"])
    make.exchange(line, answer)
    action = make.action(item, f"See to {secret}.", ["DCC"], "2018-05-31")
    make.promise(line, [secret], secret, "2018-05-20")
    publish.redaction(meeting, entry=line)
    assert action.entry
    publish.redaction(meeting, entry=action.entry)
    return meeting


def whole_item(secret: str) -> Meeting:
    """An item with one under it."""
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", f"The case of {secret}")
    below = make.item(meeting, "1.1", f"More of {secret}", level=2)
    make.item(meeting, "2", "Calls")
    for one in (item, below):
        line = make.entry(one, "question", f"What of {secret}?", [secret])
        make.action(one, f"See to {secret}.", [secret], "2018-05-31")
        make.exchange(line, make.entry(one, "response", f"{secret} went.", ["DCC"]))
        make_figure(one, f"Times that {secret} called")
    publish.redaction(meeting, item=item)
    return meeting


def restricted_line(secret: str) -> Meeting:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    make.entry(item, "note", "Callers waited less.")
    line = make.entry(item, "note", f"Not {secret}.")
    mark(row=line, marking=Marking.RESTRICTED, why="personal", note="", by=make.user(), at=AT)
    return meeting


@pytest.mark.parametrize("of", [everything, in_a_line, whole_line, whole_item, restricted_line])
def test_the_bytes_are_the_same_whatever_the_secret_was(of: Callable[[str], Meeting]) -> None:
    first = parts_of(of, SECRETS[0])
    assert any(GONE.encode() in one.content for one in first)
    for secret in SECRETS[1:]:
        assert [one.read() for one in parts_of(of, secret)] == [one.read() for one in first]


def later(secret: str) -> Meeting:
    """A later meeting that speaks of an action of which words, or all, are left out."""
    before = make.meeting("2018-02-27")
    given = make.action(make.item(before, "1", "Calls"), f"DCC to write to {secret} soon.", ["DCC"])
    assert given.entry
    publish.redaction(before, secret, entry=given.entry)
    meeting = make.meeting("2018-03-27")
    make.update(make.item(meeting, "1", "Matters arising"), given, f"{secret} was written to.")
    publish.redaction(meeting, secret, entry=meeting.entries.get())
    return meeting


def test_a_later_meeting_keeps_the_secret_too() -> None:
    first = parts_of(later, SECRETS[0])
    said = first[0].read()["updates"][0]
    assert GONE in said["action_text"]
    assert said["text"] == f"{GONE} was written to."
    assert parts_of(later, SECRETS[1]) == first


def test_an_update_of_an_action_that_goes_whole_goes_too() -> None:
    before = make.meeting("2018-02-27")
    given = make.action(make.item(before, "1", "Calls"), "DCC to see to it.", ["DCC"])
    assert given.entry
    publish.redaction(before, entry=given.entry)
    meeting = make.meeting("2018-03-27")
    make.update(make.item(meeting, "1", "Matters arising"), given, "It was seen to.")
    assert told(meeting)["updates"] == []


def test_a_date_that_stands_in_what_is_left_out_goes_with_it() -> None:
    meeting = make.meeting("2018-03-27")
    action = make.action(
        make.item(meeting, "1", "Calls"), "DCC to move it by 31 May 2018.", ["DCC"], "2018-05-31"
    )
    action.dues.update(text="by 31 May 2018")
    assert action.entry
    type(action.entry).objects.filter(pk=action.entry.pk).update(text=action.text)
    publish.redaction(meeting, "to move it by 31 May 2018", entry=action.entry)
    due = told(meeting)["actions"][0]["dues"][0]
    assert due == {"text": GONE, "date": None, "precision": "event"}


def test_a_line_that_cannot_be_found_again_stops_everything() -> None:
    meeting = make.meeting("2018-03-27")
    line = make.entry(make.item(meeting, "1", "Calls"), "note", "It was hidden.")
    publish.redaction(meeting, entry=line)
    line.delete()
    with pytest.raises(Refusal, match="say anew"):
        told(meeting)


def test_a_page_of_the_original_is_not_told_where_anything_is_left_out() -> None:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    line = make.entry(item, "note", "Seen.", source=[make.place("Seen.", page=1)])
    before = told(meeting)["entries"][0]["page"]
    publish.redaction(meeting, entry=make.entry(item, "note", "Hidden."))
    assert before == line.source[0]["page"] == 1
    assert told(meeting)["entries"][0]["page"] is None


def test_files_of_the_minutes_have_the_same_bytes_too() -> None:
    files = []
    for secret in SECRETS[:2]:
        with transaction.atomic():
            meeting = everything(secret)
            asked = Publication(office=meeting.office, subject="minutes", meeting=meeting)
            files.append([one.content for one in minutes_parts(asked, AT)])
            transaction.set_rollback(True)
    assert files[0] == files[1]
