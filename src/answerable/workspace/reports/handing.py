"""What is handed over with a post, as its reader may see it: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.http import Http404
from django.urls import reverse

from answerable.actions.models import Action, AwaitedEvent, Commitment, Report, Revisit
from answerable.actions.promises import is_live
from answerable.actions.queries import counting_updates
from answerable.components import words
from answerable.components.words import as_name
from answerable.core.reports.handover import Handover, Held, Line, Owed, Part
from answerable.people.models import Post, Tenure
from answerable.plans.models import PlanItem, Recommendation
from answerable.workspace.agenda.reader import Reader
from answerable.workspace.promises.filters import said_by
from answerable.workspace.standing import standing

MOST = 500  # of a kind: no post owes as many
SHORT = 300  # letters of something that is told in one line


def post_at(reader: Reader, key: int) -> Post:
    """Raises Http404."""
    found = Post.objects.filter(office_id=reader.here.office_id, pk=key).first()
    if found is None:
        raise Http404("There is no such post.")
    return found


def handover_of(reader: Reader, post: Post) -> Handover:
    """The note. Nine queries."""
    actions = _actions(reader, post)
    keys = [one.pk for one in actions]
    return Handover(
        post=as_name(post.title),
        today=reader.here.today,
        holders=_holders(post),
        actions=[_owed(reader, one) for one in actions],
        parts=[
            Part("Reports that wait", _reports(reader, keys), "No report waits for an answer."),
            Part("Promises", _promises(reader, post), "No promise of this post is open."),
            Part("To come back to a meeting", _revisits(reader, keys), "Nothing is to come back."),
            Part("Waited for", _awaited(reader, keys), "Nothing that it owes hangs on an event."),
            Part("Recommendations", _recommendations(post), "No recommendation is this post’s."),
            Part("Parts of plans", _plan_items(post), "No part of a plan is this post’s."),
        ],
        left_out=reader.left_out,
    )


def _actions(reader: Reader, post: Post) -> list[Any]:
    """What the post owes, what fell due first, first; with the last thing that a meeting said."""
    rows = Action.objects.filter(office_id=reader.here.office_id, owners__post=post, draft=False)
    rows = rows.filter(state__in=[Action.State.OPEN, Action.State.REPORTED]).distinct()
    last = reader.sees(counting_updates().filter(action=OuterRef("pk"))).order_by("-meeting__date", "-pk")
    told = reader.sees(rows).annotate(
        said=Subquery(last.values("text")[:1]), said_on=Subquery(last.values("meeting__date")[:1])
    )
    found = list(told.select_related("forum").order_by("due", "given", "pk")[:MOST])
    reader.shows(*found)
    return sorted(found, key=lambda one: (one.due is None, one.due or one.given))


def _owed(reader: Reader, one: Any) -> Owed:
    stands = standing(one, reader.here.today)
    return Owed(
        key=one.pk, number=one.number or "", text=one.text, forum=one.forum.name, given=one.given,
        first_due=one.first_due, due=one.due,
        stands=f"{stands.word}, {stands.detail}" if stands.detail else stands.word,
        said=one.said or "", said_on=one.said_on, restricted=one.restricted,
    )  # fmt: skip


def _holders(post: Post) -> list[Held]:
    rows = Tenure.objects.filter(post=post).select_related("person").order_by("-start", "-pk")[:MOST]
    return [Held(one.person.name, one.start, one.end, one.acting) for one in rows]


def _reports(reader: Reader, keys: Sequence[int]) -> list[Line]:
    rows = Report.objects.filter(action__in=keys, state=Report.State.RELEASED, answer=Report.Answer.NONE)
    found = list(reader.sees(reader.sees(rows), "action").select_related("action").order_by("released_on"))
    reader.shows(*found)
    return [
        Line(
            one.text[:SHORT], f"{one.action.number}, released {words.date(one.released_on)}",
            reverse("action", args=[one.action_id]), one.restricted,
        )
        for one in found
    ]  # fmt: skip


def _promises(reader: Reader, post: Post) -> list[Line]:
    """Open promises that name the post as minutes do: by its short form or its title."""
    names = {name for name in (post.abbreviation, post.title, as_name(post.title)) if name}
    said = Q()
    for name in names:
        said |= said_by(name)
    rows = Commitment.objects.filter(is_live(), office_id=reader.here.office_id)
    rows = reader.sees(rows).annotate(printed_by=Cast("by", TextField())).filter(said)
    found = list(rows.select_related("meeting__forum").order_by("due", "meeting__date", "pk")[:MOST])
    reader.shows(*found)
    return [_promise(one) for one in found]


def _promise(one: Commitment) -> Line:
    due = f"by {words.date(one.due)}" if one.due else "no date"
    where = f"{one.meeting.forum.name}, {words.date(one.meeting.date)}"
    return Line(
        one.text[:SHORT], f"{due}; {where}", reverse("source", args=["promise", one.pk]), one.restricted
    )


def _revisits(reader: Reader, keys: Sequence[int]) -> list[Line]:
    rows: QuerySet[Revisit] = Revisit.objects.filter(
        Q(action__in=keys) | Q(item__actions__in=keys),
        state__in=[Revisit.State.WAITING, Revisit.State.PLANNED],
    ).distinct()
    found = list(reader.sees(rows).select_related("meeting").order_by("due", "pk")[:MOST])
    reader.shows(*found)
    return [
        Line(
            one.text[:SHORT], f"from {words.date(one.due)}" if one.due else "no date",
            reverse("meeting", args=[one.meeting_id]), one.restricted,
        )
        for one in found
    ]  # fmt: skip


def _awaited(reader: Reader, keys: Sequence[int]) -> list[Line]:
    rows = AwaitedEvent.objects.filter(action__in=keys, recorded_at=None)
    found = list(reader.sees(rows).select_related("action").order_by("since", "pk")[:MOST])
    reader.shows(*found)
    return [
        Line(
            one.text[:SHORT], f"{one.action.number} hangs on it" if one.action else "",
            reverse("action", args=[one.action_id]), one.restricted,
        )
        for one in found
    ]  # fmt: skip


def _recommendations(post: Post) -> list[Line]:
    rows = Recommendation.objects.filter(post=post, state__in=["open", "done"]).select_related("inspection")
    return [
        Line(
            one.text[:SHORT], f"{one.get_kind_display()} {one.number}, {one.inspection.title}",
            reverse("recommendation", args=[one.pk]),
        )
        for one in rows.order_by("due", "pk")[:MOST]
    ]  # fmt: skip


def _plan_items(post: Post) -> list[Line]:
    rows = PlanItem.objects.filter(post=post).exclude(state__in=["done", "dropped"]).select_related("plan")
    return [
        Line(
            f"{one.number} {one.text}"[:SHORT],
            f"{one.plan.name}{f', due {words.date(one.due)}' if one.due else ''}",
            f"/plans/parts/{one.pk}/",
        )
        for one in rows.order_by("due", "pk")[:MOST]
    ]  # fmt: skip
