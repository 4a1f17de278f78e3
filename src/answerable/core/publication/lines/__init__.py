"""What can be found, filtered, cited and downloaded of a part: its lines.

One file to a kind of part. The lines of a part follow from its content alone, so that they can be told
anew from what was frozen, and are the same wherever they are told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from answerable.core.publication.lines.action import lines_of_action
from answerable.core.publication.lines.agenda import lines_of_agenda
from answerable.core.publication.lines.decision import lines_of_decision
from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.lines.measure import lines_of_measure
from answerable.core.publication.lines.meeting import lines_of_meeting
from answerable.core.publication.lines.people import lines_of_people
from answerable.core.publication.lines.topic import lines_of_topic
from answerable.core.publication.parts import Kind, Part

__all__ = ["LineFact", "lines"]

TELLERS: Mapping[Kind, Callable[[Any], list[LineFact]]] = {
    Kind.MEETING: lines_of_meeting,
    Kind.ACTION: lines_of_action,
    Kind.TOPIC: lines_of_topic,
    Kind.MEASURE: lines_of_measure,
    Kind.PEOPLE: lines_of_people,
    Kind.DECISION: lines_of_decision,
    Kind.AGENDA: lines_of_agenda,
}


def lines(part: Part) -> list[LineFact]:
    """The lines of a part, in its order; a file has none of its own."""
    teller = TELLERS.get(part.kind)
    return teller(part.read()) if teller else []
