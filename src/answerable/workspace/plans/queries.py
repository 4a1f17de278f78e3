"""Plans with how far they are, a part with all that belongs to it, and what can be tied to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from django.db.models import Count, Max, Q, QuerySet
from django.shortcuts import get_object_or_404

from answerable.actions.models import Action, PlanTie
from answerable.actions.tied import ties_seen_by
from answerable.components import words
from answerable.core.plans.parts import ACTION, OBJECTIVE
from answerable.core.plans.progress import (
    Counted,
    Standing,
    ancestors,
    in_words,
    is_late,
    mean_progress,
    standing,
    under,
)
from answerable.documents.models import Document
from answerable.meetings.models import Item, Meeting
from answerable.meetings.seen import IN_THE_OPEN, SPOKEN_OF, in_the_open, topics_seen_by
from answerable.people.models import Post
from answerable.plans.models import Funding, Plan, PlanItem, PlanProgress
from answerable.plans.queries.plans import counted
from answerable.topics.models import Topic
from answerable.workspace.here import Here

MOST_FOUND = 20  # actions, and agenda items, that a search offers to tie
MOST_CHOICES = 500  # options of a select
MOST_TIES = 200  # ties of a part that are listed


@dataclass(frozen=True, slots=True)
class Told:
    """A plan in the list, and how far it is in words."""

    plan: Plan
    parts: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A part in the tree. ``below`` is what stands under it, None where nothing does; ``late`` in words."""

    part: PlanItem
    depth: int
    below: Standing | None
    late: str
    served: Standing | None = None
    """The parts of other plans that are there for it."""

    @property
    def below_words(self) -> str:
        return in_words(self.below) if self.below else ""

    @property
    def served_words(self) -> str:
        return f"In other plans: {in_words(self.served, 'part')}" if self.served else ""

    @property
    def silent(self) -> bool:
        """Nothing was said of it as a whole, and others say how far it is."""
        untouched = self.part.progress is None and self.part.state == PlanItem.State.NOT_STARTED
        return untouched and bool(self.below or self.served or self.part.kind == OBJECTIVE)


@dataclass(frozen=True, slots=True)
class Tree:
    """The parts of a plan in their order, each behind what it stands under; the sentences over them."""

    lines: Sequence[Line] = ()
    words: str = ""
    reported: str = ""
    claims: Sequence[tuple[PlanItem, Standing]] = field(default_factory=list)


def plans(here: Here) -> list[Told]:
    """The office's plans, the newest first. Two queries."""
    found = list(Plan.objects.filter(office_id=here.office_id).select_related("serves"))
    by_plan: dict[int, list[PlanItem]] = {}
    for part in PlanItem.objects.filter(plan__office_id=here.office_id).only(
        "plan_id", "parent_id", "kind", "state", "due"
    ):
        by_plan.setdefault(part.plan_id, []).append(part)
    return [
        Told(
            one,
            len(by_plan.get(one.pk, [])),
            in_words(standing(counted(by_plan.get(one.pk, [])), here.today)),
        )
        for one in found
    ]


def plan_at(here: Here, key: int) -> Plan:
    """Raises Http404."""
    rows = Plan.objects.select_related("office", "serves", "document").defer("document__text")
    return get_object_or_404(rows, pk=key, office_id=here.office_id)


def part_at(here: Here, key: int) -> PlanItem:
    """Raises Http404."""
    rows = PlanItem.objects.select_related("plan__office", "parent", "post", "serves__plan")
    return get_object_or_404(rows, pk=key, plan__office_id=here.office_id)


def tree_of(here: Here, plan: Plan) -> Tree:
    """The whole of a plan with what is said of it beside what its parts come to. Two queries."""
    parts = _parts(plan)
    below = under(counted(parts), here.today)
    claims = [
        (one, below[one.pk])
        for one in parts
        if one.progress is not None and one.pk in below and one.parent_id is None
    ]
    leaves = [one for one in parts if one.pk not in below and one.state != PlanItem.State.DROPPED]
    return Tree(
        _lines(parts, below, here, _served(here, plan)),
        in_words(standing(counted(parts), here.today)),
        _reported(leaves),
        claims,
    )


