"""Words that were left out in one place and stand still in another: each asks a person.

Looked for more widely than words are replaced: inside other words, cut by blanks, each name of somebody by
itself, and each sentence of a line that is left out whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from answerable.core.publication.checks.finding import Finding, Place
from answerable.core.publication.redaction import Redaction, holds, needles_of
from answerable.core.publication.spans import squeezed

CODE = "left-over"
SENTENCE = "Words that are left out elsewhere stand here still."
MEND = "Leave them out here too, and put it forward again; or say why they are not secret here."
MOST_QUOTED = 300  # letters

LONG = 16  # letters of a sentence that nobody writes twice by chance


def left_over(
    places: Iterable[Place], words: Sequence[Redaction], lines: Iterable[str] = ()
) -> list[Finding]:
    """What a person has to answer for. ``words`` are left out somewhere, ``lines`` whole."""
    needles = {needle for one in words for needle in needles_of(one)}
    needles |= {squeezed(part) for line in lines for part in sentences_of(line)}
    wanted = sorted(needles)
    return list(dict.fromkeys(_finding(one) for one in places if holds(one.text, wanted)))


def _finding(one: Place) -> Finding:
    quote = one.text[:MOST_QUOTED]
    return Finding(CODE, one.path, one.field, quote, quote, SENTENCE, MEND)


def sentences_of(text: str) -> list[str]:
    """The sentences of a line that is left out whole."""
    return [one for one in re.split(r"(?<=[.!?;:])\s+", text) if len(squeezed(one)) >= LONG]
