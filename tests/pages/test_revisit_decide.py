"""A person brings an item back, moves its day, says that it came back, or drops it: each once, by whom."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Revisit
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> Item:
    item = make.item(make.meeting("2019-03-12"), "2", "Call handling")
    make.exchange(
        make.entry(item, "question", "How many give up?", ["PCC"]),
        make.entry(item, "response", "Some.", ["CC"]),
    )
    return item


@pytest.fixture
def one(item: Item) -> Revisit:
    return follow.revisit(make.entry(item, "note", "It comes back in June."), "2019-06-01", question="Why?")


def opened(one: Revisit) -> Desk:
    desk = officer()
    desk.open(f"/revisits/{one.pk}/")
    return desk


def test_an_item_is_brought_back_with_the_question_that_was_asked(item: Item) -> None:
    desk = officer()
    links = desk.open(f"/meetings/{item.meeting_id}/").tree.xpath("//a/@href")
    assert f"/revisits/new/{item.pk}" in links
    page = desk.open(f"/revisits/new/{item.pk}")
    assert "How many give up?" in page.text
    page = desk.send(f"/new/{item.pk}", text="To see what the desk changed", due="2019-06-01")
    assert "It puts itself on the agenda" in page.main
    made = Revisit.objects.get()
    assert (made.question, made.due, made.position) == ("How many give up?", dt.date(2019, 6, 1), None)
    assert Event.objects.latest("id").operation == "actions.set_revisit"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"text": " ", "due": "2019-06-01"}, "Write why it is to come back"),
        ({"text": "To see.", "due": "soon"}, "the day from which it comes back"),
        ({"text": "To see.", "due": "1/3/2019"}, "Choose a day after 12 March 2019"),
        ({"text": "x" * 2001, "due": ""}, "Shorten it to 2,000"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(item: Item, typed: dict[str, str], why: str) -> None:
    desk = officer()
    desk.open(f"/revisits/new/{item.pk}")
    status = 200 if "Choose a day" in why else 400
    page = desk.send(f"/new/{item.pk}", status, **typed)
    assert why in words(page) or why in page.text
    assert typed["text"].strip() in page.text
    assert not Revisit.objects.exists()


def test_its_day_and_question_are_changed(one: Revisit) -> None:
    page = opened(one).send("/change", due="2019-09-10", question="What has changed?")
    assert "10 September 2019" in page.main
    one.refresh_from_db()
    assert (one.due, one.question) == (dt.date(2019, 9, 10), "What has changed?")
    assert Event.objects.latest("id").operation == "actions.change_revisit"


def test_two_change_it_and_one_chooses(one: Revisit) -> None:
    first, second = opened(one), opened(one)
    first.send("/change", due="2019-09-10")
    page = second.send("/change", 409, due="2019-10-10")
    assert "changed what is to come back" in page.text
    one.refresh_from_db()
    assert one.due == dt.date(2019, 9, 10)


def test_it_is_dropped_with_a_reason(one: Revisit) -> None:
    assert "Say why it need not come back" in opened(one).send("/drop", 400, why="").main
    page = opened(one).send("/drop", why="The desk was closed.")
    assert "Dropped" in page.main
    assert "The desk was closed." in page.main
    assert Event.objects.latest("id").operation == "actions.drop_revisit"
    assert "It comes back in June." not in words(officer().open("/revisits/"))


def test_it_came_back_already(one: Revisit) -> None:
    page = opened(one).send("/came-back", where="The public meeting of May.")
    assert "Came back" in page.main
    one.refresh_from_db()
    assert (one.state, one.why) == ("done", "The public meeting of May.")


def test_what_is_settled_is_settled_once(one: Revisit) -> None:
    first, second = opened(one), opened(one)
    first.send("/drop", why="Not needed.")
    second.send("/came-back", 409, where="In May.")
    one.refresh_from_db()
    assert (one.state, one.why) == ("dropped", "Not needed.")


def test_a_form_that_is_sent_twice_acts_once(one: Revisit) -> None:
    desk = opened(one)
    form = desk.form("/drop")
    desk.send(form, why="Not needed.")
    assert "sent more than once" in desk.send(form, why="Not needed.").main
    assert Event.objects.filter(operation="actions.drop_revisit").count() == 1


def test_the_force_reads_and_decides_nothing(one: Revisit) -> None:
    desk = contributor()
    assert "Drop it" not in words(desk.open(f"/revisits/{one.pk}/"))
    desk.post(f"/revisits/{one.pk}/drop", 403, why="No.")
    Desk(Role.ADMINISTRATOR).post(f"/revisits/{one.pk}/drop", 403, why="No.")


def test_an_address_that_writes_is_not_read(one: Revisit) -> None:
    officer().open(f"/revisits/{one.pk}/drop", 405)
