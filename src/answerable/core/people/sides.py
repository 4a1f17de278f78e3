"""On which side of the table a post sits: the commissioner's office, the force, or another body."""

from __future__ import annotations

import re
from typing import Literal

from answerable.core.people.posts import Capacity

Side = Literal["office", "force", "body"]

OFFICE_CODES = frozenset(
    ["PCC", "DPCC", "PFCC", "PCL", "OPCC", "CEX", "CEO", "CFO", "PO", "APO", "PA", "MO", "DCEX", "HOP"]
)
"""Usual abbreviations of a commissioner's office (DOMAIN: "Abbreviations")."""

OFFICE_WORDS = re.compile(
    r"commissioner|\bopcc\b|\bpcc\b|chief executive|policy|treasurer|monitoring officer|secretariat|\bmayor\b"
    r"|minute[- ]?taker|governance",
    re.IGNORECASE,
)
FORCE_WORDS = re.compile(
    r"constable|superintendent|inspector|sergeant|staff officer|force|police staff|\bpolicing\b",
    re.IGNORECASE,
)
"""Words of a title. "Police and Crime Commissioner" is not of the force: the office's words come first."""


BODY_WORDS = re.compile(
    r"\b(board|alliance|hub|council|trust|partnership|court|panel|service|association|charity|home office"
    r"|prosecution|probation|inspectorate|children's services|nhs)\b",
    re.IGNORECASE,
)
"""Words of a title that is of an organisation ("Chair, Local Criminal Justice Board")."""


def side_of(capacity: Capacity) -> Side:
    """The side of a post; a title that says nothing is the force's, who bring most people to a meeting."""
    post, body = capacity.post, capacity.body or ""
    if (post.code or "").upper() in OFFICE_CODES or OFFICE_WORDS.search(f"{post.name} {body}"):
        return "office"
    if FORCE_WORDS.search(f"{post.name} {body}"):
        return "force"
    return "body" if body or BODY_WORDS.search(post.name) else "force"
