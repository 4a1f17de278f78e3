"""What the house layout shows once more: owners in their column, all actions in a table at the end."""

from __future__ import annotations

from dataclasses import replace

from answerable.core.minutes.printing.comparing import bare
from answerable.core.minutes.printing.layout import Choices
from answerable.core.minutes.printing.paper import Paper
from answerable.core.minutes.printing.settling import Attempt, attempt
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.record import Action, MeetingRecord

Row = tuple[str, str, str, str]


def furnished(paper: Paper, style: Style, made: Attempt) -> Attempt:
    """The same print with what the layout shows besides, as far as it is read as the same record."""
    if not made.record["actions"]:
        return made
    if style.layout == "table":
        rows = [_row(made.record, one) for one in made.record["actions"]]
        dateless = [(item, action, owner, "") for item, action, owner, _ in rows]
        tried = [replace(made.choices, rows=rows), replace(made.choices, rows=dateless)]
    elif style.layout == "column":
        tried = [replace(made.choices, columns=_columns(made, made.choices))]
    else:
        return made
    for choices in tried:
        richer = attempt(paper, style, choices)
        if bare(richer.record) == bare(made.record) and _alike(paper, style, choices, made.record):
            return richer
    return made


def _alike(paper: Paper, style: Style, choices: Choices, record: MeetingRecord) -> bool:
    return bare(attempt(paper, style, choices, headings=False).record) == bare(record)


def _columns(made: Attempt, choices: Choices) -> dict[int, list[str]]:
    """Owners by group; those behind an arrow stand there already."""
    columns = {at: list(owners) for at, owners in choices.columns.items()}
    for action in made.record["actions"]:
        at = made.blame.entries[action["entry"]]
        if at is not None and at not in choices.columns and at not in choices.pointed and action["owners"]:
            columns.setdefault(at, []).append("/".join(action["owners"]))
    return columns


def _row(record: MeetingRecord, action: Action) -> Row:
    item = record["items"][action["item"]] if action["item"] is not None else None
    due = "; ".join(one["text"] for one in action["due"])
    return (item["number"] or "" if item else "", action["text"], "/".join(action["owners"]), due)
