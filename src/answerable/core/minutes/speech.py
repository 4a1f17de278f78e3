"""Exchanges: a question or challenge with its answer.

Minutes name who speaks at the head of a sentence and leave the rest to the reader. What nobody is named for
belongs to what it stands in: before the first speaker of a paragraph it leads up to the question, after a
question it is the answer, unless the answer is still to come in the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from answerable.core.minutes.units import Unit

_STANCE = re.compile(
    r"\b(?P<stance>disappointed|not (?:yet )?(?:convinced|assured|reassured|satisfied|content)|un(?:convinced|satisfied|happy)|dissatisfied|frustrated|concerned|surprised"
    r"|(?:re)?assured|satisfied|content|pleased|encouraged|grateful|welcomed|thanked|commended|praised|congratulated|impressed|heartened)\b"
)
_STANCE_HEAD = 12  # words after the speaker in which a stance can still be theirs
_PROVIDED = re.compile(r"\b(?:this|that|which) (?:\w+ )?(?:provided|gave|offered) (?P<stance>(?:re)?assurance)\b", re.I)


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


def turns(units: Sequence[Unit]) -> list[Turn]:
    """The exchanges of the units, in order; marks the units' kinds."""
    found: list[Turn] = []
    for _, section in groupby(units, key=lambda unit: (unit.item, unit.heading)):
        found.extend(_section(list(section)))
    for turn in found:
        for unit in turn.question:
            unit.kind = "question" if unit.kind == "note" else unit.kind
        for unit in turn.response:
            unit.kind = "response" if unit.kind == "note" else unit.kind
    return found


def _section(units: list[Unit]) -> list[Turn]:
    gathered: list[Turn] = [Turn()]
    for _, group in groupby(units, key=lambda unit: unit.paragraph):
        _paragraph(list(group), gathered)
    return [turn for turn in gathered if turn.stands]


def _paragraph(units: list[Unit], gathered: list[Turn]) -> None:
    """One paragraph's units: ``gathered[-1]`` is the turn that is open."""
    if units[0].kind == "heading":
        gathered.append(Turn())
        units = units[1:]
    if not units or (units[0].kind == "note" and not units[0].speech):
        gathered.append(Turn())
        return
    if _closes(units):
        gathered.append(Turn())
        return
    waiting: list[Unit] = []
    for index, unit in enumerate(units):
        if not unit.speech:
            continue
        act = _act(unit)
        if act == "staff":
            act = "answer" if gathered[-1].asked or (gathered[-1].question and unit.cue.reply) else "none"
        if act == "ask" or act == "challenge":
            _ask(unit, waiting, gathered, act == "ask", first=index == 0 or bool(waiting))
            waiting = []
        elif act == "answer":
            turn = gathered[-1]
            if _leads_up(unit, turn, units[index + 1 :]):
                waiting.append(unit)
                continue
            if waiting:
                _before_answer(turn, waiting, unit)
                waiting = []
            if turn.question:
                turn.response.append(unit)
                turn.answered = turn.answered or bool(unit.speakers)
        else:
            waiting.append(unit)
            if not _speaks_later(units[index + 1 :]):
                _settle(waiting, gathered)
                waiting = []


def _leads_up(unit: Unit, turn: Turn, after: Sequence[Unit]) -> bool:
    """"It was acknowledged that …" between a comment and the question that it leads up to."""
    if unit.cue.speakers or turn.asked or turn.response or not turn.question:
        return False
    if turn.question[-1].paragraph != unit.paragraph:
        return False
    acts = [_act(one) for one in after if one.speech and _act(one) != "none"]
    return acts[:1] == ["ask"]


def _before_answer(turn: Turn, waiting: list[Unit], answer: Unit) -> None:
    """Unattributed words before a named reply belong to the question where they stand in its paragraph."""
    near = turn.question and not turn.response and turn.question[-1].paragraph == waiting[0].paragraph
    beside = near and answer.cue.reply and answer.paragraph == waiting[0].paragraph
    (turn.question if beside else turn.response).extend(waiting)


def _settle(waiting: list[Unit], gathered: list[Turn]) -> None:
    """Unattributed words with nobody speaking after them in their paragraph: the open question's answer."""
    turn = gathered[-1]
    if turn.question and (turn.asked or turn.response):
        turn.response.extend(waiting)


def _ask(unit: Unit, waiting: list[Unit], gathered: list[Turn], asked: bool, first: bool) -> None:
    turn = gathered[-1]
    if waiting and turn.response and turn.response[-1].paragraph == unit.paragraph:
        turn.response.extend(waiting)
        waiting = []
    same = bool(turn.question) and turn.question[-1].paragraph == unit.paragraph
    if turn.response or (turn.asked and not same) or (turn.question and not same and first and asked and not turn.asked and _far(turn, unit)):
        if waiting and turn.question and not turn.response and same:
            turn.response.extend(waiting)
            waiting = []
        turn = Turn()
        gathered.append(turn)
    elif turn.asked and same and waiting:
        turn.response.extend(waiting)
        waiting = []
        turn = Turn()
        gathered.append(turn)
    turn.question.extend(waiting)
    turn.question.append(unit)
    turn.asked = turn.asked or asked


def _far(turn: Turn, unit: Unit) -> bool:
    return unit.paragraph - turn.question[-1].paragraph > 0


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


def _speaks_later(units: Iterable[Unit]) -> bool:
    return any(_act(unit) != "none" for unit in units if unit.speech)


def _closes(units: list[Unit]) -> bool:
    """A line that opens a list without being anybody's words ("Other comments made:") ends an exchange."""
    return len(units) == 1 and units[0].opens and units[0].cue.act == "none" and not units[0].bullet


def asked_by(turn: Turn) -> list[str]:
    """Who asks: those named for the question, else those named in what leads up to it."""
    asking = [name for unit in turn.question if unit.cue.act == "ask" for name in unit.cue.speakers]
    saying = [name for unit in turn.question for name in unit.cue.speakers]
    return list(dict.fromkeys(asking or saying))


def answered_by(turn: Turn) -> list[str]:
    """Who answers: those who are said to reply, else those of whom the answer speaks."""
    answers = [unit.cue for unit in turn.response if _act(unit) in ("answer", "staff")]
    replying = [name for cue in answers if cue.reply for name in cue.speakers]
    return list(dict.fromkeys(replying or [name for cue in answers for name in cue.speakers]))


def stance(turn: Turn) -> str | None:
    """The asker's own verb for what they think ("disappointed"), quoted from the question; None for none."""
    for unit in turn.question:
        if not unit.cue.speakers or unit.cue.side == "force":
            continue
        head = " ".join(unit.text.split()[:_STANCE_HEAD])
        found = _STANCE.search(head)
        if found and not re.search(r"\b(?:asked|sought|queried|if|whether)\b", head[: found.start()]):
            return found["stance"]
    for unit in turn.question:
        provided = _PROVIDED.search(unit.text)
        if provided:
            return provided["stance"].lower()
    return None
