"""Reads of reports: what an owner's side said of its actions, and what it has not said aloud yet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from answerable.accounts.marked import seen_by
from answerable.actions.models import Action, ActionOwner, Report
from answerable.core.actions.reporting import speaks_for
from answerable.core.actions.steps import Owned, side_of
from answerable.core.clash import version
from answerable.core.permissions.roles import Role
from answerable.web.actor import Actor

State = Report.State


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """The reports that somebody may see: released ones of actions that they may see, and of their own side
    drafts and dropped ones too. An auditor reads all."""
    rows = seen_by(actor, Report.objects.filter(office=actor.office), "action")
    if Role.AUDITOR in actor.roles:
        return rows
    own = speaks_for(actor.roles)
    return rows.filter(Q(state=State.RELEASED) | Q(side=own)) if own else rows.filter(state=State.RELEASED)


def released(actions: Sequence[Action]) -> QuerySet[Report]:
    """What was reported on these actions, oldest first, with its files."""
    rows = Report.objects.filter(action__in=[one.pk for one in actions], state=State.RELEASED)
    return rows.prefetch_related("documents").order_by("released_on", "released_at", "pk")


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
