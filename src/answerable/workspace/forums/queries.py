"""Every forum with its meetings in figures, and the forums before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, Q
from django.shortcuts import get_object_or_404

from answerable.core.clash import version
from answerable.meetings.models import Forum, Meeting
from answerable.workspace.here import Here

MOST_FORUMS = 200  # that are listed: an office has a handful


@dataclass(frozen=True, slots=True)
class Told:
    """A forum, those that took over from it, and those it can have taken over from."""

    forum: Forum
    after: list[Forum]
    choices: list[tuple[int, str]]

    @property
    def version(self) -> str:
        return forum_version(self.forum)


def forum_version(forum: Forum) -> str:
    """Of what a person says of a forum: which it took over from, and whether somebody said so."""
    return version(forum.succeeds_id, forum.succession_decided_at)


def forums(here: Here) -> list[Told]:
    """The office's forums, the one that met last first; planned meetings are not counted. One query."""
    rows = Forum.objects.filter(office_id=here.office_id).select_related("succeeds")
    never = Q(meetings__state=Meeting.State.CANCELLED, meetings__record_sha256="")
    met = ~Q(meetings__state=Meeting.State.PLANNED) & ~never
    counted = rows.annotate(
        count=Count("meetings", filter=met),
        first=Min("meetings__date", filter=met),
        last=Max("meetings__date", filter=met),
    )
    found = list(counted.order_by(F("last").desc(nulls_last=True), "name")[:MOST_FORUMS])
    return [
        Told(one, [other for other in found if other.succeeds_id == one.pk], _before(one, found))
        for one in found
    ]


def forum_at(here: Here, key: int) -> Forum:
    """Raises Http404."""
    return get_object_or_404(Forum.objects.select_related("succeeds"), pk=key, office_id=here.office_id)


def continued_as(here: Here, forum: Forum) -> list[Forum]:
    """The forums that took over from one."""
    return list(Forum.objects.filter(office_id=here.office_id, succeeds=forum).order_by("name"))


def _before(forum: Forum, every: Sequence[Forum]) -> list[tuple[int, str]]:
    """All but itself and those that come after it: no forum takes over from its own successor."""
    before = {one.pk: one.succeeds_id for one in every}
    return [(one.pk, one.name) for one in every if not _reaches(one.pk, forum.pk, before)]


def _reaches(start: int, goal: int, before: dict[int, int | None]) -> bool:
    at: int | None = start
    for _ in before:
        if at is None or at == goal:
            break
        at = before.get(at)
    return at == goal
