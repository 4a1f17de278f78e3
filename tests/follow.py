"""Following through, row by row: reports, steps, what is waited for, plans and what hangs on them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep, AwaitedEvent, Report, Revisit
from answerable.mail.models import Message
from answerable.meetings.models import Entry, Forum
from answerable.people.models import ActsFor, Post
from answerable.plans.models import Funding, Inspection, Plan, PlanItem, Recommendation
from tests import factories as make


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def report(action: Action, text: str = "It is written and shared.", **fields: Any) -> Report:
    """A report that was released; ``state="draft"`` for one that was not."""
    released = fields.get("state", "released") == "released"
    values: dict[str, Any] = {
        "side": "force", "state": "released", "drafted_at": make.NOW, "drafted_by": make.user(), **fields,
    }  # fmt: skip
    if released:
        values |= {"released_at": make.NOW, "released_by": make.user()}
        values.setdefault("released_on", make.NOW.date())
    return Report.objects.create(office=action.office, action=action, text=text, **values)


def step(action: Action, kind: str, on: str, **fields: Any) -> ActionStep:
    return ActionStep.objects.create(
        office=action.office, action=action, kind=kind, on=day(on), at=make.NOW, by=make.user(), **fields
    )


def awaited(forum: Forum, text: str = "The outcome of the investigation", **fields: Any) -> AwaitedEvent:
    values = {"since": make.NOW.date(), "made_at": make.NOW, "made_by": make.user(), **fields}
    return AwaitedEvent.objects.create(office=forum.office, forum=forum, text=text, **values)


def revisit(entry: Entry, due: str | None = "2019-09-01", **fields: Any) -> Revisit:
    meeting = entry.meeting
    return Revisit.objects.create(
        office=meeting.office, forum=meeting.forum, meeting=meeting, item=entry.item, entry=entry,
        text=entry.text, due=day(due), source=entry.source, **fields,
    )  # fmt: skip


def acts_for(user: User, post: Post) -> ActsFor:
    return ActsFor.objects.create(user=user, post=post)


def plan(name: str = "Police and Crime Plan 2017 to 2021", **fields: Any) -> Plan:
    kind = fields.pop("kind", "police-and-crime")
    return Plan.objects.create(office=make.office(), name=name, kind=kind, **fields)


def part(of: Plan, number: str = "1", text: str = "Answer the public sooner", **fields: Any) -> PlanItem:
    values = {"kind": "objective", "position": of.items.count(), **fields}
    return PlanItem.objects.create(plan=of, number=number, text=text, **values)


def inspection(title: str = "Answering calls", published: str = "2019-03-01", **fields: Any) -> Inspection:
    return Inspection.objects.create(office=make.office(), title=title, published=day(published), **fields)


def recommendation(
    of: Inspection, number: str = "1", text: str = "By June, answer sooner.", **fields: Any
) -> Recommendation:
    values = {"kind": "recommendation", "position": of.recommendations.count(), **fields}
    return Recommendation.objects.create(inspection=of, number=number, text=text, **values)


def funding(title: str = "Two call handlers", **fields: Any) -> Funding:
    values: dict[str, Any] = {
        "kind": "post", "recipient": "Wyvern Valley Police", "purpose": "Shorter waits on 101",
        "pence": 62_000_00, "start": day("2018-04-01"), "end": day("2020-03-31"), **fields,
    }  # fmt: skip
    return Funding.objects.create(office=make.office(), title=title, **values)


def message(user: User, subject: str = "What is due before the meeting", **fields: Any) -> Message:
    values: dict[str, Any] = {
        "kind": "digest", "key": f"{user.pk}:{subject}", "text": subject, "html": f"<p>{subject}</p>",
        **fields,
    }  # fmt: skip
    return Message.objects.create(
        office=make.office(), user=user, to=user.email, subject=subject, made_at=make.NOW, next_try=make.NOW,
        **values,
    )  # fmt: skip
