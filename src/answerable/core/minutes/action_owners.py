"""Who owns an action: the mark beside it, the marker's own words, brackets behind it, or the doer it names."""

from __future__ import annotations

import re

from answerable.core.minutes import markers
from answerable.core.minutes.homoglyphs import fold_owner, has_alien
from answerable.core.minutes.owners import OwnerCell, OwnerMark, pair, read_marks, split_owners
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.units import FoundAction
from answerable.core.minutes.voices import Voices
from answerable.core.minutes.walk import Walk

_SERVED = re.compile(r"(?:be (?:sighted|informed|notified|kept|provided|given|updated|briefed|advised|sent|copied|made aware)|see|have|receive|get)\b")
"""Verbs whose subject is served by the action and does not do it ("PCC to be sighted on …")."""
_TRAILING_WORDS = re.compile(r"\b(?:members?|officials|colleagues|team|office)$", re.I)
MAX_DOER_WORDS = 7


def settle(walk: Walk, problems: list[tuple[str, str, Passage]]) -> list[Passage]:
    """Give every owner mark to its action; the places of marks that belong to none are returned."""
    loose: list[Passage] = []
    for scope, cells in walk.owner_cells.items():
        marks = read_marks(cells, walk.voices.abbreviations)
        loose.extend(_unread(cells, marks))
        actions = [action for action in walk.actions if action.scope == scope]
        answers = pair(marks, [(action.number, action.beside) for action in actions])
        for mark, answer in zip(marks, answers, strict=True):
            _homoglyph(mark, problems)
            if answer is None:
                loose.append(mark.place)
            else:
                actions[answer].marks.append(mark)
    return loose


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
    brackets = markers.trailing_owner(text)
    if brackets is not None and _ownerly(brackets["owner"], voices):
        return split_owners(brackets["owner"], known)
    return _doers(text, voices)


def _ownerly(printed: str, voices: Voices) -> bool:
    """Whether trailing brackets hold owners and not an acronym's definition or an aside."""
    pieces = split_owners(printed, voices.abbreviations)
    return all(
        voices.find(piece) is not None or re.fullmatch(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}", piece) is not None
        for piece in pieces
    ) and not any(character.isdigit() for character in printed)


def _doers(text: str, voices: Voices) -> list[str]:
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
    bare = re.sub(r"^[Tt]he ", "", printed)
    voice = voices.find(bare)
    return voice.shown if voice is not None and len(voice.shown) < len(bare) and voice.shown.isupper() else bare
