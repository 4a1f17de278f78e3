"""Judgements that minutes print for an item ("Outcome: Partly assured"). Quoted, never inferred."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"(?:(?:overall |level of |commissioner['’]s )?assurance(?: level| rating| given| statement| "
    r"provided)?|outcome|judgement) ?[:–-] ?"
    r"(?P<judgement>[A-Z][\w -]{2,40}?)\.?",
    re.I,
)
_BARE = re.compile(r"(?:(?:fully|partly|partially|not|substantially|reasonably|not yet) )?assured\.?", re.I)
_SCALE = re.compile(
    r"(?:assur|substantial|reasonable|limited|moderate|adequate|full|partial|none|no\b|minimal)", re.I
)


def printed_assurance(text: str) -> str | None:
    """The judgement as printed, where the line is nothing but one."""
    if _BARE.fullmatch(text):
        return text.rstrip(".")
    found = _NAMED.fullmatch(text)
    if found is None or (not _SCALE.match(found["judgement"]) and "assur" not in found["judgement"].lower()):
        return None
    return found["judgement"]
