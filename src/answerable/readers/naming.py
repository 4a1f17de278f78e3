"""File names from strangers: shown on one line, without what turns or hides letters, and not endless."""

from __future__ import annotations

LONGEST = 200
"""Characters of a name that are shown; file systems stop at 255 bytes, web forms do not."""
ENDING = 20
"""Of these, the last ones: they hold what the file is called by its ending."""


def shown(name: str) -> str:
    """The name with "?" for line breaks, control characters, marks of direction and halves of pairs."""
    if name.isprintable() and len(name) <= LONGEST:
        return name
    plain = "".join(letter if letter.isprintable() else " " if letter == "\xa0" else "?" for letter in name)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - ENDING - 1]}…{plain[-ENDING:]}"
