"""A labelled set of fictional minutes and the record that is wholly right for it."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from scoring.cases import Case

TEXT = """Assurance Meeting June 2031
1. Ferry patrols
The Commissioner asked why patrols on the Wyvern ferry had stopped. The Chief said that the boat was broken.
ACTION: Chief to mend the boat by August
Patrols fell by 12%.
"""


def place(quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"page": None, "bbox": None, "start": start, "end": start + len(quote), "quote": quote}


QUESTION = "The Commissioner asked why patrols on the Wyvern ferry had stopped."
RESPONSE = "The Chief said that the boat was broken."
ACTION = "Chief to mend the boat by August"
DUE = {"text": "by August", "date": "2031-08-31", "precision": "month"}

_RECORD: dict[str, Any] = {
    "format": "meeting-record/1",
    "source": {"name": "june.txt", "media_type": "text/plain", "sha256": "0", "pages": None},
    "meeting": {
        "title": "Assurance Meeting June 2031",
        "forum": "Assurance Meeting",
        "kind": None,
        "date": "2031-06-10",
        "start_time": None,
        "end_time": None,
        "chair": "Ada Fenwick",
        "minutes_by": None,
        "venue": None,
        "source": [place("Assurance Meeting June 2031")],
    },
    "attendance": [],
    "items": [
        {
            "number": "1",
            "label": "1.",
            "title": "Ferry patrols",
            "level": 1,
            "kind": "other",
            "assurance": None,
            "source": [place("1. Ferry patrols")],
        }
    ],
    "entries": [
        {
            "item": 0,
            "heading": None,
            "paragraph": paragraph,
            "kind": kind,
            "text": text,
            "speakers": [],
            "source": [place(text)],
        }
        for paragraph, kind, text in (
            (0, "question", QUESTION),
            (0, "response", RESPONSE),
            (1, "action", f"ACTION: {ACTION}"),
            (2, "note", "Patrols fell by 12%."),
        )
    ],
    "exchanges": [
        {
            "item": 0,
            "heading": None,
            "asked_by": ["Commissioner"],
            "question": QUESTION,
            "answered_by": ["Chief"],
            "response": RESPONSE,
            "stance": None,
            "entries": [0, 1],
        }
    ],
    "actions": [
        {
            "item": 0,
            "heading": None,
            "label": None,
            "text": ACTION,
            "owners": ["Chief"],
            "owners_source": [],
            "due": [DUE],
            "entry": 2,
            "source": [place(ACTION)],
        }
    ],
    "updates": [
        {
            "meeting": "2031-05",
            "item": "2.1",
            "action": "Deputy to count the lanterns on the quay.",
            "update": "All counted.",
            "status": "complete",
            "source": [],
        }
    ],
    "commitments": [],
    "figures": [
        {
            "item": 0,
            "measure": "Patrols",
            "area": None,
            "value": 12.0,
            "to": None,
            "approximate": False,
            "unit": "%",
            "kind": "actual",
            "text": "Patrols fell by 12%.",
            "source": [place("Patrols fell by 12%.")],
        }
    ],
    "next_meeting": None,
    "furniture": [],
    "warnings": [],
}

_LABELS: dict[str, Any] = {
    "source": "june.txt",
    "meeting": {"title": "Assurance Meeting June 2031", "date": "2031-06-10", "chair": "Ada Fenwick"},
    "attendance": [],
    "items": [{"number": "1", "title": "Ferry patrols"}],
    "actions": [{"item": "1", "heading": None, "text": ACTION, "owners": ["Chief"], "due": [DUE]}],
    "owners_uncertain": [],
    "updates": [
        {
            "meeting": "2031-05",
            "item": "2.1",
            "action": "Deputy to count the lanterns on the quay.",
            "update": "All counted.",
        }
    ],
    "exchanges": [
        {
            "item": "1",
            "heading": None,
            "asked_by": ["Commissioner"],
            "question": QUESTION,
            "answered_by": ["Chief"],
            "response": RESPONSE,
            "kind": "question",
            "stance": None,
            "damaged": False,
        }
    ],
    "commitments": [],
    "figures": [
        {"item": "1", "measure": "Patrols", "value": 12, "unit": "%", "text": "Patrols fell by 12%."},
    ],
    "next_meeting": None,
    "warnings": [],
}


def record() -> dict[str, Any]:
    """A fresh record that is right in everything."""
    return copy.deepcopy(_RECORD)


def case(**changes: Any) -> Case:
    """The labelled case, with some labels replaced."""
    return Case(Path("june.txt"), "minutes", copy.deepcopy(_LABELS) | changes)


def other_action(text: str, owners: list[str]) -> dict[str, Any]:
    """Another action of the record."""
    return record()["actions"][0] | {"text": text, "owners": owners, "due": []}
