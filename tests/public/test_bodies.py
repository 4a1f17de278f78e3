"""The sheet for a partner body: what was asked of it, promised and said about it."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.actions.models import ActionOwner
from answerable.offices.models import Body
from tests import factories as make
from tests import publish
from tests.public.counting import queries_of

pytestmark = pytest.mark.django_db
PATH = "/wyvern-valley/bodies/crown-prosecution-service"


def get(path: str = PATH, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.fixture(autouse=True)
def minutes() -> None:
    body = Body.objects.create(office=make.office(), name="Crown Prosecution Service", abbreviation="CPS")
    Body.objects.create(office=make.office(), name="Hedgerow Trust")
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "2", "Files")
    make.entry(item, "note", "The Crown Prosecution Service sent back a third of the files.")
    line = make.entry(item, "response", "CPS would have a liaison officer by May.", ["ACC"])
    make.promise(line, ["ACC"], "a liaison officer for CPS", "2018-05-31")
    owed = make.action(item, "To say which files came back", ["CPS"], "2018-06-30")
    ActionOwner.objects.filter(action=owed).update(body=body)
    make.action(item, "ACC to meet CPS about late files", ["ACC"])
    publish.published("minutes", meeting)
    publish.published("register")


def test_lists_bodies_that_public_minutes_name() -> None:
    page = get("/wyvern-valley/bodies")
    assert "Crown Prosecution Service" in page
    assert "2 actions, 1 promise" in page
    assert "Hedgerow" not in page
    get("/wyvern-valley/bodies/hedgerow-trust", 404)


def test_the_sheet_tells_what_is_theirs_from_what_names_them() -> None:
    page = get()
    asked, others, promised, said = (
        page.index(head)
        for head in (
            "Asked of Crown", "Actions of others that name", ">Promised<", "Said about Crown",
        )
    )  # fmt: skip
    assert asked < page.index("To say which files came back") < others
    assert others < page.index("ACC to meet CPS") < promised
    assert promised < page.index("“a liaison officer for CPS”") < said
    assert said < page.index("sent back a third of the files")
    assert "as of 2 May 2019" in page


def test_a_name_that_is_left_out_is_on_no_sheet() -> None:
    meeting = make.meeting("2018-05-22")
    make.entry(meeting, "note", "The Hedgerow Trust was late.")
    publish.redaction(meeting, "Hedgerow Trust")
    publish.published("minutes", meeting)
    get("/wyvern-valley/bodies/hedgerow-trust", 404)


def test_as_many_queries_at_ten_times_the_size() -> None:
    few = queries_of(PATH)
    meeting = make.meeting("2017-03-28")
    for place in range(30):
        item = make.item(meeting, "1", "Calls")
        make.entry(item, "note", f"CPS had part {place}.")
        make.action(item, f"CPS to send part {place}", ["CPS"])
    publish.published("minutes", meeting)
    publish.published("register", at=publish.AT.replace(day=9))
    assert "page=2" in get()
    assert queries_of(PATH) == few <= 15
