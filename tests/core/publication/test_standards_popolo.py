"""People and posts as Popolo: the shapes of its specification, and every id leads somewhere."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from answerable.core.publication.standards.popolo import Gathering, popolo
from tests.core.publication.contents import office
from tests.core.publication.popolo_schemas import DOCUMENT

SITE = "https://record.example"
ALEX, BO = "wyvern-valley/people/alex-marlowe", "wyvern-valley/people/bo-hartwell"
DCC, PCC = "wyvern-valley/posts/dcc", "wyvern-valley/posts/pcc"
MET = Gathering(
    "wyvern-valley/assurance/2022-08-25", "Assurance meeting", "2022-08-25", "wyvern-valley/assurance",
    "performance", "held", "Wyvern House",
)  # fmt: skip


def post(path: str, title: str, side: str, body: str | None = None) -> dict[str, Any]:
    return {"path": path, "title": title, "abbreviation": "", "side": side, "body": body,
            "abolished_on": None, "holders": []}  # fmt: skip


def tenure(of: str, title: str, start: str, end: str | None = None, acting: bool = False) -> dict[str, Any]:
    return {"post": of, "title": title, "abbreviation": "", "start": start, "end": end, "acting": acting,
            "portfolio": ""}  # fmt: skip


def people() -> Any:
    dcc, pcc = "Deputy Chief Constable", "Police and Crime Commissioner"
    alex = [tenure(DCC, dcc, "2018-03-27", "2020-01-01"), tenure(DCC, dcc, "2021-01-01", acting=True)]
    bo = [tenure(PCC, pcc, "2016-05-12"), tenure("wyvern-valley/posts/not-public", "Clerk", "2010-01-01")]
    return {
        "path": "wyvern-valley/people",
        "people": [
            {"path": ALEX, "name": "Alex Marlowe", "tenures": alex, "meetings": [MET.path]},
            {"path": BO, "name": "Bo Hartwell", "tenures": bo, "meetings": []},
        ],
        "posts": [
            post(DCC, dcc, "force"), post(PCC, pcc, "office"),
            post("wyvern-valley/posts/prosecutor", "Chief Prosecutor", "body", "Prosecution Service"),
        ],
    }  # fmt: skip


def told(of: Any = None) -> dict[str, Any]:
    found = popolo(SITE, office(ends_on="2028-05-06"), of or people(), [MET])
    jsonschema.Draft202012Validator(DOCUMENT, format_checker=jsonschema.FormatChecker()).validate(found)
    return found


def test_says_who_held_which_post_in_which_organisation() -> None:
    first, again, other = told()["memberships"]
    assert first == {
        "id": f"{ALEX}#tenure-1", "person_id": ALEX, "post_id": DCC, "role": "Deputy Chief Constable",
        "organization_id": "wyvern-valley#force-wyvern-valley-police", "start_date": "2018-03-27",
        "end_date": "2020-01-01",
    }  # fmt: skip
    assert (again["id"], again["role"]) == (f"{ALEX}#tenure-2", "Deputy Chief Constable (acting)")
    assert "end_date" not in again
    assert other["organization_id"] == "wyvern-valley"


def test_every_id_that_is_named_is_there() -> None:
    found = told()
    organizations = {one["id"] for one in found["organizations"]}
    assert {one["organization_id"] for one in found["posts"] + found["memberships"]} <= organizations
    assert {one["organization_id"] for one in found["events"]} <= organizations
    assert {one["person_id"] for one in found["memberships"]} <= {one["id"] for one in found["persons"]}
    ids = [one["id"] for rows in found.values() for one in rows]
    assert len(ids) == len(set(ids))


def test_a_meeting_names_those_of_its_people_who_are_public() -> None:
    assert told()["events"][0]["attendees"] == [{"id": ALEX, "name": "Alex Marlowe"}]
    assert "Clerk" not in str(told())


def test_an_office_that_published_nobody_has_its_meetings() -> None:
    found = popolo(SITE, office(), None, [MET])
    jsonschema.validate(found, DOCUMENT)
    assert (found["persons"], len(found["events"])) == ([], 1)


def test_an_office_that_ends_is_dissolved() -> None:
    assert told()["organizations"][0]["dissolution_date"] == "2028-05-06"


def test_the_rules_find_what_is_wrong() -> None:
    found = told()
    found["memberships"][0]["start_date"] = "27 March 2018"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, DOCUMENT)
