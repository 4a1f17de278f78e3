"""A public store with things in it, made without a working record."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.publication.deciding import NOTHING_BEFORE, Decision, Doing, hash_of, header
from answerable.core.publication.parts import Kind, Part, made
from answerable.published.models import Publication
from answerable.published.operations import Delivery
from answerable.published.operations import take as take_in

OFFICE = "wyvern-valley"
AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
PATH = "wyvern-valley/assurance-meeting/2019-03-12"


def content(**more: Any) -> Any:
    """What the minutes of one meeting say, as a part has it."""
    entry = {
        "item": 0, "heading": None, "paragraph": 0, "kind": "note", "text": "", "speakers": ["DCC"],
        "page": 1, "left_out": None,
    }  # fmt: skip
    figure = {
        "item": 0, "measure": "answered in time", "area": None, "value": 84.0, "to": None,
        "approximate": False, "unit": "%", "kind": "level", "text": "84% were answered in time",
    }  # fmt: skip
    return {
        "path": PATH, "forum": "Assurance Meeting", "forum_path": "wyvern-valley/assurance-meeting",
        "date": "2019-03-12", "title": "Assurance Meeting", "kind": "performance", "state": "held",
        "start_time": None, "end_time": None, "venue": None, "chair": "PCC",
        "items": [{"path": f"{PATH}/item/2.1", "number": "2.1", "title": "Calls", "level": 1, "kind": "topic",
                   "assurance": None, "left_out": None}],
        "entries": [
            {**entry, "path": f"{PATH}#entry-{place}", "text": f"Line {place}."} for place in (1, 2, 3)
        ],
        "exchanges": [
            {"item": 0, "asked_by": ["PCC"], "question": "Why?", "answered_by": ["DCC"],
             "response": "Because.", "stance": None, "entries": [1, 2]},
            {"item": None, "asked_by": [], "question": "And?", "answered_by": [], "response": "",
             "stance": None, "entries": []},
        ],
        "promises": [{"path": f"{PATH}#promise-1", "item": 0, "entry": 2, "by": ["DCC"], "text": "We will.",
                      "dues": [], "standing": "open", "became": None}],
        "updates": [{"about": "wyvern-valley/actions/A-0001", "action_text": "Share it", "text": "Shared.",
                     "status": "done"}],
        "figures": [figure, figure, {**figure, "text": "85% before"}],
        **more,
    }  # fmt: skip


def meeting(date: str = "2019-03-12", **more: Any) -> Part:
    """The minutes of a meeting on a day, each with addresses of its own."""
    text = made(PATH, Kind.MEETING, content(**more)).content.decode()
    path = PATH.replace("2019-03-12", date)
    return Part(path, Kind.MEETING, text.replace("2019-03-12", date).encode())


def office(slug: str = OFFICE, name: str = "Wyvern Valley") -> Part:
    words = {"office": "Office", "commissioner": "Commissioner", "chief_officer": "Chief Constable"}
    said = {"name": name, "slug": slug, "words": words, "forces": [], "forums": [], "contact": {},
            "ends_on": None, "successor": None}  # fmt: skip
    return made(slug, Kind.OFFICE, said)


def action(number: str = "A-0001", **more: Any) -> Part:
    path = f"{OFFICE}/actions/{number}"
    said = {
        "path": path, "number": number, "text": "Share the new baseline", "owners": ["DCC", "ACC | crime"],
        "posts": [], "people": [], "areas": ["Otterdale"], "bodies": [], "owed_by": [], "given": "2019-03-12",
        "forum": "Assurance Meeting", "forum_path": "wyvern-valley/assurance-meeting", "meeting": PATH,
        "item": f"{PATH}/item/2.1", "dues": [{"text": "by June", "date": "2019-06-30", "precision": "month"}],
        "first_due": "2019-06-30", "due": "2019-06-30", "state": "open", "ended": None, "done_on": None,
        "kept": "", "slipped": 0, "waits_for": "", "overdue_from": "2019-07-01",
        "lapses_from": None, "silent_from": None, "as_of": "2019-05-02",
        "life": [{"on": "2019-03-12", "kind": "given", "words": "=1+1", "meeting": PATH, "due": None,
                  "entry": None, "dues": [], "basis": "", "cause": "", "to": "", "late": False}],
        **more,
    }  # fmt: skip
    return made(path, Kind.ACTION, said)


def topic(*places: str) -> Part:
    """A subject that gives its tag to the lines at these places."""
    said = {"path": f"{OFFICE}/topics/calls", "name": "Calls", "places": list(places), "spoken": [],
            "measures": [], "also": ["Answering"], "into": None}  # fmt: skip
    return made(said["path"], Kind.TOPIC, said)


def measure() -> Part:
    """A measure with one series of two figures, one of them left out."""
    path, empty = f"{OFFICE}/measures/calls", {"provisional": False, "reported": None, "expected": None,
                                               "note": "", "revised": None, "sample": None}  # fmt: skip
    observed = [
        {"start": "2019-03-01", "last": "2019-03-31", "value": 84.2, "numerator": 842.0,
         "denominator": 1000.0, "hidden": False, **empty},
        {"start": "2019-04-01", "last": "2019-04-30", "value": None, "numerator": None, "denominator": None,
         "hidden": True, **empty},
    ]  # fmt: skip
    verdict = {"headline": "Ordinary variation.", "sentences": ["It was so before."], "cautions": [],
               "rules": "", "rule_in_words": "", "refused": ""}  # fmt: skip
    series = {"key": "force", "who": "force", "name": "Wyvern Valley", "area": None, "source": "The force",
              "lag": "", "observed": observed, "lines": [], "phases": [], "events": [], "gaps": [],
              "verdict": verdict}  # fmt: skip
    said = {
        "path": path, "name": "Calls answered in time", "kind": "proportion", "unit": "%", "per": None,
        "decimals": 1, "better": "higher", "frequency": "month", "tier": "local", "source": "The force",
        "ended": None, "baseline": None, "also": [], "topic": f"{OFFICE}/topics/calls", "actions": [],
        "definitions": [{"start": "2019-01-01", "text": "Answered in 10 seconds", "reason": ""}],
        "series": [series], "beside": None, "smallest": 5, "as_of": "2019-05-02",
    }  # fmt: skip
    return made(path, Kind.MEASURE, said)


def people() -> Part:
    person, post = f"{OFFICE}/people/ada-example", f"{OFFICE}/posts/dcc"
    spell = {"start": "2018-01-01", "end": None, "acting": False, "portfolio": ""}
    tenure = {"post": post, "title": "Deputy Chief Constable", "abbreviation": "DCC", **spell}
    return made(f"{OFFICE}/people", Kind.PEOPLE, {
        "path": f"{OFFICE}/people",
        "people": [{"path": person, "name": "Ada Example", "tenures": [tenure], "meetings": [PATH]}],
        "posts": [{"path": post, "title": "Deputy Chief Constable", "abbreviation": "DCC", "side": "force",
                   "body": None, "abolished_on": None,
                   "holders": [{"person": person, "name": "Ada Example", **spell}]}],
    })  # fmt: skip


def decision() -> Part:
    said = {
        "path": f"{OFFICE}/decisions/1-2019", "number": "1/2019", "title": "A new contact centre",
        "taken_on": "2019-03-12", "taken_by": "PCC", "background": "The old one leaks.",
        "decision": "Build it.",
        "papers": ["Business case"], "left_out": None, "meeting": PATH, "entry": f"{PATH}#entry-3",
    }  # fmt: skip
    return made(said["path"], Kind.DECISION, said)


def agenda() -> Part:
    path = f"{OFFICE}/assurance-meeting/2019-06-11"
    item = {"number": "1", "title": "Calls", "note": "", "lead": "", "level": 1, "kind": "topic",
            "left_out": None}  # fmt: skip
    said = {
        "path": f"{path}/agenda", "meeting": path, "forum": "Assurance Meeting",
        "forum_path": f"{OFFICE}/assurance-meeting", "date": "2019-06-11", "title": "Assurance Meeting",
        "kind": "performance", "state": "planned", "start_time": "10:00", "venue": None, "theme": "",
        "public": True, "items": [item], "papers": [],
    }  # fmt: skip
    return made(said["path"], Kind.AGENDA, said)


def take(*parts: Part, office: str = OFFICE, at: dt.datetime = AT, **more: Any) -> Publication:
    """A publication with these parts, taken in as the next one of its office."""
    last = Publication.objects.filter(office=office).order_by("-number").first()
    decision = Decision(
        office=office, number=last.number + 1 if last else 1, at=at, decided=at,
        doing=more.pop("doing", Doing.PUBLISH),
        title=more.pop("title", "Something new"), duty="", note=more.pop("note", ""),
        put_forward_by="policy officer", decided_by="commissioner", parts=parts,
        before=last.hash if last else NOTHING_BEFORE, **more,
    )  # fmt: skip
    said = header(decision)
    delivery = Delivery(
        office, decision.number, at, decision.doing, decision.title, "", decision.note, said, hash_of(said),
        "", "", parts, decision.withdrawn,
    )  # fmt: skip
    assert take_in(delivery, at=at)
    return Publication.objects.get(hash=delivery.hash)


def world() -> None:
    """An office that has published something of every kind."""
    take(office())
    take(meeting(), title="Minutes of March")
    take(meeting("2019-04-09"), title="Minutes of April")
    take(action(), action("A-0002", owners=[], state="closed"), title="The register")
    take(topic(f"{PATH}#entry-1"), measure(), people(), decision(), agenda(), title="All else")