def _parts(plan: Plan) -> list[PlanItem]:
    rows = plan.items.select_related("post", "serves").annotate(
        said=Count("reports", distinct=True),
        files=Count("reports__document", distinct=True, filter=~Q(reports__document=plan.document_id)),
        said_on=Max("reports__on"),
        tied=Count("ties", distinct=True),
    )
    return list(rows.order_by("position", "pk"))


def _served(here: Here, plan: Plan) -> dict[int, Standing]:
    """How far the parts of other plans are that serve each objective. One query."""
    found: dict[int, list[PlanItem]] = {}
    for one in PlanItem.objects.filter(serves__plan=plan):
        found.setdefault(one.serves_id or 0, []).append(one)
    return {key: count_each(parts, here) for key, parts in found.items()}


def count_each(parts: Sequence[PlanItem], here: Here) -> Standing:
    """Parts of several plans, each for itself."""
    alone = [Counted(one.pk, None, ACTION, one.state, one.due) for one in parts]
    return standing(alone, here.today)


def _lines(
    parts: Sequence[PlanItem],
    below: Mapping[int, Standing],
    here: Here,
    served: Mapping[int, Standing] = MappingProxyType({}),
) -> list[Line]:
    under_each: dict[int | None, list[PlanItem]] = {}
    for one in parts:
        under_each.setdefault(one.parent_id, []).append(one)
    lines: list[Line] = []
    left = [(one, 0) for one in reversed(under_each.get(None, []))]
    while left:
        part, depth = left.pop()
        late = lateness(part, here)
        lines.append(Line(part, depth, below.get(part.pk), late, served.get(part.pk)))
        left += [(one, depth + 1) for one in reversed(under_each.get(part.pk, []))]
    return lines


def _reported(leaves: Sequence[PlanItem]) -> str:
    """The mean of how far the parts are, in a sentence; "" where not all that is under way says it."""
    mean = mean_progress([(one.state, one.progress) for one in leaves])
    return "" if mean is None else f"With the per cents of what is under way, it comes to {mean}%."


def lateness(part: PlanItem, here: Here) -> str:
    """41 days late; "" of what is not."""
    if part.due is None or not is_late(part.state, part.due, here.today):
        return ""
    return f"{words.age((here.today - part.due).days)} late"


@dataclass(frozen=True, slots=True)
class Whole:
    """A part with all that belongs to it, as far as the actor sees it."""

    part: PlanItem
    above: list[PlanItem]
    below: list[Line]
    standing: Standing | None
    history: list[PlanProgress]
    files: set[int]
    topics: list[Topic]
    ties: list[PlanTie]
    serving: list[PlanItem]
    fundings: list[Funding]
    like: tuple[bool, bool]
    """Whether it can move up, and down, among those that stand beside it."""

    @property
    def words(self) -> str:
        return in_words(self.standing) if self.standing else ""

    def served_words(self, here: Here) -> str:
        """How far the parts of other plans are that serve it; "" where none do."""
        return in_words(count_each(self.serving, here), "part") if self.serving else ""


def whole_part(here: Here, part: PlanItem) -> Whole:
    """Seven queries, whatever there is."""
    parts = _parts(part.plan)
    by_key = {one.pk: one for one in parts}
    above = [by_key[key] for key in reversed(ancestors(part.pk, {one.pk: one.parent_id for one in parts}))]
    below = under(counted(parts), here.today)
    lines = _lines(parts, below, here)
    at = next(place for place, line in enumerate(lines) if line.part.pk == part.pk)
    mine = []
    for line in lines[at + 1 :]:
        if line.depth <= lines[at].depth:
            break
        mine.append(Line(line.part, line.depth - lines[at].depth - 1, line.below, line.late))
    history = list(
        part.reports.select_related("by", "document").defer("document__text").order_by("-on", "-at", "-pk")
    )
    named = {one.document_id for one in history if one.document_id}
    like = [one.pk for one in parts if one.parent_id == part.parent_id]
    return Whole(
        part, above, mine, below.get(part.pk), history,
        set(here.sees(Document.objects.filter(pk__in=named)).values_list("pk", flat=True)),
        topics_of(here, part),
        list(ties_seen_by(here.actor, part.ties.all()).order_by("-at", "-pk")[:MOST_TIES]),
        list(part.served_by.select_related("plan").order_by("plan", "position")[:MOST_CHOICES]),
        list(part.fundings.all()[:MOST_TIES]),
        (like[0] != part.pk, like[-1] != part.pk),
    )  # fmt: skip


