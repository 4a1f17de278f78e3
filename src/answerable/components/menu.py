"""The menu: what is beside what. A group has a name and its pages, of which the first is its start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from answerable.core.permissions.table import Permission

READ = Permission.READ_RECORD


class Page(NamedTuple):
    """``section`` is what the templates under it name; it is shown to those who may do ``permission``."""

    section: str
    name: str
    path: str
    permission: Permission = READ


class Group(NamedTuple):
    name: str
    pages: tuple[Page, ...]


GROUPS = (
    Group(
        "Meetings",
        (
            Page("meetings", "Meetings", "/meetings/"),
            Page("plan", "Plan of the year", "/plan/"),
            Page("papers", "Papers", "/papers/", Permission.READ_PAPERS),
            Page("assurance", "Assurance", "/assurance/"),
            Page("forums", "Forums", "/meetings/forums/"),
        ),
    ),
    Group("Owed", (Page("owed", "Owed", "/owed/", Permission.DRAFT_REPORTS),)),
    Group(
        "Actions",
        (
            Page("actions", "Register", "/actions/"),
            Page("promises", "Promises", "/promises/"),
            Page("lapsed", "Never heard of again", "/lapsed/"),
            Page("revisits", "To come back", "/revisits/"),
            Page("awaited", "Waited for", "/awaited/"),
            Page("figures", "What became of them", "/figures/"),
            Page("reports", "Reports", "/reports/"),
        ),
    ),
    Group(
        "Measures",
        (
            Page("measures", "All measures", "/measures/"),
            Page("phases", "Changes decided", "/measures/phases/"),
            Page("proposed", "For the next agenda", "/measures/proposed/", Permission.READ_DRAFTS),
            Page("performance", "Report for a meeting", "/reports/performance/"),
            Page("load", "Load figures", "/measures/load/", Permission.LOAD_FIGURES),
        ),
    ),
    Group(
        "Objectives",
        (
            Page("plans", "Plans", "/plans/"),
            Page("inspections", "Recommendations", "/inspections/"),
            Page("funding", "Paid for", "/funding/"),
        ),
    ),
    Group("Topics", (Page("topics", "Topics", "/topics/"),)),
    Group(
        "People",
        (Page("people", "People", "/people/"), Page("posts", "Posts", "/people/posts/")),
    ),
    Group(
        "Publication",
        (
            Page("publishing", "Publication", "/publishing/", Permission.READ_PUBLISHING),
            Page("decisions", "Decisions", "/decisions/", Permission.READ_PUBLISHING),
            Page("scheme", "Publication scheme", "/scheme/", Permission.READ_PUBLISHING),
        ),
    ),
    Group("Search", (Page("search", "Search", "/search/"),)),
    Group(
        "Admin",
        (
            Page("review", "Review", "/review/", Permission.READ_REVIEW),
            Page("imports", "Import", "/imports/", Permission.READ_IMPORTS),
            Page("accounts", "Accounts", "/accounts/", Permission.READ_ACCOUNTS),
            Page("audit", "Audit trail", "/audit/", Permission.READ_AUDIT),
        ),
    ),
)


class Menu(NamedTuple):
    """``top``: the groups, as the service navigation takes them; ``around``: the pages of the one at hand.

    Of a page beside others: its name, its address, and whether somebody is in it.
    """

    top: list[dict[str, Any]]
    name: str = ""
    around: list[tuple[str, str, bool]] = []


def menu(may: Callable[[Permission], bool], section: str, *, start: bool = False) -> Menu:
    """What somebody who ``may`` do this sees on a page of a section; ``start``: on its first page."""
    shown = Menu([])
    for group in GROUPS:
        pages = [page for page in group.pages if may(page.permission)]
        if not pages:
            continue
        active = section in {page.section for page in group.pages}
        current = active and start and section == pages[0].section
        shown.top.append({"href": pages[0].path, "text": group.name, "active": active, "current": current})
        if active and len(pages) > 1:
            around = [(page.name, page.path, page.section == section) for page in pages]
            shown = Menu(shown.top, group.name, around)
    return shown
