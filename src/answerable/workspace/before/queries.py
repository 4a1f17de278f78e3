"""Earlier exchanges like a text, with what came of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.actions.models import Action, Commitment
from answerable.core.permissions.markings import Marking
from answerable.core.subjects.before import Asked, alike, search_text
from answerable.core.subjects.thread import Event, in_order, joins
from answerable.meetings.models import Exchange
from answerable.people.models import Post
from answerable.search.queries import Filters, Hit, search
from answerable.workspace.here import Here
from answerable.workspace.standing import Standing, standing

MOST_HITS = 60  # lines and items that are looked at: each query reads so many rows and no more
MOST_SHOWN = 8
LAST = 1_000_000  # the place of what stands in no line
_NO_DAY = dt.date.min


@dataclass(frozen=True, slots=True)
class Before:
    """An exchange with the actions and promises that it led to; ``score`` from 0 to 1."""

    exchange: Exchange
    score: float
    actions: Sequence[tuple[Action, Standing]] = ()
    promises: Sequence[Commitment] = ()

    @property
    def line(self) -> int | None:
        """The position of its first line in the minutes."""
        return self.exchange.entries[0] if self.exchange.entries else None


def asked_before(here: Here, text: str, most: int = MOST_SHOWN, *, spoken: bool = True) -> list[Before]:
    """The exchanges that asked what the text asks, the likest first. At most seven queries.

    ``spoken``: somebody says it, so posts that it names ("PCC asked") are no sign; one query less where not.
    """
    names = _posts(here) if spoken else []
    words = search_text(text, names)
    if not words:
        return []
    markings = [] if here.actor.sees_restricted else [Marking.OPEN]
    filters = Filters(office_id=here.office_id, kinds=["entry", "item"], markings=markings)
    exchanges = _exchanges(here, search(words, filters, size=MOST_HITS).hits)
    rows = [Asked(one.pk, one.question, one.response, _heading(one)) for one in exchanges]
    found = alike(text, rows, names)[:most]
    by_key = {one.pk: one for one in exchanges}
    return _with_what_came(here, [(by_key[int(str(one.key))], one.score) for one in found], exchanges)


def _posts(here: Here) -> list[str]:
    posts = Post.objects.filter(office_id=here.office_id).exclude(abbreviation="")
    return list(posts.values_list("abbreviation", flat=True))


def _exchanges(here: Here, hits: Sequence[Hit]) -> list[Exchange]:
    """The exchanges of the meetings that were hit, the newest first; those that no hit is in go too.

    They say which question an action came after. One query.
    """
    if not hits:
        return []
    rows = Exchange.objects.filter(meeting__in={one.meeting_id for one in hits})
    rows = here.sees(rows).select_related("meeting__forum", "item")
    rows = rows.defer("meeting__source", "item__source")
    return list(rows.order_by("-meeting__date", "meeting", "position"))


def _heading(one: Exchange) -> str:
    return f"{one.item.title if one.item else ''}. {one.heading or ''}"


def _with_what_came(
    here: Here, found: Sequence[tuple[Exchange, float]], all_asked: Sequence[Exchange]
) -> list[Before]:
    """Actions and promises go with the last question asked before them under the same item. Two queries."""
    items = {one.item_id for one, _ in found if one.item_id}
    if not found:
        return []
    actions = here.sees(Action.objects.filter(item__in=items, draft=False)).select_related("entry")
    promises = here.sees(Commitment.objects.filter(item__in=items)).select_related("entry")
    asked = [_event("question", one.pk, one, _line(one)) for one in all_asked if one.item_id in items]
    given = [_event("action", one.pk, one, one.entry.position if one.entry else LAST) for one in actions]
    said = [_event("promise", one.pk, one, one.entry.position if one.entry else LAST) for one in promises]
    events = in_order([*asked, *given, *said])
    led = {(events[to].kind, events[to].key): events[at].key for at, to in joins(events)}
    return [
        Before(
            one, score,
            [(row, standing(row, here.today)) for row in actions if led.get(("action", row.pk)) == one.pk],
            [row for row in promises if led.get(("promise", row.pk)) == one.pk],
        )
        for one, score in found
    ]  # fmt: skip


def _event(kind: str, key: int, row: Exchange | Action | Commitment, line: int) -> Event:
    """Within one item only the order of its lines matters, so all fall on one day."""
    return Event(kind, key, _NO_DAY, "", (row.meeting_id, 0, line), row.item_id)  # type: ignore[arg-type]


def _line(one: Exchange) -> int:
    return int(one.entries[0]) if one.entries else 0
