"""What pages say as schema.org: read by rdflib, without asking the network."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph, URIRef

from answerable.core.publication.standards.schema_org import CONTEXT, meeting_said, office_said
from tests.core.publication.contents import PATH, meeting, office

SITE = "https://record.example"
SCHEMA = "https://schema.org/"


def graph(said: dict[str, Any]) -> Graph:
    """With the vocabulary's own context in place of what its address would send."""
    assert said["@context"] == CONTEXT
    local = {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ("url", "license", "eventStatus")}}
    return Graph().parse(data=json.dumps({**said, "@context": local}), format="json-ld")


def test_a_meeting_is_an_event_with_its_minutes() -> None:
    found = graph(meeting_said(SITE, office(), meeting()))
    event = URIRef(f"{SITE}/{PATH}#meeting")
    assert (event, RDF.type, URIRef(SCHEMA + "Event")) in found
    assert str(found.value(event, URIRef(SCHEMA + "startDate"))) == "2022-08-25T10:30"
    assert found.value(event, URIRef(SCHEMA + "organizer")) == URIRef(f"{SITE}/wyvern-valley")
    minutes = found.value(event, URIRef(SCHEMA + "subjectOf"))
    assert minutes == URIRef(f"{SITE}/{PATH}")
    parts = set(found.objects(minutes, URIRef(SCHEMA + "hasPart")))
    assert parts == {URIRef(f"{SITE}/{PATH}/item/1"), URIRef(f"{SITE}/{PATH}/item/2")}


def test_who_sent_apologies_did_not_attend() -> None:
    listed = [
        {
            "name": name,
            "capacity": None,
            "abbreviation": None,
            "status": status,
            "person": f"wyvern/people/{name}",
        }
        for name, status in (("ann", "present"), ("bob", "apologies"))
    ]
    found = graph(meeting_said(SITE, office(), meeting(attendance=listed)))
    attended = set(found.objects(None, URIRef(SCHEMA + "attendee")))
    assert attended == {URIRef(f"{SITE}/wyvern/people/ann")}


def test_an_office_has_its_record_as_a_data_set() -> None:
    told = office(contact={"email": "office@wyvern-valley.example", "post": "1 Castle Street"})
    found = graph(office_said(SITE, told))
    own = URIRef(f"{SITE}/wyvern-valley")
    data = found.value(own, URIRef(SCHEMA + "subjectOf"))
    assert (data, RDF.type, URIRef(SCHEMA + "Dataset")) in found
    assert "open-government-licence" in str(found.value(data, URIRef(SCHEMA + "license")))
    reached = found.value(own, URIRef(SCHEMA + "contactPoint"))
    assert str(found.value(reached, URIRef(SCHEMA + "email"))) == "office@wyvern-valley.example"


@pytest.mark.parametrize("time", [None, "", "after lunch", "25:00", "10:75", "²²:³³", "1030"])
def test_a_time_that_is_none_leaves_the_day(time: str | None) -> None:
    assert meeting_said(SITE, office(), meeting(start_time=time))["startDate"] == "2022-08-25"


def test_a_cancelled_meeting_is_one() -> None:
    assert meeting_said(SITE, office(), meeting(state="cancelled"))["eventStatus"].endswith("EventCancelled")
