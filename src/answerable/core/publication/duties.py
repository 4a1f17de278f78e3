"""What the law asks an office to publish. How a duty stands: ``standing``.

The Elected Local Policing Bodies (Specified Information) Order 2011 (SI 2011/3050), schedule, as amended by
SI 2012/2479 (2A, 3(g), 4), SI 2013/1816 (3(h)) and SI 2021/547 (7A to 7C, which are to stand in a prominent
place of the website); and regulation 10 of the Accounts and Audit Regulations 2015 (SI 2015/234). The wording
here is ours and short, and is to be read beside the law.

How often each is due: paragraph 3(a) to (g) is as the Home Affairs Committee tabled it in 2013 (HC 69: (a) to
(e) before each financial year, (f) and (g) each month); 3(h) is as 1(d), with which SI 2013/1816 put it into
one paragraph; the others are what offices are used to, and were not checked against part 2 of the schedule.
The Policing Protocol 2023 (SI 2023/649) names no list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ORDER = "https://www.legislation.gov.uk/uksi/2011/3050/schedule"
AMENDED = "https://www.legislation.gov.uk/uksi/2021/547/contents/made"
ACCOUNTS = "https://www.legislation.gov.uk/uksi/2015/234/regulation/10"


class Every(StrEnum):
    """How often something is to be published anew."""

    ALWAYS = "always"  # kept right: looked at again by the day that the office gives it
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    MEETING = "meeting"  # for each meeting


WHEN = {
    Every.ALWAYS: "kept up to date",
    Every.MONTH: "every month",
    Every.QUARTER: "every quarter",
    Every.YEAR: "every year",
    Every.MEETING: "for each meeting",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """``subjects`` are what is published here that meets it. ``other_law``: where it is not of the order."""

    code: str
    paragraph: str
    title: str
    asks: str
    every: Every
    subjects: tuple[str, ...] = ()
    address: str = ORDER
    other_law: str = ""

    @property
    def law(self) -> str:
        return self.other_law or f"SI 2011/3050, schedule, paragraph {self.paragraph}"

    @property
    def place(self) -> str:
        """Where it stands, as a page about the order says it."""
        return self.other_law or f"Paragraph {self.paragraph}"

    @property
    def when(self) -> str:
        return WHEN[self.every]


DUTIES: tuple[Duty, ...] = (
    Duty("holders", "1(a), (b)", "Who holds office",
         "The names of the commissioner and each deputy, and where to write to them.",
         Every.ALWAYS, ("people",)),
    Duty("pay", "1(c)", "Pay of office-holders",
         "The salary of the commissioner and of each deputy.", Every.YEAR),
    Duty("expenses", "1(d)", "Allowances of office-holders",
         "What is paid to the commissioner and each deputy for expenses.", Every.QUARTER),
    Duty("interests", "1(e)", "Register of interests",
         "Every paid post and pecuniary interest of the commissioner and each deputy.", Every.ALWAYS),
    Duty("complaints-holders", "1(f)", "Complaints about office-holders",
         "How many complaints and conduct matters the panel brought to their attention.", Every.YEAR),
    Duty("staff", "2(a), (b)", "Who works in the office",
         "How many staff there are; the share who are women, of an ethnic minority or disabled.", Every.YEAR),
    Duty("structure", "2(c)", "Structure of the office",
         "A chart of the office's staff.", Every.ALWAYS),
    Duty("senior-staff", "2(d)", "Senior staff",
         "The job title, responsibilities and salary of each senior employee, and the name unless that person"
         " refuses.", Every.YEAR),
    Duty("gifts", "2(e)", "Gifts and hospitality",
         "A register of each offer to office-holders and staff, and whether it was accepted.", Every.QUARTER),
    Duty("shared-staff", "2A", "Use of others' staff",
         "Arrangements to use staff of the chief officer or of a local authority.", Every.ALWAYS),
    Duty("budget", "3(a)", "Budget", "The total budget.", Every.YEAR),
    Duty("precept", "3(b)", "Precept", "The precept, where the body is a commissioner.", Every.YEAR),
    Duty("income", "3(c)", "Income expected", "Each source of revenue that is expected.", Every.YEAR),
    Duty("spending-planned", "3(d)", "Spending planned", "Proposed expenditure.", Every.YEAR),
    Duty("investment", "3(e)", "Investment strategy", "The annual investment strategy.", Every.YEAR),
    Duty("grants", "3(f)", "Crime and disorder grants",
         "Each grant: its recipient, purpose, conditions, and why it was expected to reduce crime.",
         Every.MONTH),
    Duty("spending", "3(g)", "Spending over £500",
         "Each item over £500 of office and force: recipient, purpose, why it was good value.", Every.MONTH),
    Duty("travel", "3(h)", "Travel of office-holders",
         "Each item for travel, accommodation and subsistence of the commissioner and each deputy: recipient,"
         " purpose, why it was good value.", Every.QUARTER),
    Duty("accounts", "regulation 10 of SI 2015/234", "Accounts and audit",
         "The statement of accounts and what the auditor said of it, with the governance and narrative"
         " statements.", Every.YEAR, (), ACCOUNTS, "SI 2015/234, regulation 10"),
    Duty("property", "4(a)", "Property",
         "What premises and land are owned, or used for the office's purposes.", Every.YEAR),
    Duty("contracts", "4(b)", "Contracts over £10,000",
         "A copy of each contract of office or force over £10,000.", Every.MONTH),
    Duty("tenders", "4", "Tenders and smaller contracts",
         "Each invitation to tender over £10,000, and a list of the contracts up to that.", Every.QUARTER),
    Duty("meetings", "5(a)", "Public meetings",
         "The date, time and place of each public meeting.", Every.MEETING, ("agenda", "minutes")),
    Duty("agendas", "5(b)", "Agendas and papers",
         "The agenda of each public meeting, and each document that is the subject of an item.",
         Every.MEETING, ("agenda",)),
    Duty("minutes", "5(c)", "Minutes",
         "The minutes of each public meeting, and of each other at which matters of significant public"
         " interest are discussed.", Every.MEETING, ("minutes",)),
    Duty("decisions", "5(d)", "Decisions",
         "A record of each decision of significant public interest.", Every.ALWAYS, ("decision",)),
    Duty("policies", "6", "Policies",
         "Policies on conduct, complaints, decisions, whistle-blowing, records and sharing information.",
         Every.ALWAYS),
    Duty("disorder-reports", "7", "Crime and disorder reports",
         "Each report that was asked of the responsible authorities of a local area.", Every.ALWAYS),
    Duty("national-priorities", "7A", "National priorities for policing",
         "What the force contributed to them, which of them apply in the area, and why.", Every.QUARTER,
         (), AMENDED),
    Duty("inspection", "7B", "Latest inspection",
         "The inspectorate's latest annual report on the force, and its summary assessment.", Every.ALWAYS,
         (), AMENDED),
    Duty("complaints", "7C", "Complaints about the force",
         "The latest quarterly data and annual statistics, and how the chief officer was held to account.",
         Every.QUARTER, (), AMENDED),
    Duty("custody-visitors", "8", "Independent custody visitors",
         "How the arrangements for independent custody visitors work.", Every.ALWAYS),
)  # fmt: skip

BY_CODE: Mapping[str, Duty] = {one.code: one for one in DUTIES}
