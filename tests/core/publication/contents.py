"""A made-up office and meeting, as parts hold them."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.shapes import MeetingContent, OfficeContent

PATH = "wyvern-valley/assurance/2022-08-25"


def office(**more: Any) -> OfficeContent:
    found: dict[str, Any] = {
        "name": "Wyvern Valley commissioner’s office", "slug": "wyvern-valley",
        "words": {
            "office": "OPCC", "commissioner": "Police and Crime Commissioner",
            "chief_officer": "Chief Constable",
        },
        "forces": [{"name": "Wyvern Valley Police", "areas": [
            {"name": "North", "slug": "north", "start": None, "end": None}]}],
        "forums": [{"name": "Assurance meeting", "path": "wyvern-valley/assurance", "succeeds": None}],
        "contact": {}, "ends_on": None, "successor": None,
    }  # fmt: skip
    return {**found, **more}  # type: ignore[typeddict-item, return-value]


def entry(number: int, item: int | None, kind: str, text: str, *speakers: str, **more: Any) -> dict[str, Any]:
    return {
        "path": f"{PATH}#entry-{number}", "item": item, "heading": None, "paragraph": 1, "kind": kind,
        "text": text, "speakers": list(speakers), "page": None, "left_out": None, "areas": [], "bodies": [],
        **more,
    }  # fmt: skip


def item(number: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "path": f"{PATH}/item/{number}", "number": number, "title": title, "level": 1, "kind": "performance",
        "assurance": None, "left_out": None, **more,
    }  # fmt: skip


def meeting(**more: Any) -> MeetingContent:
    present = {"capacity": "Deputy Chief Constable", "abbreviation": "DCC", "status": "present"}
    due = {"text": "by the end of September", "date": "2022-09-30", "precision": "month"}
    found: dict[str, Any] = {
        "path": PATH, "forum": "Assurance meeting", "forum_path": "wyvern-valley/assurance",
        "date": "2022-08-25", "title": "Assurance meeting, 25 August 2022", "kind": "performance",
        "state": "held", "start_time": "10:30", "end_time": None, "venue": "Wyvern House", "chair": None,
        "approved_on": None, "how_read": "written here",
        "attendance": [{"name": "Alex Marlowe", "person": None, **present}],
        "items": [item("1", "Calls"), item("2", "Answering 101 & 999")],
        "entries": [
            entry(1, None, "note", "The meeting began at 10:30."),
            entry(2, 0, "question", "Is it < 5%?\nAnd where?", "PCC"),
            entry(3, 0, "response", "It will be by autumn.", "DCC", "ACC"),
            entry(4, 1, "action", "ACTION: DCC to share the new baseline."),
        ],
        "exchanges": [],
        "actions": [{
            "path": "wyvern-valley/actions/A-0001", "number": "A-0001", "item": 1, "entry": 3,
            "text": "DCC to share the new baseline", "owners": ["DCC"], "dues": [due],
        }],
        "promises": [{
            "path": f"{PATH}#promise-1", "item": 0, "entry": 2, "by": ["DCC"],
            "text": "It will be by autumn.",
            "dues": [], "standing": "open", "became": None,
        }],
        "updates": [], "figures": [], "files": [], "next_meeting": None, "left_out": [],
    }  # fmt: skip
    return {**found, **more}  # type: ignore[typeddict-item, return-value]
