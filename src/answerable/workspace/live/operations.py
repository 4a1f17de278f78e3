"""What is said of earlier actions at a meeting: all that a form says, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item
from answerable.minuting.models import Line
from answerable.minuting.operations import read_again, write_line, write_lines
from answerable.minuting.operations.lines import writable
from answerable.workspace.live.queries import lines_about, lines_version


class SaidOf(NamedTuple):
    """What is said of one earlier action; ``was`` is what the form showed before it was typed over."""

    action: Action
    text: str
    status: str
    was: str = ""


@transaction.atomic
def report_on_actions(
    *, item: Item, reports: Sequence[SaidOf], seen: str | None = None, by: User, at: datetime
) -> int:
    """Put down what is said of earlier actions, a line to each; how many changed. Raises Clash, Refusal.

    ``seen`` is the version of all the lines that the form showed.
    """
    meeting = writable(item.meeting)
    held = lines_about(meeting, [one.action.pk for one in reports])
    now = lines_version(held)
    if seen and seen != now:
        choices = [_choice(one, held[one.action.pk]) for one in reports if _clashes(one, held)]
        if choices:
            raise Clash("what is said of these actions", choices, version=now)
    changed = [one for one in reports if _write(item, one, held.get(one.action.pk), by, at)]
    if not changed:
        raise Refusal("Nothing was changed: type what was said of an action.")
    read_again(meeting=meeting, by=by, at=at)
    audit.record(
        by=by, at=at, operation="live.report_on_actions", office_id=meeting.office_id,
        about=[meeting, *(one.action for one in changed)],
        summary=f"Put down what was said of {len(changed)} earlier actions at {meeting}.",
    )  # fmt: skip
    return len(changed)


def _clashes(said: SaidOf, held: Mapping[int, Line]) -> bool:
    """Both changed it, and not to the same words."""
    line = held.get(said.action.pk)
    return line is not None and line.text not in (said.was, said.text) and said.text != said.was


def _choice(said: SaidOf, line: Line) -> Choice:
    name = f"said-{said.action.pk}"
    return Choice(name, f"What is said of {said.action.number}", line.text, said.text, said.was, shape="long")


def _write(item: Item, said: SaidOf, line: Line | None, by: User, at: datetime) -> bool:
    """Write the line about one action; whether anything changed."""
    if not said.text or (line is not None and said.text == said.was and said.status == line.status):
        return False
    values = {"text": said.text, "status": said.status}
    if line is None:
        write_lines(item=item, texts=[said.text], about=said.action, status=said.status, by=by, at=at)
    elif all(getattr(line, name) == value for name, value in values.items()):
        return False
    else:
        write_line(line=line, values=values, by=by, at=at)
    return True