def topics_of(here: Here, part: PlanItem) -> list[Topic]:
    """Its topics that the actor may read of; ``restricted`` says that nothing open speaks of one."""
    rows = topics_seen_by(here.actor, Topic.objects.filter(plan_items__item=part))
    return list(rows.annotate(restricted=SPOKEN_OF & ~IN_THE_OPEN).order_by("name"))


def topics_to_tie(here: Here) -> list[tuple[int, str]]:
    """Key and name of the topics that a part can be tied to: those that people may all read of."""
    rows = in_the_open(Topic.objects.filter(office_id=here.office_id))
    rows = rows.exclude(state__in=[Topic.State.DROPPED, Topic.State.MERGED])
    return list(rows.order_by("name").values_list("pk", "name")[:MOST_CHOICES])


@dataclass(frozen=True, slots=True)
class Offered:
    """What a search found to tie."""

    actions: Sequence[Action] = ()
    items: Sequence[Item] = ()

    @property
    def nothing(self) -> bool:
        return not self.actions and not self.items


def found_to_tie(here: Here, part: PlanItem, wanted: str) -> Offered:
    """Actions by number or words, and agenda items by title, that are not tied yet. Two queries."""
    if not wanted:
        return Offered()
    tied = PlanTie.objects.filter(plan_item=part)
    actions = here.sees(Action.objects.filter(office_id=here.office_id, draft=False))
    items = here.sees(Item.objects.filter(meeting__office_id=here.office_id))
    items = items.exclude(meeting__state=Meeting.State.CANCELLED)
    like = _like("text", wanted) | Q(number__iexact=_number(wanted))
    return Offered(
        _newest(actions.filter(like), tied, "action", "-given"),
        _newest(items.filter(_like("title", wanted)), tied, "item", "-meeting__date"),
    )


def _newest(rows: QuerySet, tied: QuerySet[PlanTie], column: str, order: str) -> list:  # type: ignore[type-arg]
    joined = rows.select_related("meeting__forum")
    taken = tied.exclude(**{column: None}).values(column)
    return list(joined.exclude(pk__in=taken).order_by(order, "-pk")[:MOST_FOUND])


def _like(column: str, wanted: str) -> Q:
    found = Q()
    for word in wanted.split():
        found &= Q(**{f"{column}__icontains": word})
    return found


def _number(wanted: str) -> str:
    """ "112" and "a-112" are A-0112."""
    digits = wanted.strip().upper().removeprefix("A").strip(" -")
    return f"A-{int(digits):04}" if digits.isascii() and digits.isdigit() and len(digits) < 9 else wanted


def posts_to_choose(here: Here) -> list[tuple[int, str]]:
    return list(Post.objects.filter(office_id=here.office_id).values_list("pk", "title")[:MOST_CHOICES])


def parts_to_choose(plan: Plan | None, *, objectives: bool = False) -> list[tuple[int, str]]:
    """The parts of a plan as options; none of no plan."""
    if plan is None:
        return []
    rows = plan.items.filter(kind=OBJECTIVE) if objectives else plan.items.all()
    found = rows.order_by("position").values_list("pk", "number", "text")[:MOST_CHOICES]
    return [(key, f"{number} {text}"[:80]) for key, number, text in found]


def plans_to_choose(here: Here, but: Plan | None = None) -> list[tuple[int, str]]:
    rows = Plan.objects.filter(office_id=here.office_id)
    rows = rows.exclude(pk=but.pk) if but else rows
    return list(rows.values_list("pk", "name")[:MOST_CHOICES])
