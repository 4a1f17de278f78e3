"""A topic's places in published minutes, and its thread told from public lines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.actions.outcomes import Outcome
from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.topic_places import Place, places_of
from answerable.core.publication.topic_thread import PublicLine, class_of, summary, thread_of

MEETING = "wyvern/assurance/2018-03-27"
ITEM, OTHER = f"{MEETING}/item/1", f"{MEETING}/item/2"
ACTION = "wyvern/actions/A-0001"


def entry(at: int, item: int, kind: str = "note", left_out: str | None = None) -> dict[str, Any]:
    return {
        "path": f"{MEETING}#entry-{at}", "item": item, "heading": None, "kind": kind, "text": f"Line {at}",
        "left_out": left_out,
    }  # fmt: skip


def minutes(kind: str = "other", left_out: str | None = None) -> dict[str, Any]:
    """Two items with two lines each; an action is given by the second line of the first."""
    return {
        "items": [
            {"path": ITEM, "kind": kind, "left_out": left_out},
            {"path": OTHER, "kind": "other", "left_out": None},
        ],
        "entries": [entry(1, 0), entry(2, 0, "action"), entry(3, 1), entry(4, 1)],
        "actions": [{"path": ACTION, "item": 0, "entry": 1}],
    }


def lines() -> list[LineFact]:
    def line(kind: str, path: str, **data: Any) -> LineFact:
        return LineFact(kind, path, "", "", "2018-03-27", "", data)

    return [
        line("item", ITEM), line("item", OTHER),
        *(line("entry", f"{MEETING}#entry-{at}", item=ITEM if at < 3 else OTHER) for at in (1, 2, 3, 4)),
        line("exchange", f"{MEETING}#exchange-3", item=OTHER, entries=[f"{MEETING}#entry-3"]),
        line("figure", f"{MEETING}#figure-a", item=OTHER, measure="101 calls answered", text="It was 72%."),
        line("update", f"{MEETING}#update-a", about=ACTION),
    ]  # fmt: skip


def found(*places: Place, **kinds: Any) -> list[str]:
    return [one.rpartition("/")[2].rpartition("#")[2] for one in
            places_of("Calls answered", minutes(**kinds), lines(), places).places]  # fmt: skip


def test_all_of_an_item_is_about_what_it_is_about() -> None:
    assert found(Place(ITEM)) == ["1", "entry-1", "entry-2", "update-a", "A-0001"]


def test_a_line_of_an_item_speaks_for_the_item_and_its_figures() -> None:
    assert found(Place(OTHER, f"{MEETING}#entry-3")) == ["2", "entry-3", "entry-4", "exchange-3", "figure-a"]


def test_of_an_item_that_stands_on_every_agenda_only_the_line() -> None:
    assert found(Place(ITEM, f"{MEETING}#entry-1"), kind="matters_arising") == ["entry-1"]


def test_what_is_left_out_is_no_place() -> None:
    assert found(Place(ITEM), left_out="personal") == []


def test_what_has_no_public_address_is_no_place() -> None:
    assert found(Place(f"{MEETING}/item/9"), Place(ITEM, f"{MEETING}#entry-9")) == []


DAY = dt.date(2018, 3, 27)


def public(kind: str, path: str, on: dt.date = DAY, /, **data: Any) -> PublicLine:
    told = {"meeting": MEETING, **data}
    return PublicLine(kind, path, "", str(data.get("text", "")), on, "Assurance", told)


def exchange(at: int, by: str = "PCC", on: dt.date = DAY) -> PublicLine:
    return public(
        "exchange", f"{MEETING}#exchange-{at}", on, item=ITEM, entries=[f"{MEETING}#entry-{at}"],
        question=f"Why {at}?", response="So.", asked_by=[by], answered_by=["CC"], stance=None,
    )  # fmt: skip


def action(state: str = "open", **data: Any) -> PublicLine:
    return public(
        "action", ACTION, item=ITEM, text="Share it", owners=["CC"], due=None, state=state, kept="",
        **{"first_due": None, "ended": None, "as_of": "2019-01-01", **data},
    )  # fmt: skip


def test_lines_stand_in_the_order_of_the_minutes() -> None:
    told = thread_of([exchange(5), exchange(2)], set())
    assert [one.text for one in told.lines] == ["Why 2?", "Why 5?"]


def test_an_entry_that_is_told_as_something_else_is_not_told_again() -> None:
    spoken = public("entry", f"{MEETING}#entry-2", kind="note", speakers=[], text="Spoken of.", item=ITEM)
    assert len(thread_of([exchange(2), spoken], {spoken.path}).lines) == 1
    assert [one.event.kind for one in thread_of([spoken], {spoken.path}).lines] == ["said"]
    assert thread_of([spoken], set()).lines == []


def test_a_sentence_with_two_figures_is_quoted_once() -> None:
    two = [public("figure", f"{MEETING}#figure-{at}", item=ITEM, text="72% of 100.") for at in "ab"]
    assert len(thread_of(two, set()).lines) == 1


def test_who_asked_is_counted_by_who_held_the_post() -> None:
    later = dt.date(2020, 3, 27)
    told = thread_of([exchange(1), exchange(2, on=later), exchange(3, "DPCC")], set())
    held = {"PCC": [("2016-05-12", "2019-05-11", "Rhoda"), ("2019-05-12", None, "Ismay")]}
    assert [tuple(one) for one in summary(told, held).askers] == [("PCC", 2), ("DPCC", 1)]
    assert [tuple(one) for one in summary(told, {}).askers] == [("PCC", 1), ("DPCC", 1)]


def test_what_became_of_an_action_is_told_as_of_its_part() -> None:
    late = action(first_due="2018-06-30")
    assert class_of(late.data) is Outcome.SLIPPED
    assert class_of({**late.data, "as_of": "2018-04-01"}) is Outcome.OPEN
    assert summary(thread_of([late], set()), {}).outcomes == [(Outcome.SLIPPED, 1)]


def test_an_action_that_ended_is_closed_by_what_was_said_or_by_its_end() -> None:
    def kinds(*more: PublicLine) -> list[str]:
        told = thread_of([action("closed", ended="2018-06-26"), *more], set())
        return [one.event.kind for one in told.lines]

    said = public("update", f"{MEETING}#update-a", dt.date(2018, 6, 26), about=ACTION, status="complete")
    assert kinds() == ["action", "closed"]
    assert kinds(said) == ["action", "closed"]
