"""Exchanges: a question or challenge with its answer.

Minutes name who speaks at the head of a sentence and leave the rest to the reader. What nobody is named for
belongs to what it stands in: before the first speaker of a paragraph it leads up to the question, after a
question it is the answer, unless the answer is still to come in the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from answerable.core.minutes.record import EntryKind
from answerable.core.minutes.units import Unit

_STANCE = re.compile(
    r"\b(?P<stance>disappointed|not (?:yet )?(?:convinced|assured|reassured|satisfied|content)"
    r"|un(?:convinced|satisfied|happy)|dissatisfied|frustrated|concerned|surprised"
    r"|(?:re)?assured|satisfied|content|pleased|encouraged|grateful|welcomed|thanked|commended"
    r"|praised|congratulated|impressed|heartened)\b"
)
_STANCE_HEAD = 12  # words after the speaker in which a stance can still be theirs
_PROVIDED = re.compile(
    r"\b(?:this|that|which) (?:\w+ )?(?:provided|gave|offered) (?P<stance>(?:re)?assurance)\b", re.I
)


@dataclass(slots=True)
class Turn:
    """An exchange while it is gathered."""

    question: list[Unit] = field(default_factory=list)
    response: list[Unit] = field(default_factory=list)
    asked: bool = False
    answered: bool = False

    @property
    def stands(self) -> bool:
        """A question stands by itself, a challenge by its answer."""
        return bool(self.question) and (self.asked or self.answered)

    def asks_in(self, paragraph: int) -> bool:
        """Whether its question, not answered yet, goes on in this paragraph."""
        return bool(self.question) and not self.response and self.question[-1].paragraph == paragraph


def turns(units: Sequence[Unit]) -> list[Turn]:
    """The exchanges of the units, in order; marks the units' kinds."""
    found: list[Turn] = []
    for _, section in groupby(units, key=lambda unit: (unit.item, unit.heading)):
        found.extend(_Section().read(list(section)))
    for turn in found:
        _mark(turn.question, "question")
        _mark(turn.response, "response")
    return found


def _mark(units: list[Unit], kind: EntryKind) -> None:
    for unit in units:
        unit.kind = kind if unit.kind == "note" else unit.kind


class _Section:
    """What stands under one item and heading; ``turn`` is the exchange that is open.

    ``waiting``: sentences of the paragraph that nobody is named for, until it is clear whose they are.
    """

    def __init__(self) -> None:
        self.turn = Turn()
        self.found: list[Turn] = []
        self.waiting: list[Unit] = []

    def read(self, units: list[Unit]) -> list[Turn]:
        for _, group in groupby(units, key=lambda unit: unit.paragraph):
            self._paragraph(list(group))
        self._close()
        return [turn for turn in self.found if turn.stands]

    def _close(self) -> None:
        self.found.append(self.turn)
        self.turn = Turn()

    def _paragraph(self, units: list[Unit]) -> None:
        if units[0].silent or (units[0].told and not units[0].speech):
            return
        if units[0].kind == "heading":
            self._close()
            units = units[1:]
        if not units or _closes(units):
            self._close()
            return
        spoken = [unit for unit in units if unit.speech]
        for unit, following in zip(spoken, _next_acts(spoken), strict=True):
            self._sentence(unit, following)

    def _sentence(self, unit: Unit, following: str) -> None:
        act = _act(unit)
        if act == "challenge" and unit.cue.reply and self.turn.question and self.turn.question[0].cue.public:
            act = "answer"  # the chair answers the public
        if act == "staff":
            act = "answer" if self.turn.asked or (self.turn.question and unit.cue.reply) else "none"
        if act in ("ask", "challenge"):
            self._ask(unit, asked=act == "ask")
        elif act == "answer" and not self._leads_up(unit, following):
            self._answer(unit)
        elif unit.speakers and act == "none" and not self.turn.question:
            self.waiting = []  # somebody's account, which leads up to nobody else's question
        else:
            self.waiting.append(unit)
            if following == "none":
                self._settle()

    def _leads_up(self, unit: Unit, following: str) -> bool:
        """ "It was acknowledged that …" between a comment and the question that it leads up to."""
        if unit.cue.speakers or self.turn.asked or following != "ask":
            return False
        return self.turn.asks_in(unit.paragraph)

    def _answer(self, unit: Unit) -> None:
        """Unattributed words before a named reply in the question's paragraph are the question's."""
        if self.waiting:
            beside = self.turn.asks_in(self.waiting[0].paragraph) and unit.cue.reply
            (self.turn.question if beside else self.turn.response).extend(self.waiting)
            self.waiting = []
        if self.turn.question:
            self.turn.response.append(unit)
            self.turn.answered = self.turn.answered or bool(unit.speakers)

    def _settle(self) -> None:
        """Unattributed words with nobody speaking after them answer the open question."""
        if self.turn.question and (self.turn.asked or self.turn.response):
            self.turn.response.extend(self.waiting)
        self.waiting = []

    def _ask(self, unit: Unit, asked: bool) -> None:
        """A question goes on in its paragraph until it is answered; else a new exchange begins."""
        turn = self.turn
        same = turn.asks_in(unit.paragraph)
        answers = bool(turn.response) and turn.response[-1].paragraph == unit.paragraph
        if self.waiting and (answers or (same and turn.asked)):
            turn.response.extend(self.waiting)
            self.waiting = []
        handed_on = bool(turn.question) and turn.question[0].cue.public and not turn.response
        if turn.response or (turn.question and not same and (turn.asked or asked) and not handed_on):
            self._close()
        self.turn.question += [*self.waiting, unit]
        self.turn.asked = self.turn.asked or asked
        self.waiting = []


