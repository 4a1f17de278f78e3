"""Reads of reports: what an owner's side said of its actions, and what it has not said aloud yet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import OuterRef, Q, QuerySet, Subquery

from answerable.accounts.marked import seen_by
from answerable.actions.models import Action, ActionOwner, Report
from answerable.core.actions.reporting import speaks_for
from answerable.core.actions.steps import Owned, side_of
from answerable.core.clash import version
from answerable.core.permissions.roles import Role
from answerable.web.actor import Actor

State = Report.State

REPORTED_LAST = ("text", "done", "owner", "released_on")
"""What a list of actions shows of the last report."""


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """The reports that somebody may see: released ones of actions that they may see, and of their own side
    drafts and dropped ones too. An auditor reads all."""
    rows = seen_by(actor, Report.objects.filter(office=actor.office), "action")
    if Role.AUDITOR in actor.roles:
        return rows
    own = speaks_for(actor.roles)
    return rows.filter(Q(state=State.RELEASED) | Q(side=own)) if own else rows.filter(state=State.RELEASED)


def released(actions: Sequence[Action], *, files: bool = False) -> dict[int, list[Report]]:
    """What was reported on these actions, by the action, oldest first. One query, two with its ``files``.

    For whoever may see the actions: what was released goes with them.
    """
    rows = Report.objects.filter(action__in=[one.pk for one in actions], state=State.RELEASED)
    rows = rows.prefetch_related("documents") if files else rows
    found: dict[int, list[Report]] = {}
    for one in rows.order_by("released_on", "released_at", "pk"):
        found.setdefault(one.action_id, []).append(one)
    return found


def with_last_report(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The actions each with what was reported last, for ``last_report``: no query more."""
    last = Report.objects.filter(action=OuterRef("pk"), state=State.RELEASED)
    last = last.order_by("-released_on", "-released_at", "-pk")
    return actions.annotate(
        **{f"reported_{name}": Subquery(last.values(name)[:1]) for name in REPORTED_LAST}
    )  # fmt: skip


def last_report(action: Action) -> list[Report]:
    """The report that came with an action of ``with_last_report``; none where there is none."""
    values = {name: getattr(action, f"reported_{name}", None) for name in REPORTED_LAST}
    return [Report(action_id=action.pk, state=State.RELEASED, **values)] if values["text"] else []


def owned_by(action: Action) -> Owned:
    """Whose an action is. One query, none where the owners' posts are prefetched."""
    return side_of(owner.post.side if owner.post else None for owner in action.owners.all())


def owners_of(action: Action, side: str) -> list[ActionOwner]:
    """The owners for which a side reports: its own, and for the office those that are nobody's of the two."""
    owners = list(action.owners.all())
    own = [one for one in owners if one.post and one.post.side == side]
    if own or side != "office":
        return own
    return [one for one in owners if not one.post or one.post.side == "body"]


def report_version(report: Report | None) -> str:
    """Of a draft as its form shows it; of none where there is none yet."""
    if report is None:
        return version(None)
    files = sorted(one.pk for one in report.documents.all())
    return version(report.pk, report.state, report.text, report.done, report.done_on, files)
