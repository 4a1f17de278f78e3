"""What has lapsed: actions and promises in one list, the oldest first, and how many there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.http import Http404

from answerable.actions.models import Action, Commitment
from answerable.actions.promises import is_lapsed_promise
from answerable.components import words
from answerable.core.batches import batches
from answerable.meetings.models import Forum
from answerable.web.address import Asked
from answerable.workspace.here import Here
from answerable.workspace.lapsed.evidence import Evidence, evidence_of
from answerable.workspace.standing import is_lapsed

ACTION, PROMISE = "action", "promise"
KINDS = {ACTION: "Actions", PROMISE: "Promises"}
CHUNK = 500  # rows read at a time for a download

HEAD = [
    "Kind", "Number", "What", "Who", "Given", "Forum", "Due", "Meetings searched", "From", "To", "Nearest",
    "Alike",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the page; what is None filters nothing."""

    kind: str | None
    forum: int | None


@dataclass(frozen=True, slots=True)
class Lapsed:
    """One of them, in the words that both kinds share."""

    kind: str
    row: Any
    evidence: Evidence | None
    today: dt.date

    @property
    def who(self) -> str:
        """Owners or speakers; "" where nobody is named."""
        if self.kind == ACTION:
            return str(self.row.owners_printed)
        return words.listed(self.row.by)

    @property
    def on(self) -> dt.date:
        day: dt.date = self.row.given if self.kind == ACTION else self.row.meeting.date
        return day

    @property
    def forum(self) -> Forum:
        """The one that should hear of it."""
        found: Forum = self.row.forum if self.kind == ACTION else self.row.meeting.forum
        return found

    @property
    def due_in_words(self) -> str:
        due = self.row.due
        if due is None:
            return "no date was named"
        late = words.age((self.today - due).days) if due < self.today else ""
        return f"due {words.date(due)}" + (f", {late} ago" if late else "")


def wanted(asked: Asked) -> Wanted:
    return Wanted(kind=asked.choice("kind", KINDS, "what to show"), forum=asked.number("forum", "a forum"))


def lapsed_actions(here: Here) -> QuerySet[Action]:
    return here.sees(Action.objects.filter(is_lapsed(here.today), office_id=here.office_id))


def lapsed_promises(here: Here) -> QuerySet[Commitment]:
    return here.sees(Commitment.objects.filter(is_lapsed_promise(here.today), office_id=here.office_id))


def in_order(here: Here, want: Wanted) -> QuerySet[Any, tuple[str, int, dt.date]]:
    """Kind, key and day of everything that has lapsed, the oldest first."""
    actions, promises = lapsed_actions(here), lapsed_promises(here)
    if want.forum:
        actions = actions.filter(forum_id=want.forum)
        promises = promises.filter(meeting__forum_id=want.forum)
    lists: list[QuerySet[Any, Any]] = []
    if want.kind != PROMISE:
        lists.append(_keys(actions, ACTION, "given"))
    if want.kind != ACTION:
        lists.append(_keys(promises, PROMISE, "meeting__date"))
    return lists[0].union(*lists[1:], all=True).order_by("day", "kind", "key")


def _keys(rows: QuerySet[Any], kind: str, day: str) -> QuerySet[Any, Any]:
    named = rows.order_by().annotate(kind=Value(kind, CharField()), key=F("pk"), day=F(day))
    return named.values_list("kind", "key", "day")


def read(here: Here, keys: Sequence[tuple[str, int, dt.date]]) -> list[Lapsed]:
    """The rows of these keys with their evidence, in their order. Two queries."""
    actions = lapsed_actions(here).select_related("meeting__forum", "forum", "silence__nearest")
    promises = lapsed_promises(here).select_related("meeting__forum", "silence__nearest")
    found: dict[tuple[str, int], Any] = {}
    for kind, rows in ((ACTION, actions), (PROMISE, promises)):
        asked = [key for one, key, _ in keys if one == kind]
        found |= {(kind, row.pk): row for row in rows.filter(pk__in=asked)}
    return [
        Lapsed(kind, found[kind, key], evidence_of(here, found[kind, key]), here.today)
        for kind, key, _ in keys
        if (kind, key) in found
    ]


def spreadsheet(here: Here, want: Wanted) -> Iterator[list[Any]]:
    """The rows of the download, as HEAD names them."""
    for some in batches(list(in_order(here, want)), CHUNK):
        for one in read(here, some):
            near = one.evidence.nearest if one.evidence else None
            silence = one.evidence.silence if one.evidence else None
            yield [
                KINDS[one.kind].removesuffix("s"), getattr(one.row, "number", ""), one.row.text, one.who,
                one.on, one.forum.name, one.row.due, silence.meetings if silence else "",
                silence.first if silence else "", silence.last if silence else "",
                near.text if near else "", round(silence.score or 0, 2) if silence and near else "",
            ]  # fmt: skip


def counted(here: Here) -> dict[str, int]:
    """How many of each kind have lapsed. Two queries."""
    return {ACTION: lapsed_actions(here).count(), PROMISE: lapsed_promises(here).count()}


def row_at(here: Here, kind: str, key: int) -> Action | Commitment:
    """An action or a promise, whether or not it has lapsed. Raises Http404."""
    related = ("meeting__forum", "silence__nearest")
    found: Action | Commitment | None
    if kind == ACTION:
        actions = Action.objects.filter(office_id=here.office_id, pk=key)
        found = here.sees(actions.select_related("forum", *related)).first()
    else:
        promises = Commitment.objects.filter(office_id=here.office_id, pk=key)
        found = here.sees(promises.select_related(*related)).first()
    if found is None:
        raise Http404(f"There is no such {kind}.")
    return found
