"""The search for a print that is read as it was meant: what is misread is printed one step more plainly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.printing.comparing import Blame
from answerable.core.minutes.printing.document import composed
from answerable.core.minutes.printing.forms import forms_of, groups
from answerable.core.minutes.printing.layout import Choices, Frame, Laid, frame_of, laid_out
from answerable.core.minutes.printing.numbers import flows
from answerable.core.minutes.printing.paper import Paper
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.record import MeetingRecord

ROUNDS = 40
"""Readings after which what is still misread stays so; most papers need one, the hardest known ten."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A paper printed one way, and what is read from it; ``blame`` says of which group its entries are.

    ``choices_made`` counts how often the choices had been changed.
    """

    choices: Choices
    laid: Laid
    blame: Blame
    choices_made: int = 0

    @property
    def record(self) -> MeetingRecord:
        return self.blame.record


@dataclass
class Faults:
    """What came back otherwise than meant: groups, owners only of groups, the frame, words of the front.

    ``misread``: those of the groups whose own words, kind or speakers are others, and not only what hangs on
    them and may be a neighbour's fault.
    """

    groups: set[int] = field(default_factory=set)
    misread: set[int] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    frame: bool = False
    kind: bool = False
    title: bool = False
    rest: str = ""

    def __bool__(self) -> bool:
        return bool(self.groups or self.owners or self.frame or self.kind or self.title or self.rest)


Judge = Callable[[Attempt], Faults]


def attempt(paper: Paper, style: Style, choices: Choices, *, headings: bool = True) -> Attempt:
    laid = laid_out(paper, style, choices)
    made = composed(laid.sheet, headings=headings)
    of_block = [laid.group_of.get(id(piece)) for piece in made.pieces]
    owners = [laid.owner_of.get(id(piece)) for piece in made.pieces]
    blame = Blame(made.document, of_block, owners, read_minutes(made.document))
    return Attempt(deepcopy(choices), laid, blame, choices.changes)


def frames(paper: Paper, style: Style) -> tuple[Frame, ...]:
    if frame_of(style) == "column":
        return ("column",)
    return ("flow", "grid") if flows(paper.items) else ("grid", "flow")


def settle(
    paper: Paper, style: Style, judge: Judge, start: Callable[[Frame], Choices], rounds: int = ROUNDS
) -> tuple[Attempt, Faults]:
    """The first print that has no faults in any format, else the one with the fewest in so many rounds."""
    best: tuple[Attempt, Faults] | None = None
    for frame in frames(paper, style):
        for made, faults in _tries(paper, style, judge, start(frame), rounds):
            if best is None or _weight(faults) < _weight(best[1]):
                best = made, faults
            if not faults:
                return made, faults
    assert best is not None  # there is always a frame
    return best


def _weight(faults: Faults) -> int:
    return (
        len(faults.groups)
        + len(faults.owners)
        + faults.frame
        + faults.kind
        + faults.title
        + bool(faults.rest)
    )


def _tries(
    paper: Paper, style: Style, judge: Judge, choices: Choices, rounds: int = ROUNDS
) -> Iterator[tuple[Attempt, Faults]]:
    stepper = _Stepper(paper, choices)
    for _ in range(rounds):
        made = attempt(paper, style, choices)
        faults = judge(made)
        if not faults:
            faults = judge(attempt(paper, style, choices, headings=False))
        yield made, faults
        if not faults or not stepper.step(faults):
            return


class _Stepper:
    """Makes the next, plainer choices."""

    def __init__(self, paper: Paper, choices: Choices) -> None:
        self.choices = choices
        self.groups = groups(paper)
        self.item = [paper.said[group[0]].item for group in self.groups]
        said = [[paper.said[one] for one in group] for group in self.groups]
        self.most = [len(forms_of(one, choices.listed)) - 1 for one in said]

    def step(self, faults: Faults) -> bool:
        """False where nothing is left to say more plainly."""
        choices = self.choices
        choices.changes += 1
        changed = faults.kind > choices.kind or faults.title > choices.title
        choices.kind, choices.title = choices.kind or faults.kind, choices.title or faults.title
        for at in faults.owners:
            changed = self._owners(at) or changed
        for at in self._first_of_items([*sorted(faults.misread), *sorted(faults.groups)]):
            choices.forms[at] = choices.forms.get(at, 0) + 1
            changed = True
        return changed

    def _owners(self, at: int) -> bool:
        """Owners leave the column for an arrow, which says them in any case."""
        if at in self.choices.pointed:
            return False
        self.choices.pointed.add(at)
        self.choices.columns.pop(at, None)
        return True

    def _first_of_items(self, bad: Sequence[int]) -> list[int]:
        """Of what can still change the first in each item; what follows it may be misread for its sake."""
        found: dict[int | None, int] = {}
        for at in bad:
            if self.choices.forms.get(at, 0) < self.most[at]:
                found.setdefault(self.item[at], at)
        return list(found.values())
