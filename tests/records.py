"""Meeting records by hand, in a few words: what is not given is null or empty, as the contract says.

    record("2024-03-12", action("to share the plan", "ACC", due="2024-04-30"))

Each line stands in a text of its own that grows line by line, so that places are right and never overlap.
"""

from __future__ import annotations

import copy
from typing import Any

Line = tuple[str, dict[str, Any]]
"""The part of the record that a line goes to, and its keys."""

PEOPLE = [
    ("Morgan Reeve", "Police and Crime Commissioner", "PCC"),
    ("Asha Dunmore", "Chief Constable", "CC"),
    ("Tom Carrow", "Assistant Chief Constable", "ACC"),
]
"""Who is there where a test does not say."""


def record(date: str | None, *lines: Line, **head: Any) -> dict[str, Any]:
    """A whole meeting record. ``head``: keys of the meeting; ``people``: name, capacity, abbreviation."""
    people = head.pop("people", PEOPLE)
    forum = head.pop("forum", "Assurance Meeting")
    text = _Text()
    made: dict[str, Any] = {
        "format": "meeting-record/1",
        "source": {"name": f"{date}.json", "media_type": "application/json", "sha256": "", "pages": None},
        "meeting": {
            "title": f"{forum} {date}",
            "forum": forum,
            "kind": None,
            "date": date,
            "start_time": "10:30",
            "end_time": None,
            "chair": "Morgan Reeve",
            "minutes_by": None,
            "venue": "Harrow Hall",
            **head,
            "source": text.places(f"{forum} {date}"),
        },
        "attendance": [_attendance(text, *one) for one in people],
        **{
            part: []
            for part in ("items", "entries", "exchanges", "actions", "updates", "commitments", "figures")
        },
        "next_meeting": None,
        "furniture": [],
        "warnings": [],
    }
    for part, line in lines:
        _put(made, part, copy.deepcopy(line), text)
    return made


def item(number: str | None, title: str, kind: str = "holding_to_account") -> Line:
    """An agenda item; the lines after it stand under it."""
    label = number.rsplit(".", 1)[-1] if number else None
    level = (number or "1").count(".") + 1
    return "items", {
        "number": number, "label": label, "title": title, "level": level, "kind": kind,
        "assurance": None,
    }  # fmt: skip


def note(text: str, kind: str = "note", *speakers: str) -> Line:
    return "entries", {"kind": kind, "text": text, "speakers": list(speakers)}


def exchange(question: str, response: str, asked_by: str = "PCC", answered_by: str = "CC") -> Line:
    """A question with its response, and the two entries that it is made of."""
    return "exchanges", {
        "asked_by": [asked_by], "question": question, "answered_by": [answered_by], "response": response,
        "stance": None,
    }  # fmt: skip


def action(text: str, *owners: str, due: str | None = None, due_text: str = "") -> Line:
    dues = [{"text": due_text or f"by {due}", "date": due, "precision": "day" if due else "event"}]
    return "actions", {
        "label": None, "text": text, "owners": list(owners), "due": dues if due or due_text else [],
    }  # fmt: skip


def update(
    text: str, about: str, meeting: str | None = None, number: str | None = None, status: str = "open"
) -> Line:
    """What is said of an earlier action: ``about`` are its words, ``meeting`` its month."""
    return "updates", {"meeting": meeting, "item": number, "action": about, "update": text, "status": status}


def commitment(text: str, by: str = "CC", due: str | None = None) -> Line:
    dues = [{"text": f"by {due}", "date": due, "precision": "day"}] if due else []
    return "commitments", {"by": [by], "text": text, "due": dues}


def figure(measure: str, value: float) -> Line:
    return "figures", {
        "measure": measure, "area": None, "value": value, "to": None, "approximate": False, "unit": "%",
        "kind": "actual", "text": f"{measure} {value}%",
    }  # fmt: skip


def warning(code: str, message: str) -> Line:
    """A warning about the line before it."""
    return "warnings", {"code": code, "message": message}


class _Text:
    """The text that the places count in."""

    def __init__(self) -> None:
        self.length = 0

    def places(self, quote: str) -> list[dict[str, Any]]:
        start, self.length = self.length, self.length + len(quote) + 1
        return [{"page": None, "bbox": None, "start": start, "end": start + len(quote), "quote": quote}]


def _attendance(text: _Text, name: str, capacity: str | None, abbreviation: str | None) -> dict[str, Any]:
    return {
        "name": name, "capacity": capacity, "abbreviation": abbreviation, "status": "present",
        "from_item": None, "to_item": None, "source": text.places(f"{name} {capacity}"),
    }  # fmt: skip


def _put(made: dict[str, Any], part: str, line: dict[str, Any], text: _Text) -> None:
    at = len(made["items"]) - 1 if made["items"] else None
    if part == "items":
        made["items"].append({**line, "source": text.places(line["title"])})
    elif part == "entries":
        _entry(made, text, at, line["kind"], line["text"], line["speakers"])
    elif part == "exchanges":
        first = _entry(made, text, at, "question", line["question"], line["asked_by"])
        _entry(made, text, at, "response", line["response"], line["answered_by"])
        made["exchanges"].append({"item": at, "heading": None, **line, "entries": [first, first + 1]})
    elif part == "actions":
        entry = _entry(made, text, at, "action", line["text"], [])
        source = made["entries"][entry]["source"]
        owners = text.places(" ".join(line["owners"])) if line["owners"] else []
        made["actions"].append(
            {"item": at, "heading": None, **line, "owners_source": owners, "entry": entry, "source": source}
        )
    elif part == "updates":
        entry = _entry(made, text, at, "update", f"{line['action']} {line['update']}", [])
        made["updates"].append({**line, "source": made["entries"][entry]["source"]})
    elif part == "commitments":
        entry = _entry(made, text, at, "commitment", line["text"], line["by"])
        made["commitments"].append(
            {"item": at, **line, "entry": entry, "source": made["entries"][entry]["source"]}
        )
    elif part == "figures":
        entry = _entry(made, text, at, "note", line["text"], [])
        made["figures"].append({"item": at, **line, "source": made["entries"][entry]["source"]})
    else:
        before = made["entries"][-1]["source"] if made["entries"] else []
        made["warnings"].append({**line, "source": before})


def _entry(
    made: dict[str, Any], text: _Text, at: int | None, kind: str, words: str, speakers: list[str]
) -> int:
    made["entries"].append(
        {
            "item": at, "heading": None, "paragraph": len(made["entries"]), "kind": kind, "text": words,
            "speakers": speakers, "source": text.places(words),
        }
    )  # fmt: skip
    return len(made["entries"]) - 1
