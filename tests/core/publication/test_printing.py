"""Published minutes on paper."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.printing import sheet_of
from answerable.core.publication.redaction import Category, marker
from answerable.writers.files import write
from answerable.writers.html import write_html

LEFT_OUT = marker(Category.PERSONAL)


def entry(text: str, **more: Any) -> Any:
    return {
        "path": "p", "item": 0, "heading": None, "paragraph": 0, "kind": "note", "text": text, "speakers": [],
        "page": None, "left_out": None, "areas": [], "bodies": [], **more,
    }  # fmt: skip


def content(*entries: Any, **more: Any) -> Any:
    return {
        "path": "w/f/2018-03-27", "forum": "Assurance meeting", "forum_path": "w/f", "date": "2018-03-27",
        "title": "Assurance meeting 27 March 2018", "kind": None, "state": "held", "start_time": "10:30",
        "end_time": None, "venue": "Town Hall", "chair": None, "approved_on": None, "how_read": "",
        "attendance": [
            {"name": "Nadia Kershawe", "capacity": "Chief", "abbreviation": "CC", "status": "present"}
        ],
        "items": [{"path": "p", "number": "1", "title": "Calls", "level": 1, "kind": "other"}],
        "entries": list(entries), "exchanges": [], "actions": [], "promises": [], "updates": [],
        "figures": [], "files": [], "next_meeting": None, "left_out": [], **more,
    }  # fmt: skip


def words(told: Any) -> str:
    return write_html(sheet_of(told))


def test_says_who_what_and_when() -> None:
    said = words(content(entry("Callers waited less.")))
    for one in ("27 March 2018", "Nadia Kershawe", "Calls", "Callers waited less."):
        assert one in said


def test_an_action_says_who_and_by_when() -> None:
    given = {
        "entry": 0,
        "owners": ["DCC"],
        "dues": [{"text": "30 June 2018", "date": None, "precision": "day"}],
    }
    said = words(content(entry("DCC to share the baseline", kind="action"), actions=[given]))
    assert "DCC" in said
    assert "30 June 2018" in said


def test_lines_left_out_beside_each_other_are_printed_once() -> None:
    one = entry(LEFT_OUT, left_out="personal")
    assert words(content(one)).count(LEFT_OUT) == words(content(one, one, one)).count(LEFT_OUT) == 1
    assert words(content(one, entry("Noted."), one)).count(LEFT_OUT) == 2


def test_the_same_minutes_are_the_same_bytes() -> None:
    told = content(entry("Callers waited less."))
    for key in ("docx", "pdf"):
        assert write(sheet_of(told), key) == write(sheet_of(told), key)
