"""What the record holds under the items where a topic is spoken of: the same columns of rows of every kind.

One statement for what was said, one for what was said of actions later: a page's queries are as many
whatever a topic has.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Substr

from answerable.actions.models import Action, ActionStep, Commitment, Report, Revisit
from answerable.actions.queries import counting_updates
from answerable.meetings.models import Exchange, Figure
from answerable.minuting.models import Assurance
from answerable.workspace.here import Here

LONGEST = 500  # letters of a text: the page shows fewer, the minutes have the rest
NONE: Any = Value(None)
EMPTY = Value("", TextField())


@dataclass(frozen=True, slots=True)
class Said:
    """A row under an item. ``text`` and ``more`` are the question and its answer, or what a figure measures.

    ``by`` and ``to`` are posts as printed: who asked and who answered. ``tag`` is the stance, state or
    judgement; ``entries`` the positions of its lines in the minutes.
    """

    kind: str
    key: int
    meeting: int
    on: dt.date
    forum: str
    item: int
    item_position: int
    heading: str | None
    entries: tuple[int, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    text: str
    more: str
    tag: str
    due: dt.date | None
    restricted: bool


@dataclass(frozen=True, slots=True)
class Later:
    """What was said of an action: at a meeting (``meeting``), by its owner's side, or in a step."""

    kind: str
    key: int
    action: int
    on: dt.date
    meeting: int | None
    forum: str
    text: str
    tag: str
    restricted: bool


def said_under(here: Here, items: QuerySet[Any]) -> list[Said]:
    """Questions, promises, figures, revisits and judgements under these items. One query."""
    of_entry = {"heading": F("entry__heading"), "entries": Cast("entry__position", TextField())}
    judged = Assurance.objects.filter(replaced_at=None)
    rows = [
        _under(
            here, "question", Exchange.objects.all(), items, heading=F("heading"), entries=_text("entries"),
            by=_text("asked_by"), to=_text("answered_by"), said=F("question"), more=F("response"),
            tag=Coalesce("stance", EMPTY),
        ),
        _under(here, "promise", Commitment.objects.all(), items, **of_entry, by=_text("by"), said=F("text"),
               tag=Cast("standing", TextField()), due=F("due")),
        _under(here, "figure", Figure.objects.all(), items, said=F("text"), more=F("measure")),
        _under(here, "revisit", Revisit.objects.all(), items, **of_entry, said=F("text"), more=F("question"),
               tag=Cast("state", TextField()), due=F("due")),
        _under(here, "judged", judged, items, said=F("evidence"), more=Cast("basis", TextField()),
               tag=Cast("judgement", TextField())),
    ]  # fmt: skip
    return [_said(row) for row in rows[0].union(*rows[1:], all=True)]


def _under(here: Here, kind: str, rows: QuerySet[Any], items: QuerySet[Any], **given: Any) -> QuerySet[Any]:
    columns = {"heading": _null(TextField()), "entries": _null(TextField()), "by": EMPTY, "to": EMPTY,
               "more": EMPTY, "tag": EMPTY, "due": _null(models.DateField()), **given}  # fmt: skip
    columns = {
        "kind": Value(kind, TextField()), "key": F("pk"), "of": F("meeting_id"), "on": F("meeting__date"),
        "forum": F("meeting__forum__name"), "under": F("item_id"), "at": F("item__position"),
        "heading": columns["heading"], "entries": columns["entries"], "by": columns["by"],
        "to": columns["to"], "said": Substr(columns["said"], 1, LONGEST),
        "more": Substr(columns["more"], 1, LONGEST), "tag": columns["tag"], "due": columns["due"],
        "closed": F("restricted"),
    }  # fmt: skip
    named = {f"x_{name}": column for name, column in columns.items()}
    return here.sees(rows.filter(item__in=items)).order_by().annotate(**named).values_list(*named)


def _text(column: str) -> Cast:
    return Cast(column, TextField())


def _null(field: models.Field[Any, Any]) -> Cast:
    return Cast(NONE, field)


def _said(row: Sequence[Any]) -> Said:
    entries, by, to, text, more, tag, due, restricted = row[-8:]
    kind, key, meeting, on, forum, item, position, heading = row[:-8]
    held = json.loads(entries) if entries else []
    places = tuple(held) if isinstance(held, list) else (held,)
    return Said(
        kind, key, meeting, on, forum, item, position, heading, places, _names(by), _names(to), text, more,
        tag, due, bool(restricted),
    )  # fmt: skip


def _names(column: str) -> tuple[str, ...]:
    return tuple(json.loads(column)) if column else ()


def actions_under(here: Here, items: QuerySet[Any]) -> list[Action]:
    """The actions given under these items, those of minutes that are still written left out. One query."""
    rows = here.sees(Action.objects.filter(item__in=items, draft=False))
    return list(
        rows.select_related("meeting__forum", "item", "entry").defer(
            "source", "owners_source", "item__source", "entry__source", "entry__text", "meeting__source"
        )
    )


def said_later(here: Here, items: QuerySet[Any]) -> list[Later]:
    """What meetings, reports and steps said of the actions given under these items. One query."""
    at_meetings = counting_updates().filter(action__item__in=items)
    told = Report.objects.filter(action__item__in=items, state=Report.State.RELEASED)
    steps = ActionStep.objects.filter(action__item__in=items)
    rows = [
        _later(here, "update", at_meetings, on=F("meeting__date"), of=F("meeting_id"),
               forum=F("meeting__forum__name"), text=F("text"), tag=Cast("status", TextField())),
        _later(here, "report", told, on=F("released_on"), text=F("text"), tag=Cast("side", TextField())),
        _later(here, "step", steps, on=F("on"), text=F("reason"), tag=Cast("kind", TextField())),
    ]  # fmt: skip
    return [Later(*row) for row in rows[0].union(*rows[1:], all=True)]


def _later(here: Here, kind: str, rows: QuerySet[Any], **given: Any) -> QuerySet[Any]:
    none, nowhere = _null(models.BigIntegerField()), Cast(EMPTY, models.CharField(max_length=200))
    columns = {
        "kind": Value(kind, TextField()), "key": F("pk"), "about": F("action_id"), "on": given["on"],
        "of": given.get("of", none), "forum": given.get("forum", nowhere),
        "text": Substr(given["text"], 1, LONGEST), "tag": given["tag"], "closed": F("restricted"),
    }  # fmt: skip
    named = {f"x_{name}": column for name, column in columns.items()}
    return here.sees(here.sees(rows), "action").order_by().annotate(**named).values_list(*named)
