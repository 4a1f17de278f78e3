"""What the specifications of the grammar read: minutes of the fictional Wyvern Valley."""

from __future__ import annotations

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.record import MeetingRecord
from tests.core.documents import Piece, Table, bold, document

FRONT: tuple[str | Piece, ...] = (
    bold("Wyvern Valley Assurance Board – Minutes"),
    "Date: Tuesday 10 March 2026",
    "Present: Ada Marsh, Police and Crime Commissioner (PCC)",
    "Greta Pohl, Deputy Police and Crime Commissioner (DPCC)",
    "Ben Holt, Chief Constable (CC)",
    "Cora Lane, Deputy Chief Constable (DCC)",
    "Dev Nair, Assistant Chief Constable (ACC)",
    "Ewan Frith, Chief Executive (CEx)",
)


def read(*body: str | Piece | Table) -> MeetingRecord:
    """The record of minutes with the usual front and this body."""
    return read_minutes(document(*FRONT, *body))


def number_of(record: MeetingRecord, item: int | None) -> str | None:
    """The printed path of an item by its index."""
    return None if item is None else record["items"][item]["number"]


def codes(record: MeetingRecord) -> list[str]:
    return [one["code"] for one in record["warnings"]]
