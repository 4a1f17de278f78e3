"""The header of a publication: what is hashed, chained to the one before, and signed.

It is public, so it names no person: who put it forward and who decided are told by their capacity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from answerable.core.chain.canonical import canonical, digest
from answerable.core.chain.events import NOTHING_BEFORE, moment
from answerable.core.publication.parts import Part

FORMAT = "answerable-publication/1"
__all__ = ["FORMAT", "NOTHING_BEFORE", "Decision", "Doing", "hash_of", "header"]


class Doing(StrEnum):
    """What is decided of the addresses that a publication names."""

    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    PUT_BACK = "put back"


DOING_NAMES = {
    Doing.PUBLISH: "Published",
    Doing.CORRECT: "Corrected",
    Doing.WITHDRAW: "Withdrawn",
    Doing.PUT_BACK: "Published again",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """``number`` counts from 1 in an office, without a gap. ``at``: from when on it holds; ``decided``: when
    it was decided, which is earlier where it was under embargo. ``withdrawn``: addresses that go with all
    their versions, or single versions of them."""

    office: str
    number: int
    at: datetime
    decided: datetime
    doing: Doing
    title: str
    duty: str
    note: str
    put_forward_by: str
    decided_by: str
    parts: Sequence[Part]
    withdrawn: Sequence[str] = ()
    before: str = NOTHING_BEFORE


def header(decision: Decision) -> str:
    """The header as it is kept, hashed and published: canonical JSON."""
    parts = [{"path": one.path, "kind": str(one.kind), "sha256": one.sha256} for one in decision.parts]
    return canonical(
        {
            "format": FORMAT,
            "office": decision.office,
            "number": decision.number,
            "at": moment(decision.at),
            "decided": moment(decision.decided),
            "doing": str(decision.doing),
            "title": decision.title,
            "duty": decision.duty,
            "note": decision.note,
            "put_forward_by": decision.put_forward_by,
            "decided_by": decision.decided_by,
            "parts": parts,
            "withdrawn": list(decision.withdrawn),
            "before": decision.before,
        }
    )


def hash_of(said: str) -> str:
    """The SHA-256 of a header."""
    return digest(said)
