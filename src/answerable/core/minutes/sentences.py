"""Where one sentence ends and the next begins: "Supt. Lane", "e.g. custody" and "9.30 a.m." go on."""

from __future__ import annotations

import re

ABBREVIATED = frozenset(
    (
        "Mr Mrs Ms Dr Prof Rev Sgt Insp Supt Ch Det Cllr Hon St No Nos Op Ops approx dept govt incl excl"
        " est eg ie cf vs viz fig para ref vol Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
        " Mon Tue Tues Wed Thu Thur Thurs Fri"
    ).split()
)
"""Words that a full stop does not end a sentence after (where the next word begins with a capital)."""

_END = re.compile(r"[.?!…][\"'”’)\]]*(?= +[\"'“‘(\[•]*[A-Z0-9£])")
_LETTERS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]")
"""Letters with full stops between them ("e.g", "U.K"), or an initial."""
_ENDS_ANYWAY = frozenset(["etc", "a.m", "p.m"])
_MARKER_ONLY = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a folded text, in order; they cover it but for the blanks between."""
    spans = []
    start = 0
    for end in _END.finditer(text):
        stop = end.end()
        if text[end.start()] == "." and _goes_on(text, start, end.start()):
            continue
        spans.append((start, stop))
        start = stop + 1
        while start < len(text) and text[start] == " ":
            start += 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation, or to a marker at the start."""
    word = text[max(text.rfind(" ", start, stop) + 1, start) : stop].lstrip("([\"'“‘")
    if start + len(word) == stop and _MARKER_ONLY.match(text[start : stop + 1]):
        return True
    if word.lower() in _ENDS_ANYWAY:
        return False
    return word in ABBREVIATED or _LETTERS.fullmatch(word) is not None
