"""Rows as mentions: what minutes, reports and steps say of actions, in the words of ``core.actions``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from django.db.models import Q

from answerable.actions.models import ActionStep, Report
from answerable.core.actions.mentions import Mention, MentionKind
from answerable.offices.models import Office


@dataclass(frozen=True, slots=True)
class Announced:
    """What an office announced of actions without any date: due so many ``days`` later, from ``since`` on."""

    days: int | None = None
    since: date | None = None

    def due(self, given: date) -> date | None:
        """The day that an action given on a day is due by, if nothing else was said."""
        if self.days is None or (self.since is not None and given < self.since):
            return None
        return given + timedelta(days=self.days)


def announced_by(office: Office) -> Announced:
    """What an office that is at hand announced."""
    return Announced(office.undated_due_days, office.undated_due_from)


def announced(office_id: int) -> Announced:
    """One query."""
    row = Office.objects.filter(pk=office_id).values_list("undated_due_days", "undated_due_from").first()
    return Announced(*row) if row else Announced()


def giving(
    given: date, forum: int, dues: Iterable[tuple[date | None, str]], rule: Announced, text: str = ""
) -> Mention:
    """The mention by which an action begins, from its dues: a day, or none, and the words.

    Without any due the office's announced one stands.
    """
    dues = list(dues)
    days = tuple(sorted({day for day, _ in dues if day is not None}))
    waits = "; ".join(words for day, words in dues if day is None)
    if not dues:
        default = rule.due(given)
        days = (default,) if default else ()
    return Mention(given, "given", forum, text, days, waits_for=waits)


def of_report(report: Report) -> Mention:
    """A released report; one that says that the work goes on leaves the state as it is."""
    return Mention(
        cast(date, report.released_on), "reported" if report.done else "progress", None, report.text,
        done_on=report.done_on, owner=report.owner, at=report.released_at,
    )  # fmt: skip


def of_step(step: ActionStep) -> Mention:
    """A step that a person took. A refused report's owner has to report again, the others have not."""
    return Mention(
        step.on, cast(MentionKind, step.kind), None, step.reason,
        dues=tuple(sorted(date.fromisoformat(day) for day in step.dues)),
        to_forum=step.forum_id, waits_for=step.due_text if step.kind == "moved" else "", cause=step.cause,
        owner=step.report.owner if step.kind == "refused" and step.report else "", at=step.at,
    )  # fmt: skip


def went_into(steps: Sequence[ActionStep], day: date) -> int | None:
    """The action that goes on in the place of one with these steps, for what is said of it on ``day``."""
    into = None
    for step in steps:
        if step.on < day and step.kind in ("merged", "reopened"):
            into = step.other_id if step.kind == "merged" else None
    return into


def steps_of(keys: Sequence[int], related: Sequence[str] = ("report",)) -> Mapping[int, list[ActionStep]]:
    """The steps of these actions and of those that were merged into them, in order. One query."""
    joined = ActionStep.objects.filter(action_id__in=keys, kind=ActionStep.Kind.JOINED)
    others = joined.exclude(other=None).order_by().values("other_id")
    found: dict[int, list[ActionStep]] = defaultdict(list)
    rows = ActionStep.objects.filter(Q(action_id__in=keys) | Q(action_id__in=others))
    for step in rows.select_related(*related).order_by("on", "at", "pk"):
        found[step.action_id].append(step)
    return found


def released(keys: Sequence[int]) -> Mapping[int, list[Report]]:
    """The released reports on these actions, in order. One query."""
    found: dict[int, list[Report]] = defaultdict(list)
    rows = Report.objects.filter(action_id__in=keys, state=Report.State.RELEASED)
    for report in rows.order_by("released_on", "released_at", "pk"):
        found[report.action_id].append(report)
    return found
