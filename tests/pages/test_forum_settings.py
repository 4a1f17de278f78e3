"""How a forum meets is said; a forum is made; an office has its own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum
from answerable.offices.models import Office
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def board(db: None) -> Forum:
    return make.forum("Assurance Meeting")


def fields(page: Any, ends: str) -> dict[str, str]:
    """What the form of a page sends as it stands."""
    (found,) = [one for one in page.tree.iter("form") if str(one.get("action")).endswith(ends)]
    return {name: value for name, value in found.fields.items() if name and value is not None}


def save(get: Get, post: Get, forum: Forum, status: int = 200, **typed: str) -> Any:
    sent = fields(get(f"/meetings/forums/{forum.pk}/settings"), "/settings")
    return post(f"/meetings/forums/{forum.pk}/settings", status, **{**sent, **typed})


def test_rhythm_kinds_deadlines_rules_and_layout(board: Forum, get: Get, post: Get) -> None:
    page = save(
        get, post, board, rhythm="quarterly", rhythm_week="2", rhythm_weekday="1", rhythm_month="2",
        start_time="10.30am", venue="Room 1", terms_days="15", papers_days="6", papers_time="midday",
        agenda_days="4", minutes_days="8", numbering="letters", layout="inline",
        **{"kind-public": "yes", "kind-interim": "yes", "rule-public": "2", "rule-any": "4",
           "rule-year": "calendar", "label-action": "Action -"},
    )  # fmt: skip
    assert "Saved." in page.main
    assert "RhythmEvery quarter, on the second Tuesday, counted from February" in page.main
    assert "Time and place10:30am, Room 1" in page.main
    assert "Kinds of meetingpublic, interim" in page.main
    assert "at least 4 meetings from January to December; at least 2 public meetings" in page.main
    assert "Papers in6 working days before, by midday" in page.main
    assert "ActionsACTION: in the text" in page.main.replace("“", "").replace("”", "")
    board.refresh_from_db()
    assert board.rules == [
        {"kind": "", "at_least": 4, "year": "calendar"},
        {"kind": "public", "at_least": 2, "year": "calendar"},
    ]
    assert board.labels == {"action": "Action -"}
    assert (board.kinds, board.rhythm_month) == (["public", "interim"], 2)
    assert Event.objects.filter(operation="meetings.set_forum").count() == 1


def test_the_form_shows_what_is_saved(board: Forum, get: Get, post: Get) -> None:
    save(get, post, board, rhythm="monthly", rhythm_week="5", rhythm_weekday="0", **{"kind-review": "yes"})
    shown = fields(get(f"/meetings/forums/{board.pk}/settings"), "/settings")
    assert (shown["rhythm"], shown["rhythm_week"], shown["rhythm_weekday"]) == ("monthly", "5", "0")
    assert shown["kind-review"] == "yes"
    assert "kind-public" not in shown
    page = post(f"/meetings/forums/{board.pk}/settings", **shown)
    assert "Nothing was changed: that is what it says already." in page.main


def test_meetings_on_the_plan_keep_their_deadlines(board: Forum, get: Get, post: Get) -> None:
    june = cycle.planned("2019-06-11", board)
    cycle.deadline(june)
    save(get, post, board, papers_days="10")
    assert str(june.deadlines.get().date) == "2019-06-04"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "Give the forum a name"),
        ({"rhythm": "monthly"}, "Say on which day of the month it meets"),
        ({"rhythm": "daily"}, "Choose how often it meets from the list"),
        ({"start_time": "early"}, "Write the time as 10:30am, or 14:00"),
        ({"papers_days": "-1"}, "Papers in, working days before: write a whole number from 0 to 120"),
        ({"papers_days": "121"}, "write a whole number from 0 to 120"),
        ({"minutes_days": "0"}, "Give the minutes at least one working day after the meeting"),
        ({"label-action": "Task"}, "What stands before an action: minutes are not read so with “Task”"),
        ({"label-aob": "Cakes"}, "write words that say so, such as “Any other business”"),
        ({"label-next": "x" * 61}, "Shorten it to 60 letters"),
        ({"rule-public": "many"}, "Meetings a year: write a whole number from 0 to 60"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(
    typed: dict[str, str], sentence: str, board: Forum, get: Get, post: Get
) -> None:
    page = save(get, post, board, 400, **{"venue": "Kept place", **typed})
    assert sentence in page.main
    assert page.tree.xpath("//input[@name='venue']/@value") == ["Kept place"]
    board.refresh_from_db()
    assert board.venue == ""


def test_a_name_that_another_forum_has(board: Forum, get: Get, post: Get) -> None:
    make.forum("Governance Board")
    assert "There is a forum of the name governance board already" in save(
        get, post, board, name="governance board"
    ).main  # fmt: skip
    save(get, post, board, name="Accountability Board")
    board.refresh_from_db()
    assert (board.name, board.slug) == ("Accountability Board", "assurance-meeting")


def test_two_people_choose(board: Forum, get: Get, post: Get) -> None:
    mine = fields(get(f"/meetings/forums/{board.pk}/settings"), "/settings")
    save(get, post, board, venue="Theirs")
    page = post(f"/meetings/forums/{board.pk}/settings", 409, **mine, **{"kind-public": "yes"})
    assert "the forum Assurance Meeting" in page.main
    sent = fields(page, "/settings")
    assert sent["kind-public"] == "yes"
    post(f"/meetings/forums/{board.pk}/settings", **sent, **{"choose-": "mine"})
    board.refresh_from_db()
    assert (board.venue, board.kinds) == ("", ["public"])


def test_a_forum_is_made(db: None, post: Get) -> None:
    page = post("/meetings/forums/new", name="  Governance   Board ")
    assert "Made: Governance Board." in page.main
    assert page.heading == "How Governance Board meets"
    made = Forum.objects.get()
    assert (made.name, made.slug) == ("Governance Board", "governance-board")


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [("", 400, "Give the forum a name"), ("ASSURANCE meeting", 200, "There is a forum of the name")],
)
def test_a_forum_that_cannot_be(name: str, status: int, sentence: str, board: Forum, post: Get) -> None:
    assert sentence in post("/meetings/forums/new", status, name=name).main
    assert Forum.objects.count() == 1


def test_a_forum_that_succeeds_another_says_so(board: Forum, get: Get) -> None:
    after = make.forum("Accountability Board", succeeds=board)
    assert "Took over fromAssurance Meeting, whose history goes on here" in get(
        f"/meetings/forums/{after.pk}/"
    ).main  # fmt: skip
    assert "Continues asAccountability Board" in get(f"/meetings/forums/{board.pk}/").main


def test_others_read_it_and_change_nothing(board: Forum) -> None:
    client = sign_in(Client(), person_with(Role.CHIEF_OFFICER, make.office()))
    answer = client.get(f"/meetings/forums/{board.pk}/")
    assert answer.status_code == 200
    assert "Change how it meets" not in answer.content.decode()
    assert client.get(f"/meetings/forums/{board.pk}/settings").status_code == 403


def test_an_office_has_its_own_words(db: None, get: Get, post: Get) -> None:
    page = post(
        "/meetings/forums/words", commissioner_label="Mayor", chief_officer_label="Chief  Constable",
        office_label="Mayor’s Office",
    )  # fmt: skip
    assert "Saved." in page.main
    office = Office.objects.get()
    assert (office.commissioner_label, office.chief_officer_label, office.office_label) == (
        "Mayor", "Chief Constable", "Mayor’s Office",
    )  # fmt: skip
    assert Event.objects.filter(operation="offices.set_labels").count() == 1
    assert "Nothing was changed" in post("/meetings/forums/words", commissioner_label="Mayor").main


def test_pages_say_them(db: None, post: Get) -> None:
    post("/meetings/forums/words", commissioner_label="Mayor")
    client = sign_in(Client(), person_with(Role.COMMISSIONER, make.office()))
    assert "Mayor or deputy, Wyvern Valley" in client.get("/plan/").content.decode()


def test_a_word_cannot_be_empty_or_endless(db: None, post: Get) -> None:
    for word in ("", "x" * 81):
        page = post("/meetings/forums/words", commissioner_label=word)
        assert "Write up to 80 letters for the commissioner." in page.main
    assert Office.objects.get().commissioner_label == "Police and Crime Commissioner"


def test_two_people_choose_between_words(db: None, get: Get, post: Get) -> None:
    mine = fields(get("/meetings/forums/words"), "/words")
    post("/meetings/forums/words", commissioner_label="Mayor")
    page = post("/meetings/forums/words", 409, **{**mine, "commissioner_label": "Board"})
    assert "“Mayor” became “Board”" in page.main
