"""Where one printed sentence holds a question and its answer: "Asked by the PCC, the CC said that …"."""

from __future__ import annotations

import re

from answerable.core.minutes.cues import Cue, read_cue
from answerable.core.minutes.voices import Voices

_TO_QUESTION = re.compile(
    r"(?:In (?:response|reply|answer) to|Answering|Responding to) (?:a |an |the |further |two |several )*"
    r"(?:questions?|query|queries|challenges?|requests?)(?: (?:from|by|put by|raised by|of))? "
)
_COMMA = re.compile(r", (?=(?:the )?[A-Z])")
_BREAK = re.compile(r"(?:; |, and | [–—-] )(?=(?:the )?[A-Z])")


def split_at(sentence: str, cue: Cue, voices: Voices) -> tuple[int, Cue, Cue] | None:
    """Where the answer begins, and what either part does; None where the sentence is one thing.

    ``cue``: what the sentence does at its head.
    """
    return _answer_to(sentence, voices) or _answer_behind(sentence, cue, voices)


def _answer_to(sentence: str, voices: Voices) -> tuple[int, Cue, Cue] | None:
    opening = _TO_QUESTION.match(sentence)
    if opening is None:
        return None
    asker = voices.match(sentence, opening.end())
    for comma in _COMMA.finditer(sentence, opening.end()):
        said = read_cue(sentence[comma.end() :], voices)
        if said.act == "say" and said.speakers:
            asked = voices.of(asker.name) if asker else None
            asks = Cue("ask", (asked.shown,) if asked else (), asked.side if asked else "office")
            return comma.end(), asks, said._replace(reply=True)
    return None


def _answer_behind(sentence: str, asks: Cue, voices: Voices) -> tuple[int, Cue, Cue] | None:
    """ "The PCC asked whether colleges were included; the CC said that they would be"."""
    if asks.act != "ask" or asks.side == "force":
        return None
    for one in _BREAK.finditer(sentence):
        said = read_cue(sentence[one.end() :], voices)
        if said.act == "say" and said.speakers and said.side != "office":
            return one.end(), asks, said
    return None
