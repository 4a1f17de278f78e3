"""Matters arising as minutes write them: what was asked for then, and what is said of it now."""

from __future__ import annotations

import pytest

from answerable.core.minutes.matters import month_of, status_of
from answerable.core.minutes.record import MeetingRecord
from tests.core.documents import Piece, bold, item, table
from tests.spec.reading import read


def updates(record: MeetingRecord) -> list[tuple[str | None, str | None, str, str]]:
    return [(one["meeting"], one["item"], one["action"], one["update"]) for one in record["updates"]]


def test_reference_action_update() -> None:
    record = read(
        bold("1. Matters arising"),
        bold("Actions arising from the January 2026 meeting:"),
        "Agenda item 2.1c: Custody",
        "DCC to publish the custody plan.",
        bold("Update:"),
        "The plan was published on 2 February.",
        bold("Actions arising:"),
        item("1. The plan to be reviewed in June."),
    )
    assert updates(record) == [
        ("2026-01", "2.1c", "DCC to publish the custody plan.", "The plan was published on 2 February.")
    ]
    assert [one["text"] for one in record["actions"]] == ["The plan to be reviewed in June."]


def test_numbered_actions_and_numbered_updates_pair_by_number() -> None:
    record = read(
        bold("1. Matters arising"),
        "Actions arising from the January meeting",
        "Agenda item 3: Estate",
        item("1. CEx to write to the landlord."),
        item("2. ACC to count the visits."),
        "Update:",
        item("2. Done."),
        item("1. Ongoing"),
    )
    assert [(one["action"], one["update"], one["status"]) for one in record["updates"]] == [
        ("CEx to write to the landlord.", "Ongoing", "open"),
        ("ACC to count the visits.", "Done.", "complete"),
    ]


def test_sub_headings_part_the_matters() -> None:
    record = read(
        bold("1. Matters arising"),
        bold("Actions arising from the January 2026 meeting:"),
        bold("Custody"),
        "DCC to publish the custody plan.",
        "Update: The plan was published.",
        bold("Estate"),
        "CEx to write to the landlord.",
        "Update: Ongoing.",
    )
    assert [one[2:] for one in updates(record)] == [
        ("DCC to publish the custody plan.", "The plan was published."),
        ("CEx to write to the landlord.", "Ongoing."),
    ]


def test_everything_in_one_row() -> None:
    body = [
        bold("Matters arising"),
        "Action arising from the January 2026 meeting: Agenda item 2.6: Budget",
        "Set out the savings by quarter.",
        "Update: The first quarter has been set out.",
        "Bring the register in draft.",
        "Update: Tabled.",
    ]
    rows = table([["1.", body, ""]])
    assert updates(read(rows)) == [
        ("2026-01", "2.6", "Set out the savings by quarter.", "The first quarter has been set out."),
        ("2026-01", "2.6", "Bring the register in draft.", "Tabled."),
    ]


def test_update_inside_the_paragraph() -> None:
    record = read(
        bold("1. Matters arising"),
        bold("Action arising from the November 2025 meeting:"),
        "It was agreed that the survey would be repeated in spring. Update: The survey went out in February.",
    )
    assert updates(record) == [
        (
            "2025-11",
            None,
            "It was agreed that the survey would be repeated in spring.",
            "The survey went out in February.",
        )
    ]


def test_an_update_without_a_reference_is_about_what_stands_before_it() -> None:
    record = read(
        bold("1. Matters arising"), "DCC to publish the custody plan.", "Update: Published in February."
    )
    assert updates(record) == [(None, None, "DCC to publish the custody plan.", "Published in February.")]
    assert record["actions"] == []


def test_new_questions_in_matters_arising_are_questions() -> None:
    record = read(
        bold("1. Matters arising"),
        bold("Action arising from the January 2026 meeting:"),
        "DCC to publish the custody plan.",
        "Update:",
        "The plan was published.",
        "The PCC asked who had read it. The DCC said that it had gone to every inspector.",
    )
    assert len(updates(record)) == 1
    assert [one["asked_by"] for one in record["exchanges"]] == [["PCC"]]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Complete", "complete"),
        ("Completed.", "complete"),
        ("Closed", "complete"),
        ("Discharged.", "complete"),
        ("This action can be closed.", "complete"),
        ("Ongoing", "open"),
        ("On track", "open"),
        ("Carried forward to May.", "open"),
        ("Outstanding", "open"),
        ("Not yet complete.", "open"),
        ("A date in January is being arranged.", "open"),
        ("The plan has been moved to May", "open"),
        ("The visit has been put back to the end of June.", "open"),
        ("It will follow in March", "open"),
        ("The report will be sent in June.", "open"),
        ("The work will be completed in May.", "open"),
        ("A second survey is now being drafted.", "open"),
        ("The date is expected in early autumn.", "open"),
        ("A workshop has been arranged for 12 May.", "open"),
        ("This action will be closed.", "complete"),
        ("Completed; the next one will follow in March.", "complete"),
        ("The first paper was sent and the second will follow in March.", "reported"),
        ("The team has been moved to the new station.", "reported"),
        ("A written report was submitted to the PCC before the meeting.", "reported"),
        ("The plan was shared on 2 February.", "reported"),
    ],
)
def test_status_is_what_the_words_say(words: str, status: str) -> None:
    assert status_of(words) == status


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("January 2026", "2026-01"),
        ("the Nov 25", "2025-11"),
        ("13/01/2026", "2026-01"),
        ("December", "2025-12"),
        ("last", None),
    ],
)
def test_the_month_of_the_meeting(words: str, month: str | None) -> None:
    from datetime import date

    assert month_of(words, date(2026, 3, 10)) == month


BOLD_OR_NOT: list[tuple[Piece | str, ...]] = [
    (bold("Update:"), "Ongoing"),
    ("Update:", "Ongoing"),
    ("UPDATE: Ongoing",),
    ("Update – Ongoing",),
    ("Progress update: Ongoing",),
]


@pytest.mark.parametrize("lines", BOLD_OR_NOT)
def test_ways_of_writing_update(lines: tuple[Piece | str, ...]) -> None:
    record = read(
        bold("1. Matters arising"),
        "Actions arising from the January 2026 meeting",
        "CEx to write to the landlord.",
        *lines,
    )
    assert updates(record) == [("2026-01", None, "CEx to write to the landlord.", "Ongoing")]
