"""Every form acts once, however often it is sent, and carries what that takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import lxml.html
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import resolve

from answerable.accounts.models import SentForm
from answerable.accounts.once import sent_key
from answerable.audit.models import Event
from answerable.intake.models import Candidate, Correction
from answerable.intake.queries import record_of
from answerable.meetings.models import Meeting
from answerable.topics.models import Topic
from tests import factories as make
from tests.pages.every_page import addresses
from tests.pages.filling_in import Form, forms_of

Get = Callable[..., Any]

OWN_ACCOUNT = "/account/"
"""Forms of signing in and out and of one's own second factor: the library's, and doing them twice is once."""


@pytest.fixture
def forms(archive: list[Meeting], candidate: Callable[..., Candidate], client: Client) -> list[Form]:
    """Every form of every page that writes, once for each address and button."""
    archive[-1].refresh_from_db()
    candidate(meeting=archive[-1], date=archive[-1].date, record=record_of(archive[-1]))
    make.forum("Old Board")
    make.forum("New Board")
    found = {(form.address, form.button): form for form in _all(client)}
    return list(found.values())


def _all(client: Client) -> Iterator[Form]:
    reviews = [f"/review/meetings/{key}/" for key in Meeting.objects.values_list("pk", flat=True)]
    for path in [*reviews, *addresses()]:
        tree = lxml.html.document_fromstring(client.get(path).content.decode())
        yield from forms_of(path, tree)


def test_every_form_carries_its_keys(forms: list[Form]) -> None:
    ours = [form for form in forms if not form.address.startswith(OWN_ACCOUNT)]
    assert {form.address.rpartition("/")[2] for form in ours} >= {"correct", "decide", "settle", "succeed"}
    for form in ours:
        missing = {"csrfmiddlewaretoken", "form_key", "seen"} - form.fields.keys()
        assert not missing, (form.page, form.address, missing)
        assert UUID(form.fields["form_key"])


def test_the_page_of_a_clash_carries_them_too(march: Meeting, client: Client) -> None:
    path = f"/source/action/{march.actions.get().pk}/"
    form = next(one for one in page_forms(client, path) if one.address.endswith("/correct"))
    for owners in ("CC", "ACC"):
        answer = client.post(form.address, {**form.fields, "owners": owners})
    assert answer.status_code == 409
    tree = lxml.html.document_fromstring(answer.content.decode())
    again = next(one for one in forms_of(path, tree) if one.address.endswith("/correct"))
    assert again.fields["form_key"] != form.fields["form_key"]
    assert again.fields["seen"] != form.fields["seen"] == again.fields["first-seen"]


def page_forms(client: Client, path: str) -> list[Form]:
    return list(forms_of(path, lxml.html.document_fromstring(client.get(path).content.decode())))


def test_each_sent_twice_makes_one_event_and_leads_to_the_same_page(
    forms: list[Form], client: Client
) -> None:
    acted = set()
    for form in forms:
        if form.address.startswith(OWN_ACCOUNT) or form.has_file:
            continue
        same = (form.address, form.button)
        there = page_forms(client, form.page)
        fresh = next((one for one in there if (one.address, one.button) == same), None)
        if fresh is None:  # what an earlier form did took it away
            continue
        sent, before = fresh.filled_in(), Event.objects.count()
        first = client.post(fresh.address, sent)
        made = Event.objects.count() - before
        second = client.post(fresh.address, sent)
        assert made <= 1, fresh.address
        assert Event.objects.count() - before == made, fresh.address
        assert (first.status_code, first.get("Location")) == (second.status_code, second.get("Location"))
        if made:
            acted.add(resolve(fresh.address.partition("?")[0]).url_name)
            page = client.get(second["Location"]).content.decode()
            assert "The form was sent more than once; this was done once." in page, fresh.address
            assert "ans-said--no" not in page, fresh.address
    assert acted >= {"correct", "settle", "succeed", "decide_topic", "decide_update", "decide_candidate"}


def test_a_line_is_put_right_once(march: Meeting, client: Client) -> None:
    path = f"/source/action/{march.actions.get().pk}/"
    form = next(one for one in page_forms(client, path) if one.address.endswith("/correct"))
    for _ in range(8):
        assert client.post(form.address, {**form.fields, "owners": "CC"})["Location"] == path
    assert Correction.objects.count() == 1
    assert Event.objects.filter(operation="review.put_right").count() == 1
    assert SentForm.objects.count() == 1


def test_another_form_of_the_same_thing_is_another_time(archive: object, client: Client) -> None:
    path = f"/topics/{Topic.objects.get().pk}/"
    for answer in ("keep", "drop", "keep"):
        form = next(one for one in page_forms(client, path) if one.address.endswith("/decide"))
        client.post(form.address, {**form.fields, "answer": answer})
    assert Event.objects.filter(operation="topics.decide_topic").count() == 3


def test_a_refused_form_can_be_sent_again(march: Meeting, client: Client) -> None:
    key = str(uuid4())
    values = {"part": "actions", "position": "0", "owners": "DCC", "form_key": key}
    address = f"/review/meetings/{march.pk}/correct"
    for _ in range(2):
        page = client.post(address, values, follow=True).content.decode()
        assert "Nothing was changed: that is what it says already." in page
    assert not SentForm.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "0" * 200, "00000000-0000-0000-0000-00000000000g"])
def test_a_form_without_a_usable_key_acts(key: str, archive: object, client: Client) -> None:
    client.post(f"/topics/{Topic.objects.get().pk}/decide", {"answer": "keep", "form_key": key})
    assert Topic.objects.get().state == "kept"


def test_a_key_is_of_what_was_sent_and_where() -> None:
    key, fields = str(uuid4()), [("a", "1"), ("b", "2")]
    assert sent_key(key, "/x", fields) == sent_key(key, "/x", fields[::-1])
    others = [
        sent_key(key, "/y", fields),
        sent_key(key, "/x", [("a", "1"), ("b", "3")]),
        sent_key(key, "/x", []),
    ]
    assert len({sent_key(key, "/x", fields), *others}) == 4


def test_keys_are_forgotten_after_a_month(db: None) -> None:
    for days in (1, 29, 31, 400):
        SentForm.objects.create(key=uuid4(), at=make.NOW - dt.timedelta(days=days))
    call_command("forget_forms")
    ages = [(make.NOW - one.at).days for one in SentForm.objects.all()]
    assert sorted(ages) == [1, 29]
