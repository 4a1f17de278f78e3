"""What the one who looks owes, what is owed to them, and the reports that wait for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from answerable.actions.models import Action, Report
from answerable.actions.reports import visible_reports
from answerable.core.actions.reporting import speaks_for
from answerable.core.permissions.table import Permission
from answerable.people.models import Post
from answerable.workspace.front.owed import Owed
from answerable.workspace.here import Here
from answerable.workspace.owed.queries import RUNNING, posts_of

MOST = 200  # reports that are looked at: a front page says no larger number
NAMED = 2  # reports that a sentence names


@dataclass(slots=True)
class Sum:
    """Open actions of some owners together; one with two of them counts for both."""

    open: int = 0
    overdue: int = 0
    before: int = 0

    @classmethod
    def of(cls, owners: Iterable[Owed]) -> Sum:
        some = list(owners)
        return cls(
            sum(one.open for one in some), sum(one.overdue for one in some), sum(one.before for one in some)
        )


@dataclass(slots=True)
class Mine:
    """What concerns one person: of their ``posts``, or of their whole ``side`` where they act for none."""

    side: str
    posts: list[Post]
    owe: Sum
    owed: Sum
    drafts: list[Report] = field(default_factory=list)
    refused: list[Report] = field(default_factory=list)
    to_answer: list[Report] = field(default_factory=list)
    orphans: list[Owed] = field(default_factory=list)


def mine_of(here: Here, owners: Sequence[Owed]) -> Mine | None:
    """None for somebody who speaks for no side. Two queries."""
    side = speaks_for(here.actor.roles)
    if side is None:
        return None
    posts = posts_of(here)
    keys = {one.pk for one in posts}
    own = [one for one in owners if (one.post and one.post.pk in keys if posts else one.side == side)]
    other = [one for one in owners if one.side == ("office" if side == "force" else "force")]
    found = Mine(side, posts, Sum.of(own), Sum.of(other))
    _sort_reports(found, _reports(here, side))
    if here.actor.may(Permission.FOLLOW_ACTIONS):
        found.orphans = [one for one in owners if _is_gone(one, here)]
    return found


def _is_gone(one: Owed, here: Here) -> bool:
    return one.post is not None and one.post.abolished_on is not None and one.post.abolished_on <= here.today


def _reports(here: Here, side: str) -> list[Report]:
    """Drafts of one's side, and what was reported on actions that still run, the oldest first. One query."""
    waits = Q(state=Report.State.DRAFT, side=side)
    waits |= Q(state=Report.State.RELEASED, answer=Report.Answer.NONE)
    waits |= Q(state=Report.State.RELEASED, answer=Report.Answer.REFUSED, side=side)
    rows = visible_reports(here.actor).filter(waits, action__state__in=RUNNING)
    rows = rows.select_related("action").defer("action__source", "action__owners_source")
    return list(rows.order_by("drafted_at", "pk")[:MOST])


def _sort_reports(found: Mine, reports: Sequence[Report]) -> None:
    newest = {(one.action_id, one.owner): one for one in reports if one.side == found.side}
    for one in reports:
        if one.side != found.side:
            found.to_answer.append(one)
        elif one.state == Report.State.DRAFT:
            found.drafts.append(one)
        elif _is_refused(one) and newest[one.action_id, one.owner] is one:
            found.refused.append(one)


def _is_refused(one: Report) -> bool:
    return one.answer == Report.Answer.REFUSED and one.action.state == Action.State.OPEN
