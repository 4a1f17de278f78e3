"""Somebody decides: it is public at once, or not; what was seen is what is decided."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from answerable.publishing.models import Publication
from tests import publish
from tests.publishing_pages import auditor, board, commissioner, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def put(said: str = "Callers waited less.", **more: object) -> Publication:
    publish.published("office")
    return publish.put("minutes", board(said=said), **more)


def test_another_person_decides_and_it_is_public() -> None:
    made, dara = put(), commissioner()
    dara.open(f"/publishing/{made.pk}/")
    after = dara.send("/decide").main
    assert "Decided. It is public now." in after
    assert "commissioner" in after.casefold()
    assert "Public at" in after
    public = Client().get("/wyvern-valley/assurance-meeting/2018-03-27")
    assert "Callers waited less." in public.content.decode()
    made.refresh_from_db()
    assert made.hash
    assert made.hash in after


def test_who_put_it_forward_may_decide_where_nothing_is_left_out() -> None:
    made, petra = put(), officer()
    assert made.put_forward_by == petra.user
    petra.open(f"/publishing/{made.pk}/")
    assert "It is public now." in petra.send("/decide").main


def test_nobody_decides_alone_about_what_is_left_out() -> None:
    publish.published("office")
    meeting = board()
    publish.redaction(meeting, "Mrs Quillfeather of Ash Lane")
    made, petra = publish.put("minutes", meeting), officer()
    page = petra.open(f"/publishing/{made.pk}/")
    assert "Something in it is restricted or left out, so another person has to decide" in page.main
    assert "Publish it" not in page.main
    refused = petra.post(f"/publishing/{made.pk}/decide")
    assert "another person has to decide" in refused.main
    dara = commissioner()
    dara.open(f"/publishing/{made.pk}/")
    assert "It is public now." in dara.send("/decide").main


def test_sent_twice_it_is_decided_once() -> None:
    made, dara = put(), commissioner()
    dara.open(f"/publishing/{made.pk}/")
    form = dara.form("/decide")
    dara.send(form)
    assert "this was done once" in dara.send(form).main
    assert Publication.objects.filter(state="decided", subject="minutes").count() == 1


def test_the_second_of_two_is_told_what_the_first_did() -> None:
    made, petra, dara = put(), officer(), commissioner()
    for desk in (petra, dara):
        desk.open(f"/publishing/{made.pk}/")
    form = dara.form("/decide")
    petra.open(f"/publishing/{made.pk}/drop")
    petra.send("/drop", why="The chair asked us to wait.")
    said = dara.send(form, 409).main
    assert "Petra Forward" in said
    assert Publication.objects.get(pk=made.pk).state == "dropped"


def test_it_is_not_published_with_a_reason() -> None:
    made, dara = put(), commissioner()
    dara.open(f"/publishing/{made.pk}/drop")
    assert "Say why it is not published" in dara.send("/drop", 400, why="").main
    after = dara.send("/drop", why="It is not ready.").main
    assert "It is not published." in after
    assert "It is not ready." in after
    assert Client().get("/wyvern-valley/assurance-meeting/2018-03-27").status_code == 404


def test_what_was_left_out_since_stops_it() -> None:
    made, petra, dara = put(), officer(), commissioner()
    meeting = made.meeting
    assert meeting
    petra.open(f"/publishing/meetings/{meeting.pk}/leave-out")
    petra.send("/leave-out", words="less", category="operational", reason="It tells how long.")
    page = dara.open(f"/publishing/{made.pk}/").main
    assert "has changed since this was put forward" in page
    assert "Was: “Callers waited less.”" in page
    dara.post(f"/publishing/{made.pk}/decide")
    assert Publication.objects.get(pk=made.pk).state == "proposed"


def test_what_the_record_says_otherwise_is_shown() -> None:
    made = put()
    assert made.meeting
    made.meeting.entries.update(text="Callers waited longer.")
    page = commissioner().open(f"/publishing/{made.pk}/").main
    assert "The record says something else now" in page
    assert "Now: “Callers waited longer.”" in page


def test_under_embargo_it_can_be_stopped() -> None:
    made, dara = put(opens_at=publish.AT + dt.timedelta(days=3)), commissioner()
    dara.open(f"/publishing/{made.pk}/")
    assert "It is public when its embargo ends." in dara.send("/decide").main
    assert Client().get("/wyvern-valley/assurance-meeting/2018-03-27").status_code == 404
    assert dara.page
    dara.open(dara.page.find("Stop it before it is public"))
    assert "Stopped: nothing of it was public." in dara.send("/stop", why="Too early.").main


def test_under_embargo_it_is_said_what_keeps_it_shut() -> None:
    made, dara = put(opens_at=publish.AT + dt.timedelta(days=3)), commissioner()
    dara.open(f"/publishing/{made.pk}/")
    dara.send("/decide")
    shut = "It does not become public when its embargo ends"
    assert shut not in dara.open(f"/publishing/{made.pk}/").main
    assert made.meeting
    publish.redaction(made.meeting, "less")
    page = dara.open(f"/publishing/{made.pk}/").main
    assert shut in page
    assert "What is restricted or left out has changed" in page
    Publication.objects.filter(pk=made.pk).update(opens_at=publish.AT - dt.timedelta(days=3))
    assert "it did not open, and says why" in dara.open("/publishing/").main


def test_an_answer_is_given_to_what_the_checks_found() -> None:
    publish.published("office")
    made = publish.put("minutes", board(said="Ring Mrs Plume on 01632 960001."), asked=True)
    petra = officer()
    page = petra.open(f"/publishing/{made.pk}/")
    assert "answers are missing" in page.main or "answer is missing" in page.main
    assert "Nobody can decide while an answer is missing." in page.main
    assert "Not every check" not in page.main
    assert "Publish it" not in page.main
    assert f"/publishing/lines/{made.meeting.entries.get().pk}/leave-out" in page.links if made.meeting else 0
    assert "Say why it may stand." in petra.send("/answer", why=" ").main
    for _ in range(len(made.findings)):
        petra.open(f"/publishing/{made.pk}/")
        petra.send("/answer", why="It is made up.")
    assert petra.page
    assert "Everything that the checks found is answered" in petra.page.main
    assert "Publish it" in petra.page.main


def test_another_role_and_another_office_may_not() -> None:
    made = put()
    auditor().post(f"/publishing/{made.pk}/decide", 403)
    auditor().open(f"/publishing/{made.pk}/drop", 403)
    commissioner().open("/publishing/987654/", 404)
    assert officer().client.get(f"/publishing/{made.pk}/decide").status_code == 405
