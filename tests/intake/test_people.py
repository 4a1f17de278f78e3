"""Who held which post when is told from attendance lists, and owners from both."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import ActionOwner
from answerable.people.models import Person, Post, Tenure
from answerable.people.queries import holders
from tests.intake.bringing import bring
from tests.records import action, note, record

pytestmark = pytest.mark.django_db

PCC = ("Morgan Reeve", "Police and Crime Commissioner", "PCC")


def chief(name: str) -> tuple[str, str, str]:
    return (name, "Chief Constable", "CC")


def assistant(name: str, capacity: str = "Assistant Chief Constable") -> tuple[str, str, str]:
    return (name, capacity, "ACC")


def owner(text: str) -> ActionOwner:
    return ActionOwner.objects.get(action__text=text)


def test_one_post_was_held_by_one_person_then_and_by_another_now() -> None:
    bring(
        record("2018-03-13", action("CC to begin", "CC"), people=[PCC, chief("Edith Marrow")]),
        record("2018-09-11", people=[PCC, chief("Edith Marrow")]),
        record("2022-07-12", action("CC to end", "CC"), people=[PCC, chief("Asha Dunmore")]),
    )
    post = Post.objects.get(abbreviation="CC")
    assert post.title == "Chief Constable"
    then, now = owner("CC to begin"), owner("CC to end")
    assert (then.post, str(then.person)) == (post, "Edith Marrow")
    assert (now.post, str(now.person)) == (post, "Asha Dunmore")
    assert [str(one.person) for one in holders(post, dt.date(2018, 5, 1))] == ["Edith Marrow"]
    first, last = Tenure.objects.filter(post=post).order_by("start")
    assert (first.start, first.end) == (dt.date(2018, 3, 13), dt.date(2018, 9, 11))
    assert (last.start, last.end) == (dt.date(2022, 7, 12), None), "as far as is known it still runs"


def test_a_list_that_comes_in_late_says_who_owned_an_action() -> None:
    bring(record("2018-06-12", action("ACC to look", "ACC"), people=[PCC]))
    assert owner("ACC to look").person is None
    bring(*(record(day, people=[PCC, assistant("Tom Carrow")]) for day in ("2018-03-13", "2018-09-11")))
    assert str(owner("ACC to look").person) == "Tom Carrow"


def test_of_two_holders_of_one_post_the_text_says_which() -> None:
    both = [PCC, assistant("Tom Carrow"), assistant("Ines Falk")]
    bring(
        record(
            "2023-01-10",
            action("ACC Falk to write to the council", "ACC"),
            action("ACC to write to the court", "ACC"),
            people=both,
        ),
        record("2023-02-14", people=both),
    )
    named, unnamed = owner("ACC Falk to write to the council"), owner("ACC to write to the court")
    assert (str(named.post), str(named.person)) == ("Assistant Chief Constable", "Ines Falk")
    assert (str(unnamed.post), unnamed.person) == ("Assistant Chief Constable", None)


def test_whoever_acts_in_a_post_is_marked() -> None:
    bring(record("2023-01-10", people=[PCC, ("Ines Falk", "Temporary Assistant Chief Constable", "T/ACC")]))
    held = Tenure.objects.get(person__name="Ines Falk")
    assert (str(held.post), held.acting) == ("Assistant Chief Constable", True)


def test_sides_of_the_table() -> None:
    officer = ("Nia Holt", "Policy Officer", "PO")
    bring(record("2023-01-10", people=[PCC, chief("Asha Dunmore"), officer]))
    assert dict(Post.objects.values_list("abbreviation", "side")) == {
        "PCC": "office",
        "CC": "force",
        "PO": "office",
    }


def test_a_partner_that_owns_is_a_body_and_what_is_not_certain_stays_as_printed() -> None:
    bring(
        record(
            "2023-01-10",
            action("Fenmouth Council to light the path", "Fenmouth Council"),
            action("To be looked at", "Secretariat"),
        )
    )
    partner, unsure = owner("Fenmouth Council to light the path"), owner("To be looked at")
    assert (str(partner.body), partner.post, partner.person) == ("Fenmouth Council", None, None)
    assert (unsure.printed, unsure.body, unsure.post, unsure.person) == ("Secretariat", None, None, None)


def test_initials_of_somebody_listed_name_the_person_and_the_post_they_held() -> None:
    officer = ("Nia Holt", "Policy Officer", "NH")
    bring(record("2023-01-10", action("NH to circulate the paper", "NH"), people=[PCC, officer]))
    owned = owner("NH to circulate the paper")
    assert (str(owned.person), str(owned.post)) == ("Nia Holt", "Policy Officer")


def test_one_person_under_two_printings_of_a_name_keeps_one_row() -> None:
    bring(record("2023-01-10", people=[PCC, chief("A Dunmore")]))
    row = Person.objects.get(name="A Dunmore")
    bring(record("2023-02-14", note("More."), people=[PCC, chief("Asha Dunmore")]))
    row.refresh_from_db()
    assert row.name == "Asha Dunmore"
    assert sorted(row.names) == ["A Dunmore", "Asha Dunmore"]


def test_of_a_name_in_several_capacities_every_list_counts() -> None:
    """Lists of a name in one capacity are read by their first and last day only; these are not."""
    acting = ("Tom Carrow", "Acting Chief Constable", "A/CC")
    days = {
        "2023-01-10": assistant("Tom Carrow"),
        "2023-02-14": acting,
        "2023-03-14": assistant("Tom Carrow"),
    }
    bring(*(record(day, people=[PCC, person]) for day, person in days.items()))
    held = Tenure.objects.filter(person__name="Tom Carrow").order_by("start")
    assert [(one.post.abbreviation, one.acting, one.start, one.end) for one in held] == [
        ("ACC", False, dt.date(2023, 1, 10), dt.date(2023, 1, 10)),
        ("CC", True, dt.date(2023, 2, 14), dt.date(2023, 2, 14)),
        ("ACC", False, dt.date(2023, 3, 14), None),
    ]


def test_while_the_holder_sends_apologies_the_post_is_the_acting_one_s() -> None:
    acting = ("Tom Carrow", "Acting Chief Constable", "A/CC")
    away = record("2023-02-14", action("CC to wait", "CC"), people=[PCC, chief("Asha Dunmore"), acting])
    away["attendance"][1]["status"] = "apologies"
    bring(record("2023-01-10", people=[PCC, chief("Asha Dunmore")]), away)
    post = Post.objects.get(abbreviation="CC")
    now = holders(post, dt.date(2023, 6, 1))
    assert [(str(one.person), one.acting) for one in now] == [("Tom Carrow", True)]
    assert str(owner("CC to wait").person) == "Tom Carrow"
