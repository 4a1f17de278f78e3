"""The ways in which minutes mark an action, one test to a layout: who owns it, what is to be done, by when.

All minutes here are of the fictional Wyvern Valley. Each test is a layout that real offices use.
"""

from __future__ import annotations

import pytest

from answerable.core.minutes.record import MeetingRecord
from tests.core.documents import beside, bold, heading, item, table
from tests.spec.reading import number_of, read


def actions(record: MeetingRecord) -> list[tuple[str | None, list[str], str]]:
    """(item number, owners, text) of each action."""
    return [(number_of(record, one["item"]), one["owners"], one["text"]) for one in record["actions"]]


def dates(record: MeetingRecord) -> list[str | None]:
    return [due["date"] for one in record["actions"] for due in one["due"]]


@pytest.mark.parametrize(
    "marked",
    [
        "ACTION: DCC to publish the custody plan by the end of June.",
        "ACTION- DCC to publish the custody plan by the end of June.",
        "ACTION – DCC to publish the custody plan by the end of June.",
        "Action: DCC to publish the custody plan by the end of June.",
        "Action - DCC to publish the custody plan by the end of June.",
        "Action 7: DCC to publish the custody plan by the end of June.",
        "ACTION 7 – DCC to publish the custody plan by the end of June.",
        "Agreed action: DCC to publish the custody plan by the end of June.",
        "Action point 7: DCC to publish the custody plan by the end of June.",
        "AP7: DCC to publish the custody plan by the end of June.",
        "[ACTION: DCC to publish the custody plan by the end of June.]",
        "Action (DCC): DCC to publish the custody plan by the end of June.",
    ],
)
def test_a_marker_in_the_text(marked: str) -> None:
    record = read(bold("1. Custody"), "The PCC asked about custody.", marked)
    ((number, owners, text),) = actions(record)
    assert (number, owners) == ("1", ["DCC"])
    assert text.rstrip("].") == "DCC to publish the custody plan by the end of June"
    assert dates(record) == ["2026-06-30"]


def test_the_printed_number_is_the_label() -> None:
    record = read(bold("1. Custody"), "Action 7: DCC to publish the plan.", "Action 8: ACC to read it.")
    assert [one["label"] for one in record["actions"]] == ["7", "8"]


def test_owner_in_the_marker() -> None:
    record = read(
        bold("1. Custody"), "Action for DCC: publish the custody plan.", "ACTION (ACC/CEx): agree the date."
    )
    assert [owners for _, owners, _ in actions(record)] == [["DCC"], ["ACC", "CEx"]]


def test_owner_in_brackets_behind() -> None:
    record = read(
        bold("1. Custody"),
        "Action: Publish the custody plan (DCC).",
        "Action: Circulate the dates of the visits (Secretariat)",
        "Action: Write to the Local Criminal Justice Board (LCJB)",
    )
    assert [owners for _, owners, _ in actions(record)] == [["DCC"], ["Secretariat"], ["LCJB"]]


def test_marker_behind_the_sentence() -> None:
    record = read(
        bold("1. Custody"),
        "Detention times were discussed. The custody plan would be published in May. (Action: DCC)",
        "The PCC's office would circulate the dates. [Action: CEx]",
    )
    assert actions(record) == [
        ("1", ["DCC"], "The custody plan would be published in May."),
        ("1", ["CEx"], "The PCC's office would circulate the dates."),
    ]


def test_marker_inside_a_paragraph() -> None:
    record = read(
        bold("1. Custody"),
        "The PCC asked who had read the plan. The DCC said that nobody had. Action: DCC to circulate it. "
        "The CC added that it was short.",
    )
    assert actions(record) == [("1", ["DCC"], "DCC to circulate it.")]
    kinds = [(one["kind"], one["text"]) for one in record["entries"]]
    assert kinds[-1] == ("response", "The CC added that it was short.")


