"""Generated papers: meetings of the fictional Wyvern Valley in which everything happens that minutes know."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hypothesis import strategies as st

from answerable.core.agenda.numbering import numbered
from answerable.core.minutes.printing import About, Paper, PaperItem, Said, Style
from answerable.core.minutes.printing.opening import KINDS as KINDS_OF_MEETING
from answerable.core.minutes.printing.style import LAYOUTS
from answerable.core.minutes.record import Attendance, EntryKind, Meeting, NextMeeting

FORUMS = (
    "Wyvern Valley Assurance Board",
    "Monthly Assurance Meeting",
    "Wyvern Valley Public Accountability Meeting",
    "DPCC and ACC",
    "Roads and custody",
)
PEOPLE = (
    ("Ada Marsh", "Police and Crime Commissioner", "PCC"),
    ("Greta Pohl", "Deputy Police and Crime Commissioner", "DPCC"),
    ("Ben Holt", "Chief Constable", "CC"),
    ("Cora Lane", "Temporary Deputy Chief Constable", "T/DCC"),
    ("Dev Nair", "Assistant Chief Constable, Crime", "ACC"),
    ("Ewan Frith", "Chief Executive", "CEx"),
    ("Supt Ida Moss", "Acting Assistant Chief Constable", "A/ACC"),
    ("Femi Orr", "Head of Legal and Governance", ""),
    ("A representative of the Valley Victims’ Hub", "", ""),
)
SUBJECTS = (
    "Custody and mental health", "Road safety", "101 call handling", "Rural crime", "File quality",
    "HMICFRS inspection programme", "Holding to account", "Operational risks", "the estate",
    "Stop and search scrutiny", "Finance: the precept", "COMPLAINTS", "Public confidence",
)  # fmt: skip
SENTENCES = (
    "The PCC asked why detention times had gone up again.",
    "The CC responded that 12% more people were detained than a year ago, and 340 of them were under 18.",
    "The T/DCC would share the review with the OPCC by the end of June.",
    "It was noted that the new suite opens in the spring.",
    "The PCC was not convinced and asked whether the target of 30 minutes was still realistic.",
    "A paper was circulated in advance.",
    "He asked what had been done for victims.",
    "The ACC explained that between 40 and 45 officers are trained each quarter.",
    "Will the figures be published?",
    "The DPCC welcomed the progress; the CC said that it would continue.",
    "This provided assurance.",
    "Numbers fell from 412 to 260 in the year to March 2026",
    "The Chair thanked everybody.",
    "and so on, as the paper says",
    "£1.2m was spent (see appendix A).",
    "Complete.",
    "None",
    "DCC",
    "Update on the estate:",
    "10 officers were moved, e.g. to Saltmere.",
    "RESOLVED: that the report be noted.",
    "Cllr Orr queried the cost; it was confirmed that it is within budget.",
    "2.1 Custody",
    "A. N. Other was thanked for 20 years’ service.",
    "→ see the map",
    "Note: this is what was typed.",
)  # fmt: skip
TASKS = (
    "DCC to share the new baseline by the end of June.",
    "CC and CEx to write to the Home Office within 10 days",
    "PCC to be sighted on the plan once it has been agreed at Exec Board.",
    "Share the review of custody in three months, and its impact in 6 months.",
    "A profile of abandoned calls to be brought to the next meeting.",
    "the Valley Victims’ Hub to be invited",
    "Report back in Q3.",
)
VENUE = "Conference Room 2, Wyvern House"
ARISING = "Matters arising"
OWNERS = ("PCC", "CC", "T/DCC", "ACC", "CEx", "Head of Legal and Governance", "Valley Victims’ Hub", "LCJB")
SHOWN = st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "Zs", "Sc", "Sm"])
WORDS = st.text(SHOWN, max_size=60)
"""Letters of Latin scripts (Welsh among them), figures, signs: what the fonts of a PDF show."""
KINDS: tuple[EntryKind, ...] = ("note", "question", "response", "commitment", "decision")
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))


def times() -> st.SearchStrategy[str]:
    return st.sampled_from(["09:00", "10:30", "14:15", "18:00"])


@st.composite
def heads(draw: st.DrawFn) -> Meeting:
    day = draw(DAYS)
    forum = draw(st.sampled_from(FORUMS))
    dated = draw(st.booleans())
    title = f"{forum} – {day.day} {calendar.month_name[day.month]} {day.year}" if dated else forum
    start = draw(st.none() | times())
    return {
        "title": title,
        "forum": forum,
        "kind": draw(st.none() | st.sampled_from(sorted(KINDS_OF_MEETING))),
        "date": day.isoformat(),
        "start_time": start,
        "end_time": draw(st.none() | st.just("20:00")),
        "chair": draw(st.sampled_from([None, "Ada Marsh", "Greta Pohl", "Sir Noel Quayle"])),
        "minutes_by": draw(st.sampled_from([None, "Ivy Cole"])),
        "venue": draw(st.sampled_from([None, VENUE, "By Teams", "Saltmere Town Hall"])),
        "source": [],
    }


@st.composite
def attendance(draw: st.DrawFn, numbers: list[str]) -> list[Attendance]:
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    found: list[Attendance] = []
    for name, capacity, short in people:
        stay = st.sampled_from([None, None, *numbers])
        found.append(
            {
                "name": name,
                "capacity": capacity or None,
                "abbreviation": short or None,
                "status": draw(st.sampled_from(["present", "present", "apologies"])),
                "from_item": draw(stay),
                "to_item": draw(stay),
                "source": [],
            }
        )
    return found


@st.composite
def items(draw: st.DrawFn) -> list[PaperItem]:
    titles = draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=7, unique=True))
    titles = ["Welcome and apologies", ARISING, *titles, "Any other business", "Date of next meeting"]
    scheme = draw(st.sampled_from(["decimal", "letters", "none"]))
    if scheme == "none":
        return [PaperItem(one[0].upper() + one[1:]) for one in titles]
    levels = [1, 1]
    for _ in titles[4:]:
        levels.append(min(draw(st.sampled_from([1, 2, 2, 3])), levels[-1] + 1))
    found = []
    for title, number, level in zip(titles, numbered([*levels, 1, 1], scheme), [*levels, 1, 1], strict=True):
        judged = draw(st.sampled_from([None, None, None, "Partly assured", "Assured", "Not assured"]))
        judged = None if title == "Date of next meeting" else judged
        found.append(PaperItem(title, number.number, number.label, level, assurance=judged))
    return found


def speakers() -> st.SearchStrategy[tuple[str, ...] | None]:
    named = st.lists(st.sampled_from([short for _, _, short in PEOPLE if short]), max_size=2, unique=True)
    return st.none() | named.map(tuple)


def paragraphs() -> st.SearchStrategy[str]:
    written = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
    return st.one_of(written, written, written, WORDS.filter(lambda text: any(c.isalnum() for c in text)))


def actions(item: int) -> st.SearchStrategy[Said]:
    task = st.sampled_from(TASKS)
    owned = st.none() | st.lists(st.sampled_from(OWNERS), max_size=3, unique=True).map(tuple)
    marked = task.map(lambda text: f"ACTION: {text}")
    typed = st.builds(Said, st.just(item), marked, owners=owned)
    chosen = st.builds(Said, st.just(item), task | marked, st.just("action"), owners=owned)
    return typed | chosen


def matters(item: int) -> st.SearchStrategy[Said]:
    about = st.builds(
        About,
        st.sampled_from(TASKS),
        st.sampled_from([None, "2026-01", "2025-12"]),
        st.sampled_from([None, "2.1", "3", "2.1c"]),
        st.sampled_from(["open", "reported", "complete"]),
    )
    return st.builds(Said, st.just(item), paragraphs(), about=about)


def lines(item: int) -> st.SearchStrategy[Said]:
    plain = st.builds(Said, st.just(item), paragraphs())
    told = st.builds(Said, st.just(item), paragraphs(), st.sampled_from(KINDS), speakers())
    listed = st.builds(Said, st.just(item), paragraphs().map(lambda text: f"• {text}"))
    heading = st.sampled_from(["Violence", "Call handling performance", "Points from members"]).map(
        lambda text: Said(item, text, "heading")
    )
    return st.one_of(plain, plain, told, actions(item), listed, heading, matters(item))


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    agenda = draw(items())
    head = draw(heads())
    said = [
        one
        for at in range(len(agenda) - 1)
        for one in draw(st.lists(matters(at) if agenda[at].title == ARISING else lines(at), max_size=5))
    ]
    if agenda[0].number is None:  # minutes without numbers have no other headings than their items'
        said = [one for one in said if one.kind != "heading"]
    numbers = [one.label for one in agenda if one.label]
    return Paper(head, draw(attendance(numbers)), agenda, said, draw(next_meetings(head["date"] or "")))


@st.composite
def next_meetings(draw: st.DrawFn, after: str) -> NextMeeting | None:
    if draw(st.booleans()):
        return None
    day = date.fromisoformat(after) + timedelta(days=draw(st.integers(7, 90)))
    return {
        "date": day.isoformat(),
        "start_time": draw(st.none() | times()),
        "venue": draw(st.sampled_from([None, VENUE])),
        "type": draw(st.sampled_from([None, "Thematic – Offenders", "Public meeting"])),
        "source": [],
    }


def styles() -> st.SearchStrategy[Style]:
    return st.builds(Style, st.sampled_from(LAYOUTS), marking=st.sampled_from(["", "DRAFT", "OFFICIAL"]))
