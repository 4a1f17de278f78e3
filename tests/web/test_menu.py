"""The menu: it leads to pages that are there, for those who may open them, and says where one is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import resolve

import answerable
from answerable.components.menu import GROUPS, Page, menu
from answerable.core.permissions.asking import may
from answerable.core.permissions.roles import GIVEN, Role
from answerable.core.permissions.table import Permission
from answerable.web.policy import policy_of

PAGES = [page for group in GROUPS for page in group.pages]
TEMPLATES = sorted(Path(answerable.__file__).parent.rglob("*.html"))


def of(role: Role, section: str = "", **fields: Any) -> Any:
    return menu(lambda permission: may({role}, permission), section, **fields)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.section)
def test_a_page_is_shown_to_nobody_who_may_not_open_it(page: Page) -> None:
    policy = policy_of(resolve(page.path).func)
    assert policy is not None
    assert [
        role for role in GIVEN if may({role}, page.permission) and not may({role}, policy.permission)
    ] == []


def test_each_section_is_in_one_place() -> None:
    sections = [page.section for page in PAGES]
    assert len(sections) == len(set(sections))
    named = {
        found
        for path in TEMPLATES
        for found in re.findall(r'set section = "([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert named <= set(sections)


def test_an_officers_menu_fits_one_line() -> None:
    names = [entry["text"] for entry in of(Role.POLICY_OFFICER).top]
    assert names == "Meetings Owed Actions Measures Objectives Topics People Publication Search Admin".split()
    assert len(" ".join(names)) < 90  # 80 letters take 950 of the 1,120 pixels of a line


def test_a_panel_reader_is_shown_nothing_that_would_be_refused() -> None:
    shown = of(Role.PANEL_READER, "meetings")
    assert "Owed" not in [entry["text"] for entry in shown.top]
    assert "Papers" not in [name for name, _, _ in shown.around]


@pytest.mark.parametrize("role", GIVEN)
def test_the_first_page_of_a_group_is_one_that_the_role_may_open(role: Role) -> None:
    for entry in of(role).top:
        page = next(page for page in PAGES if page.path == entry["href"])
        assert may({role}, page.permission)


def test_the_page_at_hand_is_marked_and_its_neighbours_are_beside_it() -> None:
    shown = of(Role.POLICY_OFFICER, "promises", start=True)
    assert [entry["text"] for entry in shown.top if entry["active"]] == ["Actions"]
    assert not any(entry["current"] for entry in shown.top)
    assert shown.name == "Actions"
    assert [name for name, _, here in shown.around if here] == ["Promises"]


def test_the_start_of_a_group_is_current_and_a_page_under_it_is_not() -> None:
    top = of(Role.POLICY_OFFICER, "topics", start=True).top
    assert [entry["text"] for entry in top if entry["current"]] == ["Topics"]
    assert not any(entry["current"] for entry in of(Role.POLICY_OFFICER, "topics").top)


def test_a_page_on_its_own_has_nothing_beside_it() -> None:
    assert of(Role.POLICY_OFFICER, "search").around == []
    assert menu(lambda _: False, "meetings").top == []


def test_nobody_without_a_section_is_somewhere() -> None:
    shown = of(Role.POLICY_OFFICER)
    assert not any(entry["active"] for entry in shown.top)
    assert Permission.READ_RECORD in {page.permission for page in PAGES}
