"""Where one sentence ends and the next begins: "Supt. Lane", "e.g. custody" and "9.30 a.m." go on."""

from __future__ import annotations

import re

ABBREVIATED = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Rev",
    "Sgt",
    "Insp",
    "Supt",
    "Ch",
    "Det",
    "Cllr",
    "Hon",
    "St",
    "No",
    "Nos",
    "Op",
    "Ops",
    "approx",
    "dept",
    "govt",
    "incl",
    "excl",
    "est",
    "etc",
    "eg",
    "ie",
    "cf",
    "vs",
    "viz",
    "fig",
    "para",
    "ref",
    "vol",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "Mon",
    "Tue",
    "Tues",
    "Wed",
    "Thu",
    "Thur",
    "Thurs",
    "Fri",
]
"""Words that a full stop does not end a sentence after (where the next word begins with a capital)."""

_END = re.compile(r"[.?!…][\"'”’)\]]*(?= +[\"'“‘(\[•]*[A-Z0-9£])")
_ABBREVIATED = re.compile(rf"(?:\b(?:{'|'.join(ABBREVIATED)})|\b[A-Za-z]\.[A-Za-z]|(?<![\w'’])[A-Z])\.$")
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
    head = text[max(start, stop - 12) : stop + 1]
    if _MARKER_ONLY.match(text[start : stop + 1]):
        return True
    if _ABBREVIATED.search(head) is None:
        return False
    return not head.lower().endswith(("etc.", "a.m.", "p.m."))
