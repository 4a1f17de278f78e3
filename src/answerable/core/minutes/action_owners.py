"""Who owns an action: the mark beside it, its marker's words, brackets behind it, or the doer it names."""

from __future__ import annotations

import re
from collections import defaultdict

from answerable.core.minutes import markers
from answerable.core.minutes.document import Line
from answerable.core.minutes.homoglyphs import fold_owner, has_alien
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.owners import OwnerCell, OwnerMark, bare_post, pair, read_marks, split_owners
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.units import FoundAction, Unit
from answerable.core.minutes.voices import Voices

_SERVED = re.compile(
    r"(?:be (?:sighted|informed|notified|kept|provided|given|updated|briefed|advised|sent|copied"
    r"|made aware)|see|have (?:an? |the |sight|access|oversight)|receive|get)"
)
"""Verbs whose subject is served by the action and does not do it ("PCC to be sighted on …")."""
_THAT = re.compile(r"(?:\(?\w{1,2}\)? )?[Tt]hat ")
"""How a resolution begins that gives somebody a task ("That the Chief Constable provide …")."""
_ASKED_FOR = re.compile(r"\b(?:requested|asked to|agreed that|required|needed|should|must|will)\b", re.I)
MAX_DOER_WORDS = 7
_JOINT = re.compile(r"[/,&+]")
"""What stands between owners who do one thing together."""
WIDE_GAP = 3  # blanks: typed so as to set what follows apart
_NAMED = re.compile(r"[A-Z][\w.'’/-]*(?: (?:of|and|for|[A-Z][\w.'’/-]*)){0,4}")


def settle(book: Notebook, problems: list[tuple[str, str, Passage]]) -> list[Passage]:
    """Give every owner mark to its action; the places of marks that belong to none are returned."""
    loose: list[Passage] = []
    if not book.actions:
        return _marked_by_column(book, problems)
    by_scope: dict[int, list[FoundAction]] = defaultdict(list)
    for action in book.actions:
        by_scope[action.scope].append(action)
    for scope, cells in book.owner_cells.items():
        marks = read_marks(cells, book.voices.abbreviations)
        loose.extend(_unread(cells, marks))
        actions = by_scope[scope]
        marks = _one_each(marks, len(actions))
        answers = pair(marks, [(action.number, action.beside) for action in actions])
        for mark, answer in zip(marks, answers, strict=True):
            _homoglyph(mark, problems)
            if answer is None:
                loose.append(mark.place)
            else:
                actions[answer].marks.append(mark)
    return loose


def _one_each(marks: list[OwnerMark], actions: int) -> list[OwnerMark]:
    """Owners that stand below each other at the top of the cell, as many as the actions, have one each."""
    if len(marks) != 1 or len(marks[0].owners) != actions or actions < 2:
        return marks
    [mark] = marks
    starts = [mark.place.text.find(owner) for owner in mark.owners]
    lines = {id(run.line) for run in mark.place.runs}
    if mark.number is not None or len(lines) != actions or min(starts) < 0 or starts != sorted(starts):
        return marks
    if _JOINT.search(mark.place.text):
        return marks  # owners of one action, on as many lines as the column is narrow
    ends = [*starts[1:], len(mark.place.text)]
    return [
        OwnerMark(None, (owner,), mark.place.cut(start, end), None)
        for owner, start, end in zip(mark.owners, starts, ends, strict=True)
    ]


def _marked_by_column(book: Notebook, problems: list[tuple[str, str, Passage]]) -> list[Passage]:
    """Minutes whose only mark of an action is its owner's initials in the column beside the text."""
    loose: list[Passage] = []
    order = {unit: at for at, unit in enumerate(book.units)}
    by_scope: dict[int, list[Unit]] = defaultdict(list)
    for unit in book.units:
        if unit.kind not in ("heading", "action") and " " in unit.text:
            by_scope[unit.scope].append(unit)
    for scope, cells in book.owner_cells.items():
        marks = read_marks(cells, book.voices.abbreviations)
        loose.extend(_unread(cells, marks))
        units = by_scope[scope]
        for mark in marks:
            beside = _beside(mark, units)
            if beside is None:
                loose.append(mark.place)
                continue
            _homoglyph(mark, problems)
            book.actions.append(_column_action(book, beside, mark))
    book.actions.sort(key=lambda action: order[action.unit])
    return loose


def _beside(mark: OwnerMark, units: list[Unit]) -> Unit | None:
    """The sentence on the mark's line: of several the one that sets a task, else the last."""
    line = mark.place.lines()[0]
    if line.box is not None:
        middle = (line.box[1] + line.box[3]) / 2
        level = [unit for unit in units if any(_level(one, line.page, middle) for one in unit.place.lines())]
    else:
        middle = sum(mark.beside or (0.0, 0.0)) / 2
        level = [unit for unit in units if unit.beside[0] <= middle <= unit.beside[1]]
    return max(level, key=lambda unit: (_strength(unit.text), unit.beside), default=None)


