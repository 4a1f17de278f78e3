"""Decisions that the commissioner of the sample took, and where what the law asks for is found."""

from __future__ import annotations

import datetime as dt

from answerable.accounts.models import User
from answerable.offices.models import Office
from answerable.publishing.models import DecisionRecord
from answerable.publishing.operations.recording import record_decision
from answerable.publishing.operations.scheme import Said, say_met

COMMISSIONER = "Police and Crime Commissioner"
DECISIONS = (
    {
        "title": "A grant for a year of outreach in Saltmere",
        "taken_on": dt.date(2026, 2, 12), "taken_by": COMMISSIONER,
        "background": "The district council asked for half of the cost of two workers.",
        "decision": "£42,000 for one year from 1 April 2026, if the council reports twice.",
        "papers": "Application of the district council\nAssessment of the chief finance officer",
    },
    {
        "title": "The budget and precept for 2026 to 2027",
        "taken_on": dt.date(2026, 2, 26), "taken_by": COMMISSIONER,
        "background": "The panel supported the precept on 5 February 2026.",
        "decision": "The budget is set as proposed.\nThe precept rises by £13 a year for a home in band D.",
        "papers": "Budget report\nReport of the panel",
    },
    {
        "title": "Lease of the station in Tarnebury",
        "taken_on": dt.date(2026, 5, 21), "taken_by": COMMISSIONER,
        "background": "The lease ends in June 2027.",
        "decision": "The office takes part in the tender of the owner.",
        "exempt": "The most that it offers is £1.2 million.", "category": "exemption",
    },
    {
        "title": "A deputy’s delegation", "taken_on": dt.date(2025, 11, 4), "taken_by": COMMISSIONER,
        "decision": "The deputy may sign grants of up to £5,000.",
    },
)  # fmt: skip
"""Of the fourth there is little to say; of the third a part is exempt."""

MET = (
    ("interests", Said("Register of interests", "https://wyvern-valley.example/interests",
                       dt.date(2026, 9, 1), dt.date(2027, 9, 1))),
    ("budget", Said("Budget 2026 to 2027", "https://wyvern-valley.example/budget", dt.date(2026, 2, 26))),
    ("gifts", Said("Gifts and hospitality, April to June 2025", "https://wyvern-valley.example/gifts",
                   dt.date(2025, 7, 14), dt.date(2025, 10, 14))),
    ("shared-staff", Said("", note="There are none.", applies=False)),
)  # fmt: skip
"""Of the duties of the Specified Information Order: two met, one late, one that does not apply."""


def plant(office: Office, officer: User, at: dt.datetime) -> None:
    if DecisionRecord.objects.filter(office=office).exists():
        return
    for one in DECISIONS:
        record_decision(office=office, values={"number": "", "ready": True, **one}, by=officer, at=at)
    for duty, said in MET:
        say_met(office=office, duty=duty, typed=said, by=officer, at=at)
