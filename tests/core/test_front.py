"""The front of minutes in the layouts that offices use: what is read, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.minutes.document import Document
from answerable.core.minutes.front import Front, read_front
from tests.core.documents import Piece, Table, bold, document, furniture, heading, item, table

BODY = bold("1. Matters arising")
PROSE = "The Commissioner opened the meeting and said that she was glad to see the new control room at work."


def front(*parts: str | Piece | Table, name: str = "minutes.docx") -> Front:
    return read_front(document(*parts, name=name))


def people(found: Front) -> list[tuple[str, str | None, str | None, str]]:
    return [(one["name"], one["capacity"], one["abbreviation"], one["status"]) for one in found.attendance]


def names(found: Front, status: str = "present") -> list[str]:
    return [one["name"] for one in found.attendance if one["status"] == status]


def codes(found: Front) -> list[str]:
    return [notice.code for notice in found.notices]


def uncovered(made: Document, found: Front) -> str:
    """What the front took up and gave no place."""
    spans = [
        (place["start"], place["end"])
        for holder in (found.meeting, *found.attendance, *found.furniture)
        for place in holder["source"]
    ]
    taken = (line for index in found.consumed for line in made.blocks[index].lines)
    left = [
        at for line in taken for at in range(line.start, line.end) if not any(s <= at < e for s, e in spans)
    ]
    return "".join(made.text[at] for at in left if not made.text[at].isspace())


HOUSE_TABLE = table(
    [
        ["", "Name:", "Capacity:"],
        ["Attendance:", "Rosa Thorne", "Police and Crime Commissioner (PCC)"],
        ["", "Idris Vane", "Chief Constable (CC)"],
        ["", "Nadia Norris", "Policy Officer (NN)"],
        ["Apologies:", "Tom Quill", "Chief Executive of the Commissioner's Office (CEx)"],
        ["1.", "OUTSTANDING MATTERS", "ACTION"],
    ]
)


def test_the_house_layout() -> None:
    made = document(
        "Monthly Assurance Meeting March 2026 – Meeting Notes",
        item("- Date: Tuesday 10 March 2026 @ 10:30"),
        item("- Chair: Rosa Thorne"),
        item("- Minutes: Nadia Norris, Policy Officer, OPCC"),
        item("- Venue Meeting Room 2.07 Wyvern House"),
        HOUSE_TABLE,
    )
    found = read_front(made)
    assert {
        key: found.meeting[key]
        for key in ("title", "forum", "date", "start_time", "chair", "minutes_by", "venue")
    } == {
        "title": "Monthly Assurance Meeting March 2026",
        "forum": "Monthly Assurance Meeting",
        "date": "2026-03-10",
        "start_time": "10:30",
        "chair": "Rosa Thorne",
        "minutes_by": "Nadia Norris",
        "venue": "Meeting Room 2.07 Wyvern House",
    }
    assert people(found) == [
        ("Rosa Thorne", "Police and Crime Commissioner", "PCC", "present"),
        ("Idris Vane", "Chief Constable", "CC", "present"),
        ("Nadia Norris", "Policy Officer", "NN", "present"),
        ("Tom Quill", "Chief Executive of the Commissioner's Office", "CEx", "apologies"),
    ]
    assert codes(found) == []
    assert [one["text"] for one in found.furniture] == ["Name:", "Capacity:"]
    assert uncovered(made, found) == ""
    assert made.text[made.blocks[found.consumed[-1]].start :].startswith("Chief Executive of")
    quotes = [place["quote"] for place in found.attendance[1]["source"]]
    assert quotes == ["Idris Vane\tChief Constable (CC)"]


def test_a_head_table_and_runs_of_people() -> None:
    found = front(
        bold("BOARD MEETING MINUTES"),
        table(
            [
                ["Title of Meeting", "Wyvern Valley Libraries - Board Meeting"],
                ["Date", "26th March 2026"],
                ["Place", "Corn Hall, Tarnebury"],
                ["Time", "9.30am – 1.00pm"],
                ["Attendees", "Rosa Thorne (Chair), Idris Vane, Ann Poe\n(General Manager), Tom Quill"],
                [
                    "Invited",
                    "May Dunn (Staff Observer) Sam Lee ( Council Observer), Joe Pike (Clerk to the Board)",
                ],
            ]
        ),
        table(
            [
                ["", "", "Action"],
                ["1.", ["Apologies", "Tom Quill, Sam Lee"], ""],
                ["2.", ["Decisions", PROSE], "AP"],
            ]
        ),
    )
    assert found.meeting["title"] == "Wyvern Valley Libraries - Board Meeting"
    assert (found.meeting["date"], found.meeting["start_time"], found.meeting["end_time"]) == (
        "2026-03-26",
        "09:30",
        "13:00",
    )
    assert (found.meeting["venue"], found.meeting["chair"]) == ("Corn Hall, Tarnebury", "Rosa Thorne")
    assert people(found) == [
        ("Rosa Thorne", "Chair", None, "present"),
        ("Idris Vane", None, None, "present"),
        ("Ann Poe", "General Manager", None, "present"),
        ("May Dunn", "Staff Observer", None, "present"),
        ("Joe Pike", "Clerk to the Board", None, "present"),
        ("Tom Quill", None, None, "apologies"),
        ("Sam Lee", "Council Observer", None, "apologies"),
    ]
    assert codes(found) == ["attendance-printed-twice", "attendance-printed-twice"]


def test_lists_below_labels_and_a_date_in_the_title() -> None:
    found = front(
        heading("Justice Panel minutes from 3rd August 2026"),
        bold("Present:"),
        "Dr Rosa O’Thorne – CHAIR",
        "Prof. Idris Vane, University of Wyvern",
        "Ann Poe, Talk Of Town",
        "Tom Quill, Home Office (minute taker)",
        bold("Apologies:"),
        "Sam Lee, Victim Support",
        bold("1. Welcome and Introductions"),
        PROSE,
    )
    assert (found.meeting["date"], found.meeting["forum"]) == ("2026-08-03", "Justice Panel")
    assert (found.meeting["chair"], found.meeting["minutes_by"]) == ("Dr Rosa O’Thorne", "Tom Quill")
    assert people(found) == [
        ("Dr Rosa O’Thorne", "CHAIR", None, "present"),
        ("Prof. Idris Vane", "University of Wyvern", None, "present"),
        ("Ann Poe", "Talk Of Town", None, "present"),
        ("Tom Quill", "Home Office (minute taker)", None, "present"),
        ("Sam Lee", "Victim Support", None, "apologies"),
    ]
    assert found.consumed[-1] == 7


def test_running_prose_and_a_body_for_all() -> None:
    found = front(
        "Local Data Panel – third meeting",
        "1 June 2026",
        "Meeting note - actions",
        "Panel attendees: Professor Rosa Thorne (Chair), Idris Vane (Valley Council) Ann Poe (Town Hall)"
        " – Ex Officio: Tom Quill (HQ).",
        "Other Attendees: Sam Lee (Boilerhouse), May Dunn, Joe Pike (minutes) – all OPCC.",
        bold("1 March meeting note"),
        PROSE,
    )
    assert (found.meeting["title"], found.meeting["forum"]) == (
        "Local Data Panel – third meeting",
        "Local Data Panel",
    )
    assert (found.meeting["date"], found.meeting["minutes_by"]) == ("2026-06-01", "Joe Pike")
    assert [one[:2] for one in people(found)] == [
        ("Professor Rosa Thorne", "Chair"),
        ("Idris Vane", "Valley Council"),
        ("Ann Poe", "Town Hall"),
        ("Tom Quill", "HQ"),
        ("Sam Lee", "Boilerhouse"),
        ("May Dunn", "OPCC"),
        ("Joe Pike", "OPCC"),
    ]
    assert found.consumed == (0, 1, 2, 3, 4)


def test_lists_side_by_side_with_labels_among_the_cells() -> None:
    made = document(
        bold("Open Data Group - Agenda"),
        bold("24th meeting"),
        bold("13th May 2026, 9:30 - 12:30"),
        bold("Venue: 1 High Street, Room G23"),
        table(
            [
                [bold("Attendees"), bold("Officials")],
                ["Rosa Thorne (Chair) (RT)", "Ann Poe (AP)"],
                [["Idris Vane (IV)", "2:30o"], bold("Observers")],
                ["Giles Vane (GVa)", "Sam Lee (SL)"],
                ["", bold("Apologies")],
                ["May Dunn (MD)", "Joe Pike (JP)"],
            ]
        ),
        bold("Agenda"),
        table([["Item", "Description", "Lead"], ["1", "Welcome", "RT"]]),
    )
    found = read_front(made)
    assert people(found) == [
        ("Rosa Thorne", "Chair", "RT", "present"),
        ("Idris Vane", None, "IV", "present"),
        ("Giles Vane", None, "GVa", "present"),
        ("May Dunn", None, "MD", "present"),
        ("Ann Poe", None, "AP", "present"),
        ("Sam Lee", None, "SL", "present"),
        ("Joe Pike", None, "JP", "apologies"),
    ]
    assert (found.meeting["venue"], found.meeting["end_time"]) == ("1 High Street, Room G23", "12:30")
    assert uncovered(made, found) == ""
    assert made.blocks[max(found.consumed) + 1].start == made.text.index("Agenda\n", 30)


@pytest.mark.parametrize(
    "line",
    [
        "Minutes of the Strategic Performance Board held on Monday 2 March 2026 at 10.30am"
        " in the Conference Room, Wyvern House",
        "Minutes of the meeting of the Strategic Performance Board held at Conference Room, Wyvern House"
        " on Monday 2 March 2026 at 10.30",
        "Notes of the Strategic Performance Board held on Monday 2nd March 2026, 10:30hrs,"
        " Conference Room, Wyvern House",
    ],
)
def test_all_in_one_title_line(line: str) -> None:
    found = front(line, "Present: Rosa Thorne (PCC), Idris Vane (CC)", BODY, PROSE)
    assert [found.meeting[key] for key in ("title", "date", "start_time", "venue")] == [
        "Strategic Performance Board", "2026-03-02", "10:30", "Conference Room, Wyvern House",
    ]  # fmt: skip
    assert names(found) == ["Rosa Thorne", "Idris Vane"]


@pytest.mark.parametrize(
    ("line", "date", "start", "end", "venue"),
    [
        (
            "Monday 2 March 2026, 10.30am, Conference Room, HQ",
            "2026-03-02",
            "10:30",
            None,
            "Conference Room, HQ",
        ),
        ("Monday 2 March 2026 | 10:30 - 12:00 | Room 4", "2026-03-02", "10:30", "12:00", "Room 4"),
        ("2nd March 2026 at 14:00pm via Microsoft Teams", "2026-03-02", "14:00", None, "Microsoft Teams"),
        ("Mon 02/03/2026 1400hrs", "2026-03-02", "14:00", None, None),
        (
            "Held on 2 March 2026 at 2 – 3.30pm at County Hall, Tarnebury",
            "2026-03-02",
            "14:00",
            "15:30",
            "County Hall, Tarnebury",
        ),
        (
            "Monday 2 March 2026 – County Hall – 10am to 12 noon",
            "2026-03-02",
            "10:00",
            "12:00",
            "County Hall",
        ),
    ],
)
def test_one_line_of_date_time_and_place(
    line: str, date: str, start: str, end: str | None, venue: str | None
) -> None:
    found = front(
        "OFFICE OF THE POLICE AND CRIME COMMISSIONER", "Accountability Board", "Minutes", line, BODY, PROSE
    )
    assert [found.meeting[key] for key in ("title", "date", "start_time", "end_time", "venue")] == [
        "Accountability Board", date, start, end, venue,
    ]  # fmt: skip


def test_labels_with_their_values_below_or_beside() -> None:
    below = front(
        "Assurance Meeting",
        "Date:",
        "2 March 2026",
        "Time:",
        "10am",
        "Venue:",
        "County Hall",
        "Chair:",
        "Rosa Thorne",
        BODY,
    )
    beside = front(
        "Assurance Meeting",
        table(
            [["Date:", "2 March 2026", "Time:", "10am"], ["Venue:", "County Hall", "Chair:", "Rosa Thorne"]]
        ),
        BODY,
    )
    stacked = front(
        "Assurance Meeting",
        table([["Date:\nTime:\nVenue:\nChair:", "2 March 2026\n10am\nCounty Hall\nRosa Thorne"]]),
        BODY,
    )
    for found in (below, beside, stacked):
        assert [found.meeting[key] for key in ("date", "start_time", "venue", "chair")] == [
            "2026-03-02", "10:00", "County Hall", "Rosa Thorne",
        ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Name", "Role", "Organisation", "Initials"],
            ["Rosa Thorne", "Commissioner", "OPCC", "RT"],
            ["Idris Vane", "Chief Constable", "Valley Police", "IV"],
        ],
        [
            ["Present", "Name", "Role"],
            ["", "Rosa Thorne", "Commissioner, OPCC (RT)"],
            ["", "Idris Vane", "Chief Constable, Valley Police (IV)"],
        ],
        [
            [
                "Present:",
                ["Rosa Thorne (RT)", "Idris Vane (IV)"],
                ["Commissioner, OPCC", "Chief Constable, Valley Police"],
            ]
        ],
        [
            [
                "Present:",
                "Rosa Thorne (RT), Commissioner, OPCC\nIdris Vane (IV), Chief Constable, Valley Police",
            ]
        ],
    ],
)
def test_tables_of_people(rows: list[list[object]]) -> None:
    found = front("Assurance Meeting, 2 March 2026", table(rows), BODY, PROSE)  # type: ignore[arg-type]
    assert people(found) == [
        ("Rosa Thorne", "Commissioner, OPCC", "RT", "present"),
        ("Idris Vane", "Chief Constable, Valley Police", "IV", "present"),
    ]


def test_a_column_says_who_was_away() -> None:
    found = front(
        "Assurance Meeting, 2 March 2026",
        table(
            [
                ["Name", "Role", "Attendance"],
                ["Rosa Thorne", "PCC", "Present"],
                ["Idris Vane", "CC", "Apologies"],
            ]
        ),
        BODY,
    )
    assert people(found) == [
        ("Rosa Thorne", "PCC", "PCC", "present"),
        ("Idris Vane", "CC", "CC", "apologies"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Present: Rosa Thorne (PCC), Idris Vane (CC), Ann Poe", ["Rosa Thorne", "Idris Vane", "Ann Poe"]),
        (
            "Present: Rosa Thorne, PCC; Idris Vane, Head of Legal and Data; Ann Poe",
            ["Rosa Thorne", "Idris Vane", "Ann Poe"],
        ),
        (
            "In attendance: Chief Constable Idris Vane, ACC Ann Poe and Cllr Quill",
            ["Idris Vane", "ACC Ann Poe", "Cllr Quill"],
        ),
        (
            "Attendees – Rosa Thorne; T/ACC Ann Poe; C/Supt Sam Lee",
            ["Rosa Thorne", "T/ACC Ann Poe", "C/Supt Sam Lee"],
        ),
        (
            "Members present: R. Thorne, Mary-Ann O'Neill, Jan van der Berg",
            ["R. Thorne", "Mary-Ann O'Neill", "Jan van der Berg"],
        ),
        ("Police and Crime Commissioner – Rosa Thorne", []),
    ],
)
def test_runs_of_people(line: str, expected: list[str]) -> None:
    assert names(front("Assurance Meeting", "2 March 2026", line, BODY, PROSE)) == expected


def test_posts_before_names_and_labels_of_bodies() -> None:
    found = front(
        "Assurance Meeting",
        "2 March 2026",
        "Present:",
        "Police and Crime Commissioner – Rosa Thorne (Chair)",
        "Chief Constable: Idris Vane",
        "Valley Police:",
        "Ann Poe, Head of Estates",
        "Sam Lee",
        BODY,
        PROSE,
    )
    assert [one[:2] for one in people(found)] == [
        ("Rosa Thorne", "Police and Crime Commissioner, Chair"),
        ("Idris Vane", "Chief Constable"),
        ("Ann Poe", "Head of Estates"),
        ("Sam Lee", "Valley Police"),
    ]
    assert found.meeting["chair"] == "Rosa Thorne"


def test_who_was_there_for_some_items_only() -> None:
    found = front(
        "Assurance Meeting",
        "2 March 2026",
        "Present: Rosa Thorne (PCC), Ann Poe (items 3-5), Sam Lee (from item 4)",
        BODY,
    )
    assert [(one["from_item"], one["to_item"]) for one in found.attendance] == [
        (None, None),
        ("3", "5"),
        ("4", None),
    ]
    assert [one["capacity"] for one in found.attendance] == ["PCC", None, None]


@pytest.mark.parametrize(
    "body",
    [
        [bold("1. Apologies"), "Apologies were received from Tom Quill (CEx) and ACC Ann Poe."],
        [
            bold("1. Welcome and apologies"),
            "The PCC welcomed everyone. Apologies had been received from Tom Quill and ACC Ann Poe.",
        ],
        [bold("1. Apologies for absence"), "Tom Quill", "ACC Ann Poe"],
        ["1. Apologies: Tom Quill, ACC Ann Poe"],
        [
            table(
                [["1.", [bold("Apologies for absence"), "Tom Quill, ACC Ann Poe"], ""], ["2.", "Minutes", ""]]
            )
        ],
        [bold("1. Apologies"), "Tom Quill and ACC Ann Poe sent their apologies."],
    ],
)
def test_apologies_in_the_body(body: list[str | Piece | Table]) -> None:
    made = document(
        "Assurance Meeting",
        "2 March 2026",
        "Present: Rosa Thorne (PCC)",
        *body,
        bold("2. Performance"),
        PROSE,
    )
    found = read_front(made)
    assert names(found) == ["Rosa Thorne"]
    assert names(found, "apologies") == ["Tom Quill", "ACC Ann Poe"]
    assert found.consumed == (0, 1, 2), "the item stays in the body"


@pytest.mark.parametrize(
    "words", ["None", "No apologies were received.", "Nil.", "There were none.", "Apologies for absence."]
)
def test_nobody_sent_apologies(words: str) -> None:
    found = front(
        "Assurance Meeting",
        "2 March 2026",
        "Present: Rosa Thorne (PCC)",
        bold("1. Apologies"),
        words,
        bold("2. AOB"),
    )
    assert names(found, "apologies") == []


def test_the_title_and_the_date_disagree() -> None:
    found = front("Assurance Meeting January 2026 – Meeting Notes", "Date: Friday 22 May 2026", BODY)
    assert found.meeting["date"] == "2026-05-22"
    assert codes(found) == ["date-disagrees-with-title"]


def test_the_weekday_disagrees_with_the_date() -> None:
    found = front("Assurance Meeting", "Date: Friday 21 May 2026", BODY)
    assert (found.meeting["date"], codes(found)) == ("2026-05-21", ["weekday-disagrees-with-date"])


@pytest.mark.parametrize(
    ("title", "name"), [("Assurance Meeting May 2026", "a.pdf"), ("Assurance Meeting", "2026-05.pdf")]
)
def test_a_year_comes_from_the_title_or_the_name(title: str, name: str) -> None:
    found = front(title, "Date: Friday 22 May", BODY, name=name)
    assert (found.meeting["date"], codes(found)) == ("2026-05-22", ["year-inferred"])


def test_a_year_is_checked_by_the_weekday() -> None:
    found = front("Assurance Meeting 2025/26", "Date: Friday 22 May", BODY, name="assurance-2025.pdf")
    assert found.meeting["date"] is None or found.meeting["date"] == "2026-05-22"


@pytest.mark.parametrize(
    "name",
    [
        "2026-05-22 assurance.pdf",
        "20260522_minutes.docx",
        "minutes-22-may-2026.pdf",
        "Minutes 22.05.2026.odt",
    ],
)
def test_a_date_only_in_the_name(name: str) -> None:
    found = front("Assurance Meeting", "Present: Rosa Thorne", BODY, name=name)
    assert (found.meeting["date"], codes(found)) == ("2026-05-22", ["date-from-file-name"])


def test_no_date_at_all() -> None:
    found = front("Assurance Meeting March 2026", "Present: Rosa Thorne", BODY)
    assert (found.meeting["date"], codes(found)) == (None, ["no-date"])


def test_an_abbreviation_that_is_nobodys() -> None:
    found = front(
        "Assurance Meeting, 2 March 2026", table([["Present:", "Rosa Thorne", "Policy Officer (XQ)"]]), BODY
    )
    assert people(found) == [("Rosa Thorne", "Policy Officer", "XQ", "present")]
    assert codes(found) == ["abbreviation-disagrees-with-name"]


def test_an_action_log_has_a_title_and_nobody() -> None:
    made = document(
        furniture("UNCLASSIFIED"),
        bold("TB (8)1.ii Transparency Board Action Log as at 19 July 2026"),
        table(
            [
                ["Meeting date & action number", "Action", "Deadline", "Progress"],
                ["11/01/2026", "Team to write", "June", "On track"],
            ]
        ),
    )
    found = read_front(made)
    assert (found.meeting["title"], found.meeting["forum"]) == (
        "Transparency Board Action Log as at 19 July 2026",
        "Transparency Board",
    )
    assert (found.meeting["date"], found.attendance, found.consumed) == ("2026-07-19", [], (1,))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Public Holding to Account Meeting", "public"),
        ("Thematic Assurance Meeting – Offenders", "thematic"),
        ("Quarterly Performance Meeting", "performance"),
        ("Interim (virtual) holding to account", "interim"),
        ("Police and Crime Board", None),
    ],
)
def test_the_kind_is_what_the_title_says(title: str, kind: str | None) -> None:
    assert front(title, "2 March 2026", BODY).meeting["kind"] == kind


def test_when_it_closed() -> None:
    found = front("Assurance Meeting", "2 March 2026, 10am", BODY, PROSE, "The meeting closed at 12.15pm.")
    assert (found.meeting["start_time"], found.meeting["end_time"]) == ("10:00", "12:15")


def test_a_text_without_a_front() -> None:
    for parts in ((PROSE, PROSE), (bold("1. Matters arising"), PROSE)):
        found = front(*parts)
        assert (found.meeting["title"], found.attendance, found.consumed) == (None, [], ())
    empty = front()
    assert (empty.meeting["title"], empty.meeting["source"], codes(empty)) == (None, [], ["no-date"])


def test_headings_of_the_body_are_nobody() -> None:
    found = front(
        "Assurance Meeting",
        "2 March 2026",
        bold("Present:"),
        "Rosa Thorne",
        "Idris Vane",
        bold("Rural Burglary"),
        PROSE + " It was so.",
    )
    assert names(found) == ["Rosa Thorne", "Idris Vane"]
    assert found.consumed == (0, 1, 2, 3, 4)


def test_a_public_meeting_with_posts_in_brackets() -> None:
    found = front(
        "Office of the Police & Crime Commissioner for Wyvern Valley",
        "LEVEL 1 PUBLIC MEETING",
        "Minutes of the meeting held in the Conference Room, HQ South, Tarnebury on 28 November 2026"
        " commencing 11.00am and concluded at 1.00pm",
        "Members Present:",
        "R Thorne (Police & Crime Commissioner – PCC)",
        "Sara Quill (Chief Constable)",
        "Present: I Lee (CFO)",
        "Apologies: F Dunn",
        bold("1. Minutes"),
    )
    keys = ("title", "date", "start_time", "end_time", "venue")
    assert [found.meeting[key] for key in keys] == [  # type: ignore[literal-required]
        "LEVEL 1 PUBLIC MEETING", "2026-11-28", "11:00", "13:00", "Conference Room, HQ South, Tarnebury",
    ]  # fmt: skip
    assert people(found) == [
        ("R Thorne", "Police & Crime Commissioner", "PCC", "present"),
        ("Sara Quill", "Chief Constable", None, "present"),
        ("I Lee", "CFO", "CFO", "present"),
        ("F Dunn", None, None, "apologies"),
    ]


def test_a_panel_of_councillors() -> None:
    found = front(
        bold("WYVERN POLICE AND CRIME PANEL"),
        "Minutes of a meeting of the Wyvern Police and Crime Panel held in Committee Room 1, Borough Hall on"
        " Tuesday 22 September 2026 at 10.30 am.",
        "PRESENT:",
        "Councillors A Brown, B Dodds (Chair), I Dale",
        "Co-opted Members: Mr P Cain and Ms J Pike",
        "Also in attendance: Mr F Vane – PCC; Ms C Lee – Chief Executive",
        "Apologies for absence: Councillor Z Young",
        bold("1. Declarations of Interest"),
    )
    assert found.meeting["title"] == "Wyvern Police and Crime Panel"
    assert found.meeting["chair"] == "B Dodds"
    assert names(found) == ["A Brown", "B Dodds", "I Dale", "Mr P Cain", "Ms J Pike", "Mr F Vane", "Ms C Lee"]
    assert names(found, "apologies") == ["Councillor Z Young"]


def test_initials_before_names_and_inside_brackets() -> None:
    found = front(
        "Executive Board minutes 6.3.26",
        "Those present: Rosa Thorne (RT, Chair), Idris Vane (IV, CC), Joe Bell (JB – minutes)",
        "Also present:",
        "AP – Ann Poe, Head of HR",
        "MD May Dunn, Staff Officer",
        bold("1. Welcome"),
    )
    assert [one[:3] for one in people(found)] == [
        ("Rosa Thorne", "Chair", "RT"),
        ("Idris Vane", "CC", "IV"),
        ("Joe Bell", None, "JB"),
        ("Ann Poe", "Head of HR", "AP"),
        ("May Dunn", "Staff Officer", "MD"),
    ]
    assert (found.meeting["date"], found.meeting["minutes_by"]) == ("2026-03-06", "Joe Bell")


def test_groups_inside_a_run() -> None:
    line = "Attendees: OPCC: Rosa Thorne, PCC; Sam Lee, CEx. Valley Police: Idris Vane, CC; Ann Poe, DCC"
    found = front("Assurance Board", "6 March 2026", line, bold("Matters"), PROSE)
    assert [one[:2] for one in people(found)] == [
        ("Rosa Thorne", "PCC"), ("Sam Lee", "CEx"), ("Idris Vane", "CC"), ("Ann Poe", "DCC"),
    ]  # fmt: skip


def test_several_fields_in_a_line_and_a_chair_who_is_not_listed() -> None:
    found = front(
        heading("Governance and Scrutiny Board"),
        "Date: 6 March 2026 Time: 10:00 Venue: Room 3",
        "Chair: Rosa Thorne, Police and Crime Commissioner",
        "Attendees: Idris Vane, Ann Poe",
        BODY,
    )
    assert (found.meeting["start_time"], found.meeting["venue"]) == ("10:00", "Room 3")
    assert people(found)[0] == ("Rosa Thorne", "Police and Crime Commissioner", None, "present")
    assert names(found) == ["Rosa Thorne", "Idris Vane", "Ann Poe"]


def test_heads_over_the_particulars() -> None:
    found = front(
        "Performance Board", table([["Date", "Time", "Venue"], ["6 March 2026", "10am", "Room 3"]]), BODY
    )
    assert [found.meeting[key] for key in ("date", "start_time", "venue")] == [
        "2026-03-06",
        "10:00",
        "Room 3",
    ]


def test_a_year_that_only_the_files_name_has() -> None:
    found = front("Assurance Meeting", "Tuesday 6 March", BODY, name="Minutes 2018.pdf")
    assert (found.meeting["date"], codes(found)) == ("2018-03-06", ["year-inferred"])


LINES = st.sampled_from(
    [
        "Assurance Meeting March 2026", "Date: 2 March 2026", "Present:", "Apologies:",
        "Rosa Thorne (PCC)", "Idris Vane, CC", "Monday 2 March 2026, 10am, HQ", "Venue",
        "Chair: Rosa Thorne", "Name:", "Capacity:", "1.", "1. Apologies", "None", "Agenda", "Action", "•",
        "(", "–", "Present: Rosa Thorne and", "A", "31 June 2026",
        PROSE,
    ]
)  # fmt: skip
TEXTS = st.one_of(
    LINES, st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20)
).filter(str.strip)
TABLES = st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=4).map(table)


@given(st.lists(st.one_of(TEXTS, TABLES), max_size=8))
def test_any_document_has_a_front_whose_every_character_is_placed(parts: list[str | Table]) -> None:
    made = document(*parts)
    found = read_front(made)
    assert uncovered(made, found) == ""
    assert list(found.consumed) == sorted(set(found.consumed))
    assert all(one["name"] for one in found.attendance)
    for holder in (found.meeting, *found.attendance, *found.furniture):
        for place in holder["source"]:
            assert made.text[place["start"] : place["end"]] == place["quote"]