def _next_acts(units: list[Unit]) -> list[str]:
    """For each sentence what the next one does that does anything; ``none`` where none does."""
    found: list[str] = []
    following = "none"
    for unit in reversed(units):
        found.append(following)
        act = _act(unit)
        following = act if act != "none" else following
    return found[::-1]


def _closes(units: list[Unit]) -> bool:
    """A line that is nobody's words ends an exchange: "Actions arising:", "Other comments made:"."""
    if units[0].kind == "note" and not units[0].speech:
        return True
    return len(units) == 1 and units[0].opens and units[0].cue.act == "none" and not units[0].bullet


def _act(unit: Unit) -> str:
    cue = unit.cue
    if cue.act == "ask":
        return "ask" if cue.side != "force" else "answer"
    if cue.act == "say":
        if cue.side == "office":
            return "challenge"
        if cue.side == "staff":
            return "staff"
        return "answer" if cue.speakers or cue.side is None else "none"
    return "none"


def asked_by(turn: Turn) -> list[str]:
    """Who asks: those named for the question, else those named in what leads up to it."""
    asking = [name for unit in turn.question if unit.cue.act == "ask" for name in unit.cue.speakers]
    saying = [name for unit in turn.question for name in unit.cue.speakers]
    challenging = [name for unit in turn.question if unit.cue.side == "office" for name in unit.cue.speakers]
    return list(dict.fromkeys(asking or challenging or saying))


def answered_by(turn: Turn) -> list[str]:
    """Who answers: those who are said to reply, else those of whom the answer speaks."""
    public = bool(turn.question) and turn.question[0].cue.public
    answers = [unit.cue for unit in turn.response if public or _act(unit) in ("answer", "staff")]
    replying = [name for cue in answers if cue.reply for name in cue.speakers]
    return list(dict.fromkeys(replying or [name for cue in answers for name in cue.speakers]))


_ASKS = re.compile(r"\b(?:asked|sought|queried|if|whether)\b")


def stance(turn: Turn) -> str | None:
    """The asker's own verb for what they think ("disappointed"), quoted from the question; None for none."""
    for unit in turn.question:
        if not unit.cue.speakers or unit.cue.side == "force":
            continue
        head = " ".join(unit.text.split()[:_STANCE_HEAD])
        found = _STANCE.search(head)
        if found and not _ASKS.search(head[: found.start()]):
            return found["stance"]
    for unit in turn.question:
        provided = _PROVIDED.search(unit.text) if "assurance" in unit.text.lower() else None
        if provided:
            return provided["stance"].lower()
    return None
