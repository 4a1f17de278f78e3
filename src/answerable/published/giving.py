"""Keeping the tags that parts give to lines of others, whichever of the two comes first or changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from answerable.core.publication.lines.giving import Gift
from answerable.published.batches import batched
from answerable.published.models import GivenTag, Line, Tag
from answerable.published.router import STORE


class Given(NamedTuple):
    """A gift with who gives it."""

    owner: str
    path: str
    name: str
    value: str


def give(gifts: Mapping[str, Sequence[Gift]]) -> set[str]:
    """What the parts at some paths give from now on, in place of what they gave: the places that differ."""
    rows = GivenTag.objects.using(STORE).filter(owner__in=list(gifts))
    held = {Given(*one[1:]): one[0] for one in rows.values_list("pk", *Given._fields)}
    wanted = dict.fromkeys(Given(owner, *one) for owner, given in gifts.items() for one in given)
    over = [one for one in held if one not in wanted]
    new = [one for one in wanted if one not in held]
    for some in batched([held[one] for one in over]):
        GivenTag.objects.using(STORE).filter(pk__in=some).delete()
    _take_back({one[1:] for one in over})
    GivenTag.objects.using(STORE).bulk_create(GivenTag(**one._asdict()) for one in new)
    for places in batched({one.path for one in new}):
        put_on(Line.objects.using(STORE).filter(path__in=places))
    return {one.path for one in [*over, *new]}


def give_again(owners: Collection[str]) -> None:
    """Put on the lines of some parts, told anew, what other parts give to them."""
    put_on(Line.objects.using(STORE).filter(owner__in=list(owners)))


def put_on(lines: QuerySet[Line]) -> None:
    """Put on some lines all that is given to them."""
    given = GivenTag.objects.using(STORE).filter(path__in=lines.values("path"))
    wanted = list(given.values_list("path", "name", "value"))
    if not wanted:
        return
    keys = dict(lines.filter(gone=False).values_list("path", "pk"))
    tags = [Tag(line_id=keys[path], name=name, value=value) for path, name, value in wanted if path in keys]
    Tag.objects.using(STORE).bulk_create(tags, ignore_conflicts=True)


def _take_back(given: Collection[tuple[str, str, str]]) -> None:
    for places in batched({path for path, _, _ in given}):
        rows = Tag.objects.using(STORE).filter(line__path__in=places)
        held = {key: one for key, *one in rows.values_list("pk", "line__path", "name", "value")}
        going = [key for key, one in held.items() if tuple(one) in given]
        for some in batched(going):
            Tag.objects.using(STORE).filter(pk__in=some).delete()