def _strength(sentence: str) -> int:
    """How plainly a sentence sets a task: by naming who does it, by asking for it, by a bare infinitive."""
    if markers.doer(sentence) is not None:
        return 3
    if _ASKED_FOR.search(sentence):
        return 2
    return 1 if markers.task_like(sentence) else 0


def _level(line: Line, page: int | None, middle: float) -> bool:
    return line.page == page and line.box is not None and line.box[1] <= middle <= line.box[3]


def _column_action(book: Notebook, unit: Unit, mark: OwnerMark) -> FoundAction:
    unit.kind, unit.alone, unit.speech = "action", True, False
    return FoundAction(
        unit,
        unit.place if not unit.bullet else _text_of(unit),
        None,
        None,
        mark.beside,
        (),
        [mark],
        unit.scope,
    )


def _text_of(unit: Unit) -> Passage:
    """The unit's words without its list marker."""
    return unit.place.cut(max(len(unit.place.text) - len(unit.text), 0))


def _unread(cells: list[OwnerCell], marks: list[OwnerMark]) -> list[Passage]:
    """Cells that hold no owner ("–")."""
    read = {id(run.line) for mark in marks for run in mark.place.runs}
    return [place for place, _ in cells if not all(id(run.line) in read for run in place.runs)]


def _homoglyph(mark: OwnerMark, problems: list[tuple[str, str, Passage]]) -> None:
    if has_alien(mark.place.text) or mark.place.text.strip() in ("00", "OO"):
        read = "/".join(mark.owners)
        problems.append(("homoglyph", f"Owner “{mark.place.text}” read as {read}.", mark.place))


def owners(action: FoundAction, voices: Voices) -> list[str]:
    """The owners as the record prints them, in the order of evidence."""
    known = voices.abbreviations
    if action.marks:
        return list(dict.fromkeys(owner for mark in action.marks for owner in mark.owners))
    if action.named:
        return [name for text in action.named for name in split_owners(fold_owner(text), known)]
    text = action.text.text
    told = markers.owner_in_brackets(text)
    if told is not None:
        return split_owners(told["owner"], known)
    brackets = markers.trailing_owner(text)
    if brackets is not None and _ownerly(brackets["owner"], voices):
        return split_owners(brackets["owner"], known)
    return _set_apart(action, voices) or _doers(text, voices)


def _set_apart(action: FoundAction, voices: Voices) -> list[str]:
    """Owners before a colon or a dash, behind the last full stop, or behind a gap at the line's end."""
    text = action.text.text
    for found in (markers.leading_owner(text), markers.owner_behind(text), markers.owner_between(text)):
        pieces = split_owners(found["owner"], voices.abbreviations) if found else []
        if pieces and all(_known_owner(piece, voices) for piece in pieces):
            return pieces
    gap = _gap(action.text)
    pieces = split_owners(text[gap:], voices.abbreviations) if gap else []
    return pieces if pieces and all(_named_owner(piece, voices) for piece in pieces) else []


def _known_owner(printed: str, voices: Voices) -> bool:
    return printed in ("All", "ALL") or voices.find(bare_post(printed)) is not None


def _named_owner(printed: str, voices: Voices) -> bool:
    return _known_owner(printed, voices) or _NAMED.fullmatch(printed) is not None


def _gap(text: Passage) -> int:
    """Where the words behind a wide gap in the last line begin (initials set at the margin); 0 for none."""
    for before, run in zip(text.runs[-2::-1], text.runs[:0:-1], strict=False):
        if run.line is not before.line:
            return 0
        if run.start - before.end >= WIDE_GAP:
            return run.at
    return 0


def _ownerly(printed: str, voices: Voices) -> bool:
    """Whether trailing brackets hold owners and not an acronym's definition or an aside."""
    pieces = split_owners(printed, voices.abbreviations)
    return all(
        voices.find(piece) is not None
        or re.fullmatch(r"[A-Z][\w./'’-]*(?: (?:of|[A-Z][\w.'’-]*)){0,3}", piece) is not None
        for piece in pieces
    ) and not any(character.isdigit() for character in printed)


def _doers(text: str, voices: Voices) -> list[str]:
    that = _THAT.match(text)
    if that is not None:
        resolved = voices.match(text, that.end())
        return [_shown(resolved.name, voices)] if resolved else []
    found = markers.doer(text)
    if found is None or _served(text, found):
        return []
    printed = found["doer"].strip()
    if len(printed.split()) > MAX_DOER_WORDS:
        return []
    return [_shown(piece, voices) for piece in split_owners(printed, voices.abbreviations)]


def _served(text: str, found: re.Match[str]) -> bool:
    after = text[found.start("next") :]
    return _SERVED.match(after) is not None


def _shown(printed: str, voices: Voices) -> str:
    """A capacity by the abbreviation that the attendance list gives it; anything else as printed."""
    bare = re.sub(r"^[Tt]he ", "", printed)
    return voices.short.get(bare.lower(), bare)
