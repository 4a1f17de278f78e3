"""The same addresses answer the script with JSON: what was made of the lines, and the same refusals."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item, Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Line
from answerable.minuting.queries import line_version
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

BASELINE = "ACTION: DCC to share the new baseline by the end of June"
SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def item(db: None) -> Item:
    made = cycle.planned("2019-05-14")
    item = cycle.agenda(made, "Victim satisfaction", "Any other business")[0]
    minuting.start_minutes(meeting=made, by=make.user(), at=make.NOW)
    return item


def send(client: Client, address: str, status: int = 200, **sent: Any) -> dict[str, Any]:
    answer = client.post(address, {"form_key": str(uuid.uuid4()), **sent}, headers=SCRIPT)
    assert answer.status_code == status, answer.content[:300]
    found: dict[str, Any] = answer.json()
    return found


def typed(client: Client, item: Item, *texts: str, **more: Any) -> dict[str, Any]:
    keys = [str(uuid.uuid4()) for _ in texts]
    sent = {"item": item.pk, "line": texts, "line_key": keys, **more}
    return send(client, f"/minutes/{item.meeting_id}/lines", **sent)


def test_it_says_what_was_made_of_the_lines(client: Client, item: Item) -> None:
    answer = typed(client, item, "PCC asked why.", "The DCC said so.", BASELINE)
    assert [one["facts"] for one in answer["lines"]] == [
        "question · PCC", "answer · DCC", "action · DCC · due 30 June 2019",
    ]  # fmt: skip
    assert answer["lines"][2]["actions"][0]["number"] == "A-0001"
    assert (answer["open"], answer["item"]) == (0, item.pk)


def test_what_is_open_is_counted(client: Client, item: Item) -> None:
    assert typed(client, item, "ACTION: the letter to be sent")["open"] == 1


def test_lines_sent_again_are_the_same_lines(client: Client, item: Item) -> None:
    sent = {"item": item.pk, "line": ["One.", "Two."], "line_key": [str(uuid.uuid4()), str(uuid.uuid4())]}
    address = f"/minutes/{item.meeting_id}/lines"
    first = send(client, address, **sent)
    again = send(client, address, **{**sent, "line": ["One.", "Two and a half."]})
    assert [one["pk"] for one in first["lines"]] == [one["pk"] for one in again["lines"]]
    assert list(Line.objects.order_by("position").values_list("text", flat=True)) == [
        "One.",
        "Two and a half.",
    ]


def test_the_same_form_key_does_it_once_and_answers_all_the_same(client: Client, item: Item) -> None:
    sent = {"item": item.pk, "line": "Once.", "line_key": str(uuid.uuid4()), "form_key": str(uuid.uuid4())}
    address = f"/minutes/{item.meeting_id}/lines"
    events = Event.objects.count()
    assert send(client, address, **sent)["lines"] == send(client, address, **sent)["lines"]
    assert Event.objects.count() == events + 1


def test_a_line_is_changed_and_put_behind_another(client: Client, item: Item) -> None:
    typed(client, item, "One.", "Three.")
    one = Line.objects.get(text="One.")
    typed(client, item, "Two.", after=str(one.key))
    assert [line.text for line in Line.objects.order_by("position")] == ["One.", "Two.", "Three."]
    answer = send(client, f"/minutes/lines/{one.pk}/", text="1.", kind="decision", seen=line_version(one))
    assert answer["lines"][0]["facts"] == "decision · as somebody said"
    one.refresh_from_db()
    assert answer["lines"][0]["version"] == line_version(one)


def test_two_at_once_hear_of_each_other(client: Client, item: Item) -> None:
    typed(client, item, "It was 48%.")
    line = Line.objects.get()
    seen = line_version(line)
    ada = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office(), "Ada Lorne"))
    send(ada, f"/minutes/lines/{line.pk}/", text="It was 84%.", seen=seen)
    answer = send(client, f"/minutes/lines/{line.pk}/", 409, text="It was 50%.", seen=seen)
    assert answer["said"].startswith("Ada Lorne changed this line")
    assert (answer["theirs"], answer["gone"]) == ("It was 84%.", False)
    send(client, f"/minutes/lines/{line.pk}/", text="It was 50%.", seen=answer["version"])
    assert Line.objects.get().text == "It was 50%."
    assert {one.text for one in line.texts.all()} == {"It was 48%.", "It was 84%."}


def test_a_line_that_is_gone_is_told(client: Client, item: Item) -> None:
    typed(client, item, "One.")
    line = Line.objects.get()
    send(client, f"/minutes/lines/{line.pk}/remove", seen=line_version(line))
    answer = send(client, f"/minutes/lines/{line.pk}/", 409, text="Two.")
    assert (answer["gone"], answer["said"]) == (True, "This line is not there any more.")


def test_a_refusal_is_a_sentence(client: Client, item: Item) -> None:
    typed(client, item, "One.")
    line = Line.objects.get()
    assert send(client, f"/minutes/lines/{line.pk}/", 422, text=" ") == {
        "said": "Type the words of the line, or take it out."
    }
    Meeting.objects.update(minutes_state="approved")
    answer = send(client, f"/minutes/lines/{line.pk}/", 422, text="Two.")
    assert answer["said"].startswith("These minutes are approved")


def test_others_may_not(item: Item) -> None:
    for role, status in ((Role.AUDITOR, 403), (Role.PANEL_READER, 403), (Role.CHIEF_OFFICER, 403)):
        one = sign_in(Client(), person_with(role, make.office()))
        sent = {"item": item.pk, "line": "Mine."}
        answer = one.post(f"/minutes/{item.meeting_id}/lines", sent, headers=SCRIPT)
        assert answer.status_code == status
    assert not Line.objects.exists()


@pytest.mark.parametrize("bad", ["", "x", "-1", "9" * 40, "0"])
def test_an_item_that_is_not_there_is_not_found(bad: str, client: Client, item: Item) -> None:
    answer = client.post(f"/minutes/{item.meeting_id}/lines", {"item": bad, "line": "X."}, headers=SCRIPT)
    assert answer.status_code == 404
    assert not Line.objects.exists()
