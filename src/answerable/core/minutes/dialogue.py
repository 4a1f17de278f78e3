"""Minutes that print questions and answers under their own marks: "Q1 …? A: …", "Question from Mrs Doe"."""

from __future__ import annotations

import re
from typing import NamedTuple

from answerable.core.minutes.names import name_length

_MARK = re.compile(
    # "Q1. …", "Q: …", "Question 3 (Cllr Doe): …", "Q2 from Mr Lee – …", "A1: …", "Answer: …"
    r"(?:(?P<ask>Q\.?(?= ?[\d:–(-])|Q(?=[.:])|Question(?= ?(?:\d|\(|from )))"
    r"|(?P<say>A(?:nswer)?|Reply|Response(?= ?\d))) ?(?:no\.? ?)?\d{0,3}"
    r"(?: ?\((?P<bracket>[^)]{2,60})\)| (?:from|by) (?P<asker>[^:?]{2,60}?))? ?[.:)–—-]+ +(?=\S)"
)
_HEADER = re.compile(
    # "Question from a member of the public: Mrs Doe", "Public question 3 – Mr Lee", "Question 4"
    r"(?:(?:public |written |supplementary )+question"
    r"|question(?: (?:no\.? ?)?\d{1,3}|(?= (?:from|by|submitted|put|asked)\b)))"
    r"(?P<who>(?: ?[:–—-]| (?:from|by|submitted|put|asked)\b)[^?]{0,110})?",
    re.I,
)
_PUBLIC = re.compile(r"(?:members?|resident)s? of (?:the )?(?:public|audience)|resident", re.I)
_BEFORE_NAME = re.compile(r"(?:^|[:–—-] ?|\b(?:from|by) )(?=[A-Z])")


class Mark(NamedTuple):
    """``asks``: a question, else an answer; ``sure``: no list's letter; ``asker``: who the mark names."""

    asks: bool
    sure: bool
    length: int
    asker: tuple[str, ...]


def mark(text: str) -> Mark | None:
    """The mark of a question or an answer that a paragraph begins with."""
    found = _MARK.match(text)
    if found is None:
        return None
    said = found[0].strip()
    return Mark(
        asks=found["ask"] is not None,
        sure=not said.startswith("A.") and not said.startswith("A)"),
        length=found.end(),
        asker=_asker(found["bracket"] or found["asker"] or ""),
    )


def header(text: str) -> tuple[str, ...] | None:
    """Who asks, by a line that only announces a question of theirs; None where it is no such line."""
    found = _HEADER.fullmatch(text.rstrip(" :."))
    if found is None:
        return None
    return _asker(found["who"] or "")


def _asker(words: str) -> tuple[str, ...]:
    for start in _BEFORE_NAME.finditer(words):
        length = name_length(words[start.end() :])
        if length:
            return (words[start.end() : start.end() + length],)
    public = _PUBLIC.search(words)
    return (public[0].lower(),) if public else ()
