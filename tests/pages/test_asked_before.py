"""Has this been asked before: what an officer finds while writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.permissions.markings import Marking
from answerable.core.permissions.roles import Role
from answerable.intake.operations import mark
from answerable.meetings.models import Meeting
from tests import archive as invented
from tests import factories as make
from tests.pages.desk import Desk
from tests.signing import person_with, sign_in

Get = Callable[..., Any]
WAITING = "What share of the callers hung up this winter?"


def rows(page: Any) -> list[str]:
    found = page.tree.xpath("//ol[contains(@class, 'ans-asked-before')]/li")
    return [" ".join(" ".join(one.itertext()).split()) for one in found]


def before(text: str, more: str = "") -> str:
    return f"/asked-before/?text={quote(text)}{more}"


def test_the_likest_come_first_with_when_who_and_what_was_answered(archive: object, get: Get) -> None:
    told = rows(get(before(WAITING)))
    assert len(told) == 2
    assert told[0].startswith("12 March 2019 Assurance Meeting, 3 Answering the telephone PCC asked")
    assert "CC answered The CC answered that nine people had joined" in told[0]
    assert told[1].startswith("3 July 2018")
    assert "disappointed" in told[1]


def test_what_came_of_it_is_told(archive: object, get: Get) -> None:
    july = rows(get(before(WAITING)))[1]
    assert "CC to bring a new shift pattern for the contact centre Closed , 15 Jan 2019" in july
    assert "Lapsed" in july
    october = rows(get(before("How many detective posts are empty?")))[0]
    assert "Promised all would be filled by the end of April by 30 April 2019" in october


def test_each_leads_to_its_line(archive: object, get: Get) -> None:
    page = get(before(WAITING))
    link = page.tree.xpath("//ol[contains(@class, 'ans-asked-before')]/li[1]//a/@href")[0]
    assert "#entry-" in link
    assert get(link).status == 200


@pytest.mark.parametrize("text", ["How many drones fly at night?", "the", "?!", "x" * 3000, "'\"><script>"])
def test_what_was_never_asked(text: str, archive: object, get: Get) -> None:
    page = get(before(text))
    assert rows(page) == []
    assert "Nothing like it was asked" in page.main
    assert page.tree.get_element_by_id("text").text_content().startswith(text[:10])


def test_without_a_text_there_is_a_form_and_nothing_else(archive: object, get: Get) -> None:
    page = get("/asked-before/")
    assert page.heading == "Has this been asked before?"
    assert "Nothing like it" not in page.main


def test_beside_a_form_only_the_exchanges_are_sent(archive: object, client: Client) -> None:
    answer = client.get(before(WAITING, "&part=1")).content.decode()
    assert "<html" not in answer
    assert "12 March 2019" in answer
    assert "More like it" in answer


def test_what_is_restricted_is_found_by_those_who_may_see_it(archive: list[Meeting]) -> None:
    item = archive[4].items.get(number="3")
    why = {"why": "operational", "note": "", "by": make.user(), "at": make.NOW}
    mark(row=item, marking=Marking.RESTRICTED, **why)
    officer, reader = Desk(Role.POLICY_OFFICER), Desk(Role.PANEL_READER)
    assert "Restricted" in rows(officer.open(before(WAITING)))[0]
    told = rows(reader.open(before(WAITING)))
    assert len(told) == 1
    assert told[0].startswith("3 July 2018")


def test_another_offices_exchanges_are_nowhere(archive: object) -> None:
    other = make.office("Otterdale")
    client = sign_in(Client(), person_with(Role.POLICY_OFFICER, other))
    assert "12 March 2019" not in client.get(before(WAITING)).content.decode()


def test_it_is_only_read(archive: object, client: Client) -> None:
    assert client.post("/asked-before/").status_code == 405


def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(archive: object) -> None:
    assert Client().get(before(WAITING)).status_code == 302


def test_the_queries_are_as_many_for_a_large_record(archive: list[Meeting], client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(before(WAITING))
        return len(queries)

    small = count()
    made = []
    for number in range(40):
        of = make.meeting(f"{2010 + number // 12}-{number % 12 + 1:02}-05")
        item = make.item(of, "1", "Answering the telephone")
        ask = make.entry(item, "question", f"Why did callers hang up in month {number}?", ["PCC"])
        make.exchange(ask, make.entry(item, "response", "It was said.", ["CC"]))
        make.action(item, f"CC to answer {number}", ["CC"], "2019-04-01")
        made.append(of)
    invented.index(made)
    assert count() == small <= 15
