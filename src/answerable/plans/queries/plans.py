"""Reads of plans: their parts as they are kept, and the version of the whole."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery

from answerable.core.clash import version
from answerable.core.plans.changes import Kept
from answerable.core.plans.progress import Counted
from answerable.plans.models import Plan, PlanItem, PlanProgress


def kept_parts(plan: Plan) -> list[Kept]:
    """The parts of a plan as a newer version of it is held against them. One query."""
    last = PlanProgress.objects.filter(item=OuterRef("pk")).order_by("-on", "-at", "-pk").values("text")[:1]
    rows = plan.items.select_related("parent", "serves").annotate(said=Subquery(last))
    return [_kept(one) for one in rows.order_by("position", "pk")]


def _kept(part: PlanItem) -> Kept:
    return Kept(
        part.number, part.text, part.kind, part.parent.number if part.parent else "", part.owner, part.due,
        part.state, part.progress, part.measure, part.serves.number if part.serves else "",
        getattr(part, "said", "") or "",
    )  # fmt: skip


def tree_version(parts: Iterable[Kept]) -> str:
    """Of everything that a newer version of a plan can change."""
    return version([str(one) for one in parts])


def counted(parts: Iterable[PlanItem]) -> list[Counted]:
    """Parts as far as counting how far they are goes."""
    return [Counted(one.pk, one.parent_id, one.kind, one.state, one.due) for one in parts]
