"""Every judgement with its evidence, as far as somebody sees it, and the item that one is put on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from answerable.core.permissions.table import Permission
from answerable.meetings.models import Exchange, Item, Meeting
from answerable.minuting.models import Assurance, Line
from answerable.workspace.here import Here

JUDGEMENTS = {str(one): str(one.label) for one in Assurance.Judgement}
BASES = {"given": "Only told", "tested": "Tested"}
DUE = {"now": "Due now", "soon": "Due within 3 months", "set": "Any day set"}
SOON = relativedelta(months=3)
MOST_QUOTED = 20  # exchanges of an item whose verb is quoted
MOST_BEFORE = 50  # earlier judgements of an item
IN_THE_RECORD = [Meeting.Minutes.NONE, Meeting.Minutes.APPROVED]
"""Minutes that everybody may read who reads the record."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for; None asks for all."""

    judgement: str | None
    basis: str | None
    due: str | None
    forum: int | None

    @property
    def any(self) -> bool:
        return any((self.judgement, self.basis, self.due, self.forum))


def standing(here: Here) -> QuerySet[Assurance]:
    """The judgements that hold now; those of minutes not approved yet only for who may read these."""
    rows = Assurance.objects.filter(office_id=here.office_id, replaced_at=None)
    seen = here.sees(here.sees(rows), "item")
    if here.actor.may(Permission.READ_DRAFTS):
        return seen
    force = [Meeting.Minutes.SEEN] if here.actor.sees_restricted else []
    return seen.filter(meeting__minutes_state__in=[*IN_THE_RECORD, *force])


def judgements(here: Here, want: Wanted) -> QuerySet[Assurance]:
    """Those that are asked for: what falls due for another test first, then the newest meeting."""
    rows = standing(here)
    if want.judgement:
        rows = rows.filter(judgement=want.judgement)
    if want.basis:
        rows = rows.filter(basis=want.basis)
    if want.due:
        rows = rows.filter(due_for_test(want.due, here.today))
    if want.forum:
        rows = rows.filter(meeting__forum_id=want.forum)
    order = ["test_again", "pk"] if want.due else ["-meeting__date", "item__position", "pk"]
    return rows.select_related("item", "meeting__forum", "by").order_by(*order)


def with_judgement(here: Here, items: QuerySet[Item]) -> QuerySet[Item]:
    """Items with how each is judged now (``judged``), and what on (``basis``), as far as it is seen."""
    held = standing(here).filter(item=OuterRef("pk"))
    return items.annotate(judged=Subquery(held.values("judgement")), basis=Subquery(held.values("basis")))


def due_for_test(due: str, today: dt.date) -> Q:
    if due == "set":
        return Q(test_again__isnull=False)
    return Q(test_again__lte=today if due == "now" else today + SOON)


def counts(here: Here) -> dict[str, int]:
    """All of them, by judgement, only told, due for another test now. One query."""
    return standing(here).aggregate(
        all=Count("pk"),
        told=Count("pk", filter=Q(basis="given") & ~Q(judgement="none")),
        due=Count("pk", filter=due_for_test("now", here.today)),
        **{name: Count("pk", filter=Q(judgement=name)) for name in JUDGEMENTS},
    )


def item_at(here: Here, key: int) -> Item:
    """An item of any meeting, written here or imported. Raises Http404."""
    rows = here.sees(Item.objects.filter(meeting__office_id=here.office_id, pk=key))
    found = rows.select_related("meeting__forum", "meeting__office").first()
    if found is None:
        raise Http404("There is no such item.")
    return found


def quoted(here: Here, item: Item) -> list[tuple[str, str]]:
    """The commissioner's verbs as the minutes have them, each with the words that it stands in."""
    laid = here.sees(Exchange.objects.filter(item=item)).exclude(stance=None).order_by("position")
    found = [(one.stance or "", one.question) for one in laid[:MOST_QUOTED]]
    if found:
        return found
    lines = here.sees(Line.objects.filter(item=item, removed_at=None)).order_by("position", "pk")
    pieces = (piece for read in lines.values_list("read", flat=True) for piece in read)
    return [(piece["stance"], piece["text"]) for piece in pieces if piece["stance"]][:MOST_QUOTED]


def judged_before(here: Here, item: Item) -> list[Assurance]:
    """Every judgement that was put on the item, the newest first."""
    return list(here.sees(item.assurances.all()).select_related("by").order_by("-at", "-pk")[:MOST_BEFORE])
