"""Reads for the steps in an action's life: how it stands, and the version that a form was made from."""

from __future__ import annotations

from answerable.actions.models import Action, Report
from answerable.actions.reports import owned_by
from answerable.core.actions.dates import Standing
from answerable.core.actions.steps import Facts
from answerable.core.clash import version


def facts_of(action: Action, standing: Standing) -> Facts:
    """What the table of steps asks of an action. One query where its owners are prefetched."""
    waiting = action.reports.filter(state=Report.State.RELEASED, answer=Report.Answer.NONE)
    return Facts(
        state=action.state,  # type: ignore[arg-type]  # the same four words
        owned=owned_by(action),
        reports=waiting.count(),
        elsewhere=action.forum_id != action.meeting.forum_id,
        dates=len(standing.dates),
        waits=bool(standing.waits_for),
        draft=action.draft,
    )


def action_version(action: Action) -> str:
    """Of an action as its steps find it: state, dates, forum, and the last step or report."""
    last = action.steps.order_by("-pk").values_list("pk", flat=True).first()
    report = (
        action.reports.exclude(state=Report.State.DRAFT)
        .order_by("-pk")
        .values_list("pk", "state", "answer")
        .first()
    )
    return version(action.state, action.due, action.forum_id, action.waits_for, last, report)
