"""The agenda writes itself, and people change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.agendas.models import Proposal
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Item, Meeting
from tests import cycle
from tests import factories as make
from tests.pages.test_two_people import Person
from tests.signing import person_with, sign_in

Get = Callable[..., Any]
MOST_QUERIES = 15


@pytest.fixture
def june(db: None) -> Meeting:
    """A meeting that is planned, with standing items, terms of reference and an action to come back."""
    forum = make.forum()
    cycle.standing(forum, "Apologies")
    given = make.meeting("2019-03-12", forum)
    item = make.item(given, "2", "Performance")
    make.action(item, "Share the new baseline.", ["DCC"], "2019-04-01")
    planned = cycle.planned("2019-06-11", forum, theme="Call handling", start_time="10:30")
    cycle.terms(planned, "How long do callers wait?", "How many ring again?")
    return planned


@pytest.fixture
def agenda(june: Meeting, post: Get) -> list[Item]:
    post(f"/agendas/{june.pk}/write")
    return items(june)


def items(meeting: Meeting) -> list[Item]:
    return list(meeting.items.order_by("position"))


def numbered(meeting: Meeting) -> list[str]:
    return [str(one) for one in items(meeting)]


def test_before_it_is_begun_the_page_says_what_it_would_say(june: Meeting, get: Get) -> None:
    page = get(f"/agendas/{june.pk}/")
    assert "Nobody has begun this agenda. It would say:" in page.main
    assert "How long do callers wait?" in page.main
    assert "1 action comes back: 1 late" in page.main
    assert not june.items.exists()


def test_it_writes_itself_in_the_forums_scheme(june: Meeting, agenda: list[Item], get: Get) -> None:
    assert numbered(june) == [
        "1 Matters arising", "2 Apologies", "3 Call handling", "3.1 How long do callers wait?",
        "3.2 How many ring again?", "4 Any other business", "5 Next meeting",
    ]  # fmt: skip
    page = get(f"/agendas/{june.pk}/")
    assert "Share the new baseline." in page.main
    assert "1 month late" in page.main or "31 days late" in page.main
    assert [one.item_id for one in june.terms.points.all()] == [agenda[3].pk, agenda[4].pk]


def test_written_again_it_says_so_and_changes_nothing(june: Meeting, agenda: list[Item], post: Get) -> None:
    page = post(f"/agendas/{june.pk}/write")
    assert "The agenda is up to date already." in page.main
    assert items(june) == agenda
    assert Event.objects.filter(operation="agendas.write_agenda").count() == 1


def test_what_is_new_is_shown_and_put_in_its_place(
    june: Meeting, agenda: list[Item], get: Get, post: Get
) -> None:
    cycle.planned("2019-07-09", june.forum)
    june.terms.points.create(position=2, text="What has changed since March?")
    page = get(f"/agendas/{june.pk}/")
    assert "1 thing to be put on, 1 with other words" in page.main
    post(f"/agendas/{june.pk}/write")
    assert "3.3 What has changed since March?" in numbered(june)
    assert june.items.get(kind="next_meeting").note == "Tuesday 9 July 2019"


def test_an_item_is_added_before_any_other_business(june: Meeting, agenda: list[Item], post: Get) -> None:
    page = post(
        f"/agendas/{june.pk}/add", title="Custody visits", note="Since March", lead="ACC", kind="other"
    )
    assert "Added to the agenda." in page.main
    assert "4 Custody visits" in numbered(june)
    assert "Since March" in page.main
    made = june.items.get(title="Custody visits")
    assert (made.origin, made.lead) == ("written", "ACC")


def test_and_under_another_where_that_is_said(june: Meeting, agenda: list[Item], post: Get) -> None:
    post(f"/agendas/{june.pk}/add", title="Abandoned calls", kind="other", under=str(agenda[2].pk))
    assert "3.3 Abandoned calls" in numbered(june)


def test_without_a_title_nothing_is_added_and_what_was_typed_is_kept(
    june: Meeting, agenda: list[Item], post: Get
) -> None:
    page = post(f"/agendas/{june.pk}/add", 400, title=" ", note="A note of mine", kind="other")
    assert "Write what the item is called" in page.main
    assert "A note of mine" in page.main
    assert len(items(june)) == len(agenda)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("title", "x" * 501, "shorter than 500 characters"),
        ("note", "x" * 5001, "shorter than 5,000 characters"),
        ("kind", "odd", "Choose the kind of item"),
        ("under", "odd", "Choose an item from the list"),
    ],
)
def test_what_cannot_be_used_is_said(
    field: str, value: str, why: str, june: Meeting, agenda: list[Item], post: Get
) -> None:
    page = post(f"/agendas/{june.pk}/add", 400, **{"title": "Dogs", "kind": "other", field: value})
    assert why in page.main
    assert not june.items.filter(title="Dogs").exists()


def test_an_items_words_are_changed_and_stay_so(june: Meeting, agenda: list[Item], post: Get) -> None:
    post(
        f"/agendas/items/{agenda[3].pk}/", title="How long do people wait?", note="", lead="DCC", kind="other"
    )
    june.terms.points.filter(position=0).update(text="How long do callers wait now?")
    post(f"/agendas/{june.pk}/write")
    assert "3.1 How long do people wait?" in numbered(june)


@pytest.mark.parametrize(
    ("at", "way", "after"),
    [
        (1, "up", "1 Apologies"),
        (0, "down", "2 Matters arising"),
        (1, "in", "1.1 Apologies"),
        (4, "out", "4 How many ring again?"),
    ],
)
def test_an_item_is_moved(
    at: int, way: str, after: str, june: Meeting, agenda: list[Item], post: Get
) -> None:
    page = post(f"/agendas/items/{agenda[at].pk}/move", way=way)
    assert f"Moved {way}." in page.main
    assert after in numbered(june)
    assert [one.position for one in items(june)] == list(range(len(agenda)))


def test_where_it_cannot_go_it_is_said_why(june: Meeting, agenda: list[Item], post: Get) -> None:
    before = numbered(june)
    assert "first where it stands" in post(f"/agendas/items/{agenda[0].pk}/move", way="up").main
    assert "up, down, in or out" in post(f"/agendas/items/{agenda[0].pk}/move", way="sideways").main
    assert numbered(june) == before


def test_what_is_taken_off_stays_off_until_it_is_put_back(
    june: Meeting, agenda: list[Item], get: Get, post: Get
) -> None:
    page = post(f"/agendas/items/{agenda[3].pk}/take-off")
    assert "It stays off until somebody puts it back." in page.main
    assert "The agenda is up to date already." in post(f"/agendas/{june.pk}/write").main
    assert "3.1 How many ring again?" in numbered(june)
    proposal = Proposal.objects.get(item=None)
    page = post(f"/agendas/{june.pk}/put-back", proposal=str(proposal.pk))
    assert "Put back on the agenda." in page.main
    assert "3.1 How long do callers wait?" in numbered(june)


def test_what_has_lost_its_source_is_not_put_back(june: Meeting, agenda: list[Item], post: Get) -> None:
    post(f"/agendas/items/{agenda[3].pk}/take-off")
    june.terms.points.filter(position=0).delete()
    page = post(f"/agendas/{june.pk}/put-back", proposal=str(Proposal.objects.get(item=None).pk))
    assert "What this item came from is not there any more. Add it by hand." in page.main
    assert Proposal.objects.filter(item=None).exists()


def test_with_an_item_goes_what_stands_under_it(june: Meeting, agenda: list[Item], post: Get) -> None:
    post(f"/agendas/items/{agenda[2].pk}/take-off")
    assert numbered(june) == ["1 Matters arising", "2 Apologies", "3 Any other business", "4 Next meeting"]


def test_an_item_cannot_vanish_with_its_entries(
    june: Meeting, agenda: list[Item], get: Get, post: Get
) -> None:
    cycle.line(agenda[3], "The DCC said that callers waited less.")
    page = post(f"/agendas/items/{agenda[3].pk}/take-off")
    assert "This item stays: minutes were written under it." in page.main
    page = post(f"/agendas/items/{agenda[2].pk}/take-off")
    assert "minutes were written under an item that stands under it" in page.main
    assert items(june) == agenda
    assert "has minutes" in get(f"/agendas/{june.pk}/").main


def test_an_item_with_lines_stays_when_its_point_goes(june: Meeting, agenda: list[Item], post: Get) -> None:
    cycle.line(agenda[3], "The DCC said that callers waited less.")
    june.terms.points.all().delete()
    post(f"/agendas/{june.pk}/write")
    assert "3.1 How long do callers wait?" in numbered(june)
    assert not june.items.filter(title="How many ring again?").exists()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"state": "held"}, "This meeting was held"),
        ({"state": "cancelled"}, "This meeting was cancelled"),
        ({"state": "held", "minutes_state": "seen"}, "are being checked"),
    ],
)
def test_a_closed_agenda_is_not_changed(
    fields: dict[str, str], why: str, june: Meeting, agenda: list[Item], get: Get, post: Get
) -> None:
    Meeting.objects.filter(pk=june.pk).update(**fields)
    assert why in post(f"/agendas/{june.pk}/add", title="Dogs", kind="other").main
    assert why in post(f"/agendas/items/{agenda[1].pk}/take-off").main
    page = get(f"/agendas/{june.pk}/")
    assert why in page.main
    assert not page.tree.xpath("//button[text()='Take off']")
    assert items(june) == agenda


def test_while_minutes_are_a_draft_it_goes_on_being_written(
    june: Meeting, agenda: list[Item], post: Get
) -> None:
    Meeting.objects.filter(pk=june.pk).update(state="held", minutes_state="draft")
    assert "Added to the agenda." in post(f"/agendas/{june.pk}/add", title="Dogs", kind="other").main


def test_letters_where_the_forum_has_letters(june: Meeting, post: Get) -> None:
    type(june.forum).objects.filter(pk=june.forum_id).update(numbering="letters")
    post(f"/agendas/{june.pk}/write")
    found = june.items.get(title="How many ring again?")
    assert (found.label, found.number) == ("b", "3.b")


def test_five_hundred_open_actions_are_as_many_queries(june: Meeting, agenda: object, client: Client) -> None:
    paths = [f"/agendas/{june.pk}/", f"/agendas/{june.pk}/arising/", "/agendas/"]
    grow(june, 10)
    few = [count(client, path) for path in paths]
    grow(june, 490)
    assert [count(client, path) for path in paths] == few
    assert max(few) <= MOST_QUERIES
    assert len(client.get(paths[0]).content) < 100_000


def grow(meeting: Meeting, more: int) -> None:
    """So many more actions, each with something that was said of it."""
    past = make.meeting(f"{2000 + more // 50}-01-02", meeting.forum)
    item = make.item(past, "1", "Performance")
    later = make.item(make.meeting(f"{2001 + more // 50}-02-02", meeting.forum), "1", "Matters arising")
    for number in range(more):
        action = make.action(item, f"Do thing {number}.", ["CC"], "2019-01-01")
        make.update(later, action, f"Going on, {number}.")
        if number < more // 10:
            item_of = meeting.items.count()
            Item.objects.create(meeting=meeting, position=item_of, title=f"Item {item_of}", kind="other")


def count(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER])
def test_the_force_sees_nothing_before_it_is_sent_out(role: Role, june: Meeting, agenda: list[Item]) -> None:
    client = sign_in(Client(), person_with(role, make.office()))
    said = client.get(f"/agendas/{june.pk}/").content.decode()
    assert "No agenda has been sent out for this meeting yet." in said
    assert "How long do callers wait?" not in said
    assert client.get(f"/agendas/{june.pk}/arising/").status_code == 403


def test_only_an_officer_changes_it(june: Meeting, agenda: list[Item]) -> None:
    client = sign_in(Client(), person_with(Role.COMMISSIONER, make.office()))
    assert b"Take off" not in client.get(f"/agendas/{june.pk}/").content
    assert client.post(f"/agendas/{june.pk}/add", {"title": "Dogs"}).status_code == 403
    assert client.post(f"/agendas/items/{agenda[0].pk}/take-off").status_code == 403


def test_another_offices_agenda_is_not_there(june: Meeting, client: Client) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.planned("2019-06-11", make.forum("Otterdale Board"))
        item = cycle.agenda(other, "Theirs")[0]
    assert client.get(f"/agendas/{other.pk}/").status_code == 404
    assert client.post(f"/agendas/items/{item.pk}/take-off").status_code == 404
    assert client.get(f"/agendas/items/{item.pk}/carry").status_code == 404


def test_writes_are_only_done_by_forms(june: Meeting, agenda: list[Item], client: Client) -> None:
    for path in (f"{june.pk}/write", f"{june.pk}/add", f"{june.pk}/send-out", f"items/{agenda[0].pk}/move"):
        assert client.get(f"/agendas/{path}").status_code == 405


def test_actions_of_the_forums_before_come_back_too(june: Meeting, get: Get) -> None:
    old, older = make.forum("Old Board"), make.forum("Older Board")
    type(old).objects.filter(pk=june.forum_id).update(succeeds=old)
    type(old).objects.filter(pk=old.pk).update(succeeds=older)
    given = make.item(make.meeting("2015-03-12", older), "1", "Dogs")
    make.action(given, "Buy a dog.", ["CC"])
    make.action(make.item(make.meeting("2015-03-12", make.forum("Other Board")), "1", "Cats"), "Buy a cat.")
    page = get(f"/agendas/{june.pk}/arising/")
    assert "2 actions come back" in page.main
    assert "Buy a dog." in page.main
    assert "Buy a cat." not in page.main


def test_a_draft_comes_back_and_what_is_closed_does_not(june: Meeting, get: Get) -> None:
    item = make.item(make.meeting("2019-04-09", june.forum), "1", "Dogs")
    make.action(item, "Buy a dog.", ["CC"], draft=True, restricted=True)
    make.action(item, "Buy a cat.", ["CC"], state="closed")
    page = get(f"/agendas/{june.pk}/arising/")
    assert "Buy a dog.Restricted (from minutes that are not approved yet)" in page.main
    assert "Buy a cat." not in page.main


def test_matters_arising_say_what_was_said_of_each(june: Meeting, get: Get) -> None:
    action = make.Action.objects.get(text="Share the new baseline.")
    later = make.item(make.meeting("2019-04-09", june.forum), "1", "Matters arising", "matters_arising")
    make.update(later, action, "It waits for the survey.")
    make.update(later, action, "Not this one.", link="rejected")
    page = get(f"/agendas/{june.pk}/arising/")
    assert "9 Apr 2019 It waits for the survey." in page.main
    assert "Not this one." not in page.main


def test_the_second_of_two_sees_what_the_first_changed(june: Meeting, agenda: list[Item]) -> None:
    ada, ben = Person("Ada Lorne"), Person("Ben Sarsen")
    path = f"/agendas/items/{agenda[1].pk}/"
    mine = form_of_page(ben, path)
    ada.client.post(path, {**form_of_page(ada, path), "title": "Apologies and welcome"})
    answer = ben.client.post(path, {**mine, "title": "Apologies, introductions"})
    assert answer.status_code == 409
    assert "Ada Lorne changed this agenda item" in answer.content.decode()
    assert items(june)[1].title == "Apologies and welcome"


def form_of_page(who: Person, path: str) -> dict[str, str]:
    """The fields of the page's own form."""
    tree = lxml.html.document_fromstring(who.client.get(path).content.decode())
    form = next(one for one in tree.iter("form") if one.get("class") == "ans-form")
    return {name: str(value or "") for name, value in form.fields.items()}


def test_the_front_page_opens_the_agenda_of_the_next_meeting(june: Meeting, get: Get) -> None:
    assert get("/").find("Open the agenda") == f"/agendas/{june.pk}/"


def test_an_item_that_was_not_sent_out_is_read_nowhere_else(june: Meeting, agenda: list[Item]) -> None:
    for role in (Role.PANEL_READER, Role.CONTRIBUTOR):
        client = sign_in(Client(), person_with(role, make.office()))
        assert client.get(f"/source/item/{agenda[3].pk}/").status_code == 404
        said = client.get(f"/meetings/{june.pk}/", follow=True).content.decode()
        assert "How long do callers wait?" not in said