def test_owner_column() -> None:
    rows = table(
        [
            ["1.", bold("Custody"), "ACTION"],
            ["", "The PCC asked about detention times. The DCC said that they had fallen.", ""],
            ["", "ACTION: Figures for each suite to be shared monthly.", "DCC"],
            ["2.", bold("Rural crime"), ""],
            ["", "ACTION- PCC to be sighted on the rural plan.", ""],
            ["", "ACTION: Barn meets to be advertised.", "ACC/ CEx"],
        ]
    )
    assert actions(read(rows)) == [
        ("1", ["DCC"], "Figures for each suite to be shared monthly."),
        ("2", [], "PCC to be sighted on the rural plan."),
        ("2", ["ACC", "CEx"], "Barn meets to be advertised."),
    ]


def test_numbered_owners_beside_a_list() -> None:
    text = [
        bold("Custody"),
        beside("The PCC asked about detention times.", 2, 3),
        beside(bold("Actions arising:"), 5, 5),
        beside(item("1. Figures for each suite to be shared."), 6, 6),
        beside(item("2. A visit to be arranged in three months."), 7, 7),
        beside(item("3. Custody to come to each DPCC / ACC meeting."), 8, 9),
    ]
    owners = [
        beside("1.ACC", 6, 6),
        beside("2.DC", 7, 7),
        beside("C/ACC", 8, 8),
        beside("3.CC/", 9, 9),
        beside("CEx", 10, 10),
    ]
    record = read(table([["1.", text, owners]]))
    assert [owners for _, owners, _ in actions(record)] == [["ACC"], ["DCC", "ACC"], ["CC", "CEx"]]
    assert dates(record) == ["2026-06-10"]


def test_all_owners_in_one_paragraph() -> None:
    text = [
        bold("Custody"),
        bold("Actions arising:"),
        item("1. Figures to be shared."),
        item("2. A visit to be arranged."),
    ]
    record = read(table([["1.", text, "1.ACC 2.DCC/CEx"]]))
    assert [owners for _, owners, _ in actions(record)] == [["ACC"], ["DCC", "CEx"]]


def test_initials_alone_mark_an_action() -> None:
    """Boards that write no marker: the initials in the right column are all there is."""
    rows = table(
        [
            ["No.", "Item", "Action"],
            [
                "1.",
                [
                    bold("Custody"),
                    beside("Detention times were discussed at length.", 1, 1),
                    beside("The policy will be circulated before Easter.", 2, 2),
                ],
                [beside("CL", 2, 2)],
            ],
            [
                "2.",
                [bold("Estate"), beside("The lease is to be renewed in June.", 1, 1)],
                [beside("EF", 1, 1)],
            ],
        ]
    )
    record = read(rows)
    assert actions(record) == [
        ("1", ["CL"], "The policy will be circulated before Easter."),
        ("2", ["EF"], "The lease is to be renewed in June."),
    ]
    assert "abbreviation-unknown" in {one["code"] for one in record["warnings"]}


def test_bullets_under_a_header_with_an_owner() -> None:
    record = read(
        heading("Communications"),
        "The plan was presented.",
        "Actions: for Secretariat",
        item("• Set up a page for the plan."),
        item("• Make more use of the newsletter."),
        heading("Looking ahead"),
        "No date was set.",
    )
    assert [(owners, text) for _, owners, text in actions(record)] == [
        (["Secretariat"], "Set up a page for the plan."),
        (["Secretariat"], "Make more use of the newsletter."),
    ]


def test_action_table_at_the_end() -> None:
    rows = table(
        [
            ["No.", "Action", "Owner", "By when"],
            ["1", "Share the custody figures", "DCC", "30 April 2026"],
            ["2", "Agree a date for the visit", "ACC and CEx", "next meeting"],
            ["3", "Report on detention times", "CC", "Q1 2026/27"],
        ]
    )
    record = read(bold("1. Custody"), "The figures were noted.", bold("Summary of actions"), rows)
    assert [(owners, text) for _, owners, text in actions(record)] == [
        (["DCC"], "Share the custody figures"),
        (["ACC", "CEx"], "Agree a date for the visit"),
        (["CC"], "Report on detention times"),
    ]
    assert dates(record)[0] == "2026-04-30"
    assert dates(record)[-1] == "2026-06-30"


