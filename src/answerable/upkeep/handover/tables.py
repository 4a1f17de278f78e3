"""Which tables an office's record is in, which of their rows are its own, and what is left behind and why."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q

LEFT: Mapping[str, str] = {
    "accounts.Session": "who is signed in just now",
    "accounts.SentForm": "forms that were sent in the last days",
    "accounts.Tries": "attempts at signing in",
    "accounts.Cached": "what a page keeps for a while",
    "mail.Message": "letters that were sent to people: what they told of is in the record",
    "mail.Wish": "what each person wants to be told by mail",
    "meetings.PlanFeed": "secret addresses of calendars",
    "intake.Upload": "files on their way in",
    "intake.UploadedFile": "files on their way in",
    "reminders.Reminded": "on which days reminders went out",
    "upkeep.WorkerSeen": "when a background worker was last seen",
    "publishing.HighestSeen": "this machine's clock",
    "audit.Event": "the trail is handed over as its own file, which can be checked alone",
    "audit.Head": "the trail is handed over as its own file, which can be checked alone",
}
"""What is not handed over, and why. A test holds that every table is here or handed over."""

ELSEWHERE = ("published",)  # slices whose tables are told anew from the record

PLAIN_KEYS: Mapping[tuple[str, str], str] = {
    ("search.SearchRow", "meeting_id"): "meetings.Meeting",
    ("search.SearchRow", "forum_id"): "meetings.Forum",
    ("search.SearchRow", "object_id"): "kind",
    ("publishing.Address", "about"): "kind",
}
"""Columns that hold the key of a row of another table as a plain number: that table, or "kind" where the
row's own kind names it."""

KINDS: Mapping[str, str] = {
    "meeting": "meetings.Meeting",
    "item": "meetings.Item",
    "entry": "meetings.Entry",
    "exchange": "meetings.Exchange",
    "action": "actions.Action",
    "update": "actions.ActionUpdate",
    "commitment": "actions.Commitment",
    "promise": "actions.Commitment",
    "topic": "topics.Topic",
    "measure": "measures.Measure",
    "person": "people.Person",
    "post": "people.Post",
    "document": "documents.Document",
    "forum": "meetings.Forum",
    "agenda": "meetings.Meeting",
    "file": "papers.BriefingNote",
    "decision": "publishing.DecisionRecord",
}
"""The table that a kind names, in search rows and addresses."""

Model = type[models.Model]

OURS = "office"
"""The side whose command this is. What the other one keeps for itself is not handed over by it."""

THEIRS: Mapping[str, Q] = {
    "actions.Report": ~Q(side=OURS) & ~Q(state="released"),
    "actions.ReportDocument": ~Q(report__side=OURS) & ~Q(report__state="released"),
}
"""Rows that stay behind: drafts of the force, which nobody of the office has read."""


def handed_over() -> list[Model]:
    """The tables of an office's record, by their names."""
    ours = [one for one in apps.get_models() if one._meta.app_label in settings.SLICES]
    kept = [one for one in ours if one._meta.label not in LEFT and one._meta.app_label not in ELSEWHERE]
    return sorted(kept, key=lambda one: one._meta.label_lower)


def way_to_office(model: Model) -> str | None:
    """How a row's office is found, as a filter says it: "meeting__office"; "pk" of the office itself.

    The shortest way along keys that are never empty, else along any; None where no key leads there.
    """
    label = "offices.Office"
    if model._meta.label == label:
        return "pk"
    return _way(model, label, sure=True) or _way(model, label, sure=False)


def _way(model: Model, label: str, *, sure: bool) -> str | None:
    ahead: deque[tuple[Model, tuple[str, ...]]] = deque([(model, ())])
    seen = {model}
    while ahead:
        at, path = ahead.popleft()
        for key in keys_of(at):
            to = key.related_model
            if to._meta.label == label:
                return "__".join((*path, key.name))
            if to not in seen and to._meta.label != "accounts.User" and not (sure and key.null):
                seen.add(to)
                ahead.append((to, (*path, key.name)))
    return None


def keys_of(model: Model) -> list[Any]:
    """The columns of a table that are keys of other rows."""
    return [one for one in model._meta.concrete_fields if one.is_relation]


def rows_of(model: Model, office: int, users: Iterable[int]) -> models.QuerySet[Any]:
    """The rows of a table that an office may hand over, in the order of their keys.

    ``users``: the accounts that its other rows name.
    """
    if model._meta.label == "accounts.User":
        return model._default_manager.filter(pk__in=list(users)).order_by("pk")
    way = way_to_office(model)
    if way is None:
        return model._default_manager.none()
    rows = model._default_manager.filter(**{way: office})
    theirs = THEIRS.get(model._meta.label)
    return (rows if theirs is None else rows.exclude(theirs)).order_by("pk")
