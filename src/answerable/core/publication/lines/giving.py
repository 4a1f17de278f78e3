"""Tags that a part gives to lines of other parts: a topic's to all that was said of it.

They follow from the part's content alone. The line need not be public yet: it has the tag once it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from answerable.core.publication.parts import Kind, Part
from answerable.core.publication.promised import LAPSED, PASSED, SO_FAR


class Gift(NamedTuple):
    """The line at ``path`` can be filtered by this."""

    path: str
    name: str
    value: str


def gifts(part: Part) -> list[Gift]:
    """What a part gives, each once, in its order."""
    giver = GIVERS.get(part.kind)
    return list(dict.fromkeys(giver(part.read()))) if giver else []


def _of_topic(content: Mapping[str, Any]) -> Iterable[Gift]:
    return (Gift(path, "topic", content["path"]) for path in content.get("places", []))


def _of_people(content: Mapping[str, Any]) -> Iterable[Gift]:
    for one in content.get("people", []):
        for meeting in one["meetings"]:
            yield Gift(meeting, "person", one["path"])


def _of_decision(content: Mapping[str, Any]) -> Iterable[Gift]:
    if content.get("entry"):
        yield Gift(content["entry"], "record", content["path"])


def _of_register(content: Mapping[str, Any]) -> Iterable[Gift]:
    for name, value in (("promises_passed", PASSED), ("promises_lapsed", LAPSED)):
        yield from (Gift(path, SO_FAR, value) for path in content.get(name, []))


GIVERS: Mapping[Kind, Callable[[Mapping[str, Any]], Iterable[Gift]]] = {
    Kind.TOPIC: _of_topic,
    Kind.PEOPLE: _of_people,
    Kind.DECISION: _of_decision,
    Kind.REGISTER: _of_register,
}