def test_a_table_at_the_end_repeats_what_the_text_gave() -> None:
    """The table says who and when; it makes no second action."""
    rows = table(
        [
            ["Ref", "Action", "Owner", "Due"],
            ["1", "DCC to share the custody figures for each suite", "DCC", "30 April 2026"],
            ["2", "Arrange a visit to Tarnebury", "CEx", "May"],
        ]
    )
    record = read(
        bold("1. Custody"),
        "Action: DCC to share the custody figures for each suite.",
        "Action: Arrange a visit to Tarnebury",
        bold("Action table"),
        rows,
    )
    assert [(number, owners) for number, owners, _ in actions(record)] == [("1", ["DCC"]), ("1", ["CEx"])]
    assert dates(record) == ["2026-04-30", "2026-05-31"]


def test_resolutions() -> None:
    record = read(
        bold("1. Budget"),
        "RESOLVED: That the budget be approved.",
        "RESOLVED that the Chief Executive be asked to write to the Minister.",
        "RESOLVED – That the Chief Constable provide a report on overtime by 30 June 2026.",
    )
    kinds = [one["kind"] for one in record["entries"] if one["text"].startswith("RESOLVED")]
    assert kinds == ["decision", "action", "action"]
    assert [owners for _, owners, _ in actions(record)] == [["CEx"], ["CC"]]


def test_decision_and_action_pairs() -> None:
    record = read(
        bold("1. Budget"), "Decision: The budget was approved.", "Action: CEx to publish the decision notice."
    )
    assert [one["kind"] for one in record["entries"]] == ["decision", "action"]


@pytest.mark.parametrize(
    "line",
    [
        "Actions arising: None",
        "Action: None",
        "No actions arising.",
        "The action plan was noted.",
        "Action plan: the force has published one.",
        "The DCC gave an update on action 7, which is complete.",
        "Will Marsh, a reporter, attended.",
    ],
)
def test_what_is_no_action(line: str) -> None:
    assert actions(read(bold("1. Custody"), line, "The meeting closed.")) == []


def test_names_and_bodies_as_owners() -> None:
    record = read(
        bold("1. Custody"),
        "Action 1: Cora Lane to publish the plan.",
        "Action 2: Board members to send comments.",
        "Action 3: Tarnebury Council and the CEx to meet.",
        "Action 4: Copy of the terms to be circulated.",
        "Action 5: The Head of Custody to visit all suites.",
    )
    assert [owners for _, owners, _ in actions(record)] == [
        ["Cora Lane"],
        ["Board members"],
        ["Tarnebury Council", "CEx"],
        [],
        ["Head of Custody"],
    ]


def test_acting_posts() -> None:
    record = read(
        bold("1. Custody"), "Action: T/ACC to publish the plan.", "Action: A/DCC and C/Supt Hale to read it."
    )
    assert [owners for _, owners, _ in actions(record)] == [["T/ACC"], ["A/DCC", "C/Supt Hale"]]


def test_look_alike_letters_in_the_owner_column() -> None:
    rows = table(
        [
            ["1.", bold("Custody"), "ACTION"],
            ["", "Action: Plan to be published.", "сс"],
            ["", "Action: Suites to be visited.", "АСС"],
        ]
    )
    record = read(rows)
    assert [owners for _, owners, _ in actions(record)] == [["CC"], ["ACC"]]
    assert [one["code"] for one in record["warnings"]].count("homoglyph") == 2


def test_action_log() -> None:
    rows = table(
        [
            ["Ref", "Meeting", "Action", "Owner", "Deadline", "Progress"],
            ["A12", "13/01/2026", "DCC to share the suite figures.", "DCC", "February", "Completed"],
            ["A13", "13/01/2026", "ACC to visit Tarnebury.", "ACC", "Ongoing", "On track"],
        ]
    )
    record = read(bold("1. Action log"), rows)
    assert actions(record) == []
    assert [(one["meeting"], one["action"], one["status"]) for one in record["updates"]] == [
        ("2026-01", "DCC to share the suite figures.", "complete"),
        ("2026-01", "ACC to visit Tarnebury.", "open"),
    ]
