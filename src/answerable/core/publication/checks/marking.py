"""Protective markings and handling caveats: what bears one is not for the public as it stands.

Government Security Classifications (Cabinet Office): OFFICIAL needs no marking; OFFICIAL-SENSITIVE, SECRET
and TOP SECRET do. Papers from before April 2014 have RESTRICTED and CONFIDENTIAL.
"""

from __future__ import annotations

import re

from answerable.core.publication.checks.finding import Check, spans

_BLANK = r" \t\r\f\v\xa0"
"""White space within a line: with line ends in it, each of many empty lines would be read to the last."""

_MARKED = re.compile(
    r"(?i:\bofficial[\s:\-–—/()\[]{1,3}sensitive\b)"
    r"|\b(?:TOP[ \-])?SECRET\b"
    r"|\bUK[ \-]EYES[ \-]ONLY\b|\b[A-Z]{2,3} EYES ONLY\b|\bLOCSEN\b|\bNOFORN\b"
    rf"|^[{_BLANK}\[(*]*(?:NATO )?(?:RESTRICTED|CONFIDENTIAL)(?=[{_BLANK}\])*]*(?:$|[-–—:/]))"
    r"|\bHANDLING (?:INSTRUCTIONS?|CAVEAT)\b"
    r"|\b(?:PROTECT|RESTRICTED)[ ]?[-–—][ ]?"
    r"(?:COMMERCIAL|INVESTIGATIONS?|MANAGEMENT|PERSONAL|POLICY|STAFF)\b",
    re.MULTILINE,
)

MARKING = Check(
    "marking",
    "Protective marking",
    "This bears a protective marking.",
    "Leave it out, or take the marking off in the record if it was put there by mistake.",
    spans(_MARKED),
    blocks=True,
)
