"""Minutes whose table has a column of tasks: each paragraph of it is an action, the cells beside it say who
and by when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.core.minutes import markers
from answerable.core.minutes.details import Details, without_details
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.prose import Prose
from answerable.core.minutes.titles import NOTHING

_NO_TASK = re.compile(
    r"[-–—.]+|(?:[\w’']+ ){0,6}(?:noted|agreed|approved|received|discussed|endorsed|closed|ongoing|complete)"
    r"(?: by [\w ]{1,30})?[.\s]*",
    re.I,
)
"""What stands in such a cell where nobody was given anything to do."""


def read_action_cells(
    actions: Sequence[Paragraph], dues: Sequence[Paragraph], book: Notebook, prose: Prose, details: Details
) -> None:
    """Write down the action cell and the due cell of one row."""
    before = len(book.actions)
    for one in actions:
        book.paragraph += 1
        if not details.take(one):
            _cell(one, book, prose)
    found = book.actions[before:]
    for at, one in enumerate(dues):
        book.paragraph += 1
        book.unit(one.whole, one.words, "note", one).alone = True
        for action in found[at : at + 1] if len(dues) == len(found) else found:
            action.due = one.whole


def _cell(one: Paragraph, book: Notebook, prose: Prose) -> None:
    words = one.words
    if not words or markers.says_none(words) or NOTHING.fullmatch(words) or _NO_TASK.fullmatch(words):
        book.unit(one.whole, one.whole.text, "note", one)
        return
    if markers.decision_mark(words):
        prose.decision(one)
        return
    mark = markers.action_mark(words)
    text = one.text.cut(mark.length) if mark else one.text
    if not text:
        book.unit(one.whole, one.whole.text, "note", one)
        return
    label = one.marker.label if one.marker is not None else ""
    unit = book.unit(one.whole, words, "action", one)
    action = book.action(
        unit,
        text,
        one,
        label=mark.label if mark else None,
        number=int(label) if label.isdigit() else None,
        named=mark.owner if mark else None,
    )
    without_details(action, book)
