"""What is typed or pasted, cut into lines: a paragraph is a line, a very long one several."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from answerable.core.minutes.sentences import sentence_spans

LONGEST_LINE = 4000
"""Characters: about 600 words, more than any paragraph of minutes; what is longer is cut at sentence ends."""

_STAYS = {"\u200c", "\u200d"}
"""Characters without a width that words of some languages need."""


def lines_of(text: str) -> list[str]:
    """The lines of a text in order, each with its blanks folded and without control characters."""
    parted = text.replace("\x0b", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return [piece for line in parted.splitlines() for piece in _short(folded(line))]


def folded(text: str) -> str:
    """One line as it is kept: NFC, single blanks, nothing that cannot be seen."""
    seen = "".join(
        one if one in _STAYS or not unicodedata.category(one).startswith("C") else " "
        for one in unicodedata.normalize("NFC", text)
    )
    return " ".join(seen.split())


def _short(line: str) -> Iterator[str]:
    """The line, or pieces of it that are short enough."""
    while len(line) > LONGEST_LINE:
        ends = [end for _, end in sentence_spans(line[: LONGEST_LINE + 1]) if end <= LONGEST_LINE]
        cut = (ends[-1] if ends else 0) or line.rfind(" ", 0, LONGEST_LINE) + 1 or LONGEST_LINE
        yield line[:cut].strip()
        line = line[cut:].strip()
    if line:
        yield line
