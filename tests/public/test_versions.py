"""Every version of every part stays at an address of its own, marked with what came after it."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client

from tests.core.publication.contents import PATH
from tests.public.given import agenda, meeting, office, taken, topic

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
AGENDA = "wyvern-valley/assurance/2022-10-27/agenda"


def shown(path: str, status: int = 200) -> str:
    answer = Client().get(f"/{path}")
    assert answer.status_code == status
    main = lxml.html.document_fromstring(answer.content.decode()).get_element_by_id("main-content")
    return " ".join(main.text_content().split())


def test_what_was_replaced_is_told_whole_and_says_by_what() -> None:
    taken(office(), agenda("2022-10-27", theme="Calls"))
    taken(agenda("2022-10-27", theme="Answering 999"), doing="correct", note="The theme was wrong.")
    old, new = shown(f"{AGENDA}/version/1"), shown(f"{AGENDA}/version/2")
    assert "Calls" in old
    assert "Town hall" in old
    assert "It was replaced on 3 September 2022" in old
    assert "The theme was wrong." in old
    assert "Answering 999" not in old
    assert "Answering 999" in new
    assert "It is the current version." in new
    assert "Calls" not in new


@pytest.mark.parametrize("path", ["wyvern-valley", "wyvern-valley/topics/custody"])
def test_each_kind_has_its_versions(path: str) -> None:
    taken(office(), meeting(), topic("custody", PATH))
    assert "Version 1" in shown(f"{path}/version/1")
    for number in (0, 2, 10**12):
        shown(f"{path}/version/{number}", 404)


def test_a_meeting_keeps_its_own_page_for_versions() -> None:
    taken(office(), meeting())
    assert "field by field" not in shown(f"{PATH}/version/1")


def test_every_table_of_frozen_fields_has_a_caption() -> None:
    papers = [{"name": "Report", "path": None}, {"name": "Annex", "path": None}]
    taken(office(), agenda("2022-10-27", papers=papers))
    answer = Client().get(f"/{AGENDA}/version/1")
    page: Any = lxml.html.document_fromstring(answer.content.decode())
    tables = page.xpath("//table")
    assert [one.findtext("caption") for one in tables] == ["Papers"]
    assert "Papers, " in tables[0].getparent().get("aria-label")


def test_what_was_withdrawn_says_so() -> None:
    taken(office(), agenda("2022-10-27"))
    taken(withdrawn=(AGENDA,), note="Not ours to publish.")
    assert "Not ours to publish." in shown(f"{AGENDA}/version/1", 410)


def test_what_never_was_is_not_there() -> None:
    taken(office())
    for path in ("wyvern-valley/actions", "wyvern-valley/a/b/c", "nowhere", "nowhere/topics/x"):
        assert Client().get(f"/{path}/version/1").status_code == 404
