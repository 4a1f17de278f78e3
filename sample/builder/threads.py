"""Subjects that return: a topic that two meetings or more speak of."""

from __future__ import annotations

from typing import Any

from .shapes import Meeting


def threads_of(meetings: list[Meeting]) -> dict[str, Any]:
    """In the format of the corpus's threads.json; strong where three meetings or more speak of it."""
    found: dict[str, list[dict[str, Any]]] = {}
    for meeting in sorted(meetings, key=lambda one: one.head["date"]):
        for item in meeting.items:
            for topic in item.topics:
                found.setdefault(topic.name, []).append(
                    _occurrence(meeting, item.number, topic.name, topic.reason)
                )
    threads = [
        {"thread": name, "strength": _strength(places), "occurrences": places}
        for name, places in found.items()
    ]
    return {"threads": [one for one in threads if one["strength"] != "single"]}


def _occurrence(meeting: Meeting, item: str, topic: str, reason: str) -> dict[str, Any]:
    return {
        "meeting": meeting.head["date"],
        "topic": topic,
        "items": [item],
        "reason": reason,
        "minutes": meeting.key,
    }


def _strength(places: list[dict[str, Any]]) -> str:
    meetings = len({place["meeting"] for place in places})
    return {1: "single", 2: "medium"}.get(meetings, "strong")
