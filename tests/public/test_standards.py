"""The record in other people's formats, over the address that they ask."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.publication.parts import Kind, made
from answerable.core.publication.standards.profile_schema import schema
from tests import factories as make
from tests import publish
from tests.core.publication import contents
from tests.core.publication.popolo_schemas import DOCUMENT
from tests.core.publication.test_standards_popolo import MET, people
from tests.public.given import OFFICE, meeting, office, small_meeting, taken

pytestmark = pytest.mark.django_db


def told(path: str) -> dict[str, Any]:
    answer = Client().get(f"/{path}")
    assert answer.status_code == 200
    return dict(json.loads(answer.content))


def conforms(said: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker()).validate(said)


def test_people_posts_and_meetings_are_popolo() -> None:
    content = people()
    taken(office(), meeting(), made(content["path"], Kind.PEOPLE, content))
    said = told(f"{OFFICE}/data/popolo.json")
    jsonschema.validate(said, DOCUMENT)
    assert [one["name"] for one in said["persons"]] == ["Alex Marlowe", "Bo Hartwell"]
    assert said["events"][0]["id"] == MET.path == contents.PATH
    taken(withdrawn=(content["path"],))
    assert told(f"{OFFICE}/data/popolo.json")["persons"] == []


@pytest.mark.any_database
def test_popolo_asks_the_same_few_questions_at_any_size() -> None:
    taken(office(), meeting())
    told(f"{OFFICE}/data/popolo.json")
    counts = []
    for number in (1, 10):
        taken(*(small_meeting(f"20{10 + number}-08-{at:02}") for at in range(1, number + 1)))
        with CaptureQueriesContext(connections["published"]) as asked:
            told(f"{OFFICE}/data/popolo.json")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15


def test_what_is_published_conforms_to_the_profile() -> None:
    item = make.item(make.meeting("2018-03-27"), "2.1", "Answering 101")
    given = make.action(item, "DCC to share the new baseline by the end of June", due="2018-06-30")
    make.entry(item, "response", "The DCC would look at it.")
    publish.published("minutes", given.meeting)
    publish.published("register")
    said = told(f"{OFFICE}/assurance-meeting/2018-03-27/accountability.json")
    conforms(said)
    (action,) = said["actions"]
    assert (action["number"], action["due"], action["state"]) == (given.number, "2018-06-30", "open")
    assert told(f"{OFFICE}/data/accountability.schema.json") == schema()


def test_a_meeting_that_was_withdrawn_says_so_in_every_format() -> None:
    taken(office(), meeting())
    conforms(told(f"{contents.PATH}/accountability.json"))
    taken(withdrawn=(contents.PATH,))
    assert Client().get(f"/{contents.PATH}/accountability.json").status_code == 410
    assert Client().get(f"/{OFFICE}/assurance/2001-01-01/accountability.json").status_code == 404
