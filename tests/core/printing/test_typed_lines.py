"""What becomes of typed lines: as the grammar reads them, and as a person says that they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.core.minutes.printing import About, Said, Style, print_minutes, read, read_paper
from answerable.core.minutes.printing.style import LAYOUTS
from answerable.core.minutes.record import EntryKind, MeetingRecord
from tests.core.printing.meeting import (
    ARISING,
    CUSTODY,
    DETENTION,
    ITEMS,
    NEXT,
    PEOPLE,
    paper,
)

KINDS: tuple[EntryKind, ...] = ("note", "question", "response", "commitment", "decision", "action")
layouts = pytest.mark.parametrize("style", [Style(one) for one in LAYOUTS], ids=LAYOUTS)


def kinds(record: MeetingRecord) -> list[str]:
    return [one["kind"] for one in record["entries"]]


@layouts
def test_a_plain_line_is_read_as_in_any_minutes(style: Style) -> None:
    record = read_paper(paper("The PCC asked why times rose. The CC responded that staff were short."), style)
    assert kinds(record) == ["question", "response"]
    assert record["exchanges"][0]["asked_by"] == ["PCC"]


@layouts
def test_an_action_has_its_owner_and_due(style: Style) -> None:
    record = read_paper(paper("ACTION: DCC to share the new baseline by the end of June"), style)
    [action] = record["actions"]
    assert (action["text"], action["owners"]) == ("DCC to share the new baseline by the end of June", ["DCC"])
    assert [due["date"] for due in action["due"]] == ["2026-06-30"]


@layouts
@pytest.mark.parametrize("owners", [(), ("ACC", "CEx"), ("Head of Legal and Governance", "LCJB")])
def test_owners_that_a_person_gave_stand(style: Style, owners: tuple[str, ...]) -> None:
    record = read_paper(paper(Said(CUSTODY, "ACTION: DCC to share it", owners=owners)), style)
    assert record["actions"][0]["owners"] == list(owners)


@layouts
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_that_a_person_chose_stands(style: Style, kind: EntryKind) -> None:
    reading = read(paper(Said(CUSTODY, "The PCC asked the CC to share it.", kind)), style)
    assert not reading.unmet
    assert [reading.record["entries"][at]["kind"] for at in reading.entries[0]] == [kind]


@layouts
def test_speakers_that_a_person_chose_stand(style: Style) -> None:
    record = read_paper(paper(Said(CUSTODY, "It is in hand", "response", ("CC", "T/DCC"))), style)
    assert [(one["text"], one["speakers"]) for one in record["entries"]] == [
        ("It is in hand", ["CC", "T/DCC"])
    ]


@layouts
@pytest.mark.parametrize("status", ["open", "reported", "complete"])
def test_what_is_said_of_an_earlier_action(style: Style, status: str) -> None:
    about = About("CEx to write to the Home Office.", "2026-01", "2.1c", status)  # type: ignore[arg-type]
    record = read_paper(paper(Said(ARISING, "The letter is ready and waits.", about=about)), style)
    [update] = record["updates"]
    assert {**update, "source": []} == {
        "meeting": "2026-01",
        "item": "2.1c",
        "action": "CEx to write to the Home Office.",
        "update": "The letter is ready and waits.",
        "status": status,
        "source": [],
    }


@layouts
def test_the_front_comes_back(style: Style) -> None:
    record = read_paper(paper("Noted."), style)
    assert [{**one, "source": []} for one in record["attendance"]] == list(PEOPLE)
    assert (record["meeting"]["chair"], record["meeting"]["end_time"]) == ("Ada Marsh", "12:00")
    assert [one["number"] for one in record["items"]] == [one.number for one in ITEMS]


@layouts
def test_the_next_meeting_comes_back(style: Style) -> None:
    record = read_paper(paper("Noted.", next_meeting=NEXT), style)
    assert record["next_meeting"] is not None
    assert {**record["next_meeting"], "source": []} == NEXT


def test_a_judgement_stands_with_its_item() -> None:
    items = [replace(one, assurance="Partly assured") if one.number == "3.1" else one for one in ITEMS]
    record = read_paper(paper(Said(DETENTION, "Noted."), items=items), Style())
    assert record["items"][DETENTION]["assurance"] == "Partly assured"


def test_listed_actions_end_what_they_stand_under() -> None:
    lines = ("ACTION: DCC to share it.", "The CC thanked them.", "ACTION: CC to report in May.")
    record = read_paper(paper(*lines), Style("numbered"))
    assert [one["text"] for one in record["entries"]] == [
        "The CC thanked them.",
        "Actions arising:",
        "DCC to share it.",
        "CC to report in May.",
    ]


def test_places_quote_what_is_printed() -> None:
    record = read_paper(paper("The PCC asked why times rose."), Style())
    [place] = record["entries"][0]["source"]
    assert place["quote"] == "The PCC asked why times rose."


@layouts
@pytest.mark.parametrize(
    "text",
    [
        "3. Custody",
        "1. first",
        "Present: Jane Doe (JD)",
        "Date: 4 May 2026",
        "Actions arising:",
        "ACTION:",
        "Summary of actions",
        "→ DCC",
        "Note: typed so",
        "**Decision:** <b>bold</b> {{ braces }} #set text()",
        "Page 3 of 4",
        "‮right to left‬ and 漢字",
    ],
)
def test_odd_lines_are_text_and_take_nothing_with_them(style: Style, text: str) -> None:
    reading = read(paper(text, "The CC thanked everybody."), style)
    assert [one["title"] for one in reading.record["items"]] == [one.title for one in ITEMS]
    assert reading.record["entries"][-1]["text"].endswith("The CC thanked everybody.")
    assert len(reading.record["attendance"]) == len(PEOPLE)
    print_minutes(reading.record, style)


def test_twenty_thousand_words_in_one_line() -> None:
    reading = read(paper("word " * 20_000), Style())
    assert sum(len(one["text"].split()) for one in reading.record["entries"]) == 20_000
