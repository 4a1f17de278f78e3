"""Writes of the public store: taking a publication in, and forgetting an office to tell it anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max

from answerable.core.chain.events import NOTHING_BEFORE
from answerable.core.chain.statements import keys_in
from answerable.core.publication.parts import Part
from answerable.published.models import GivenTag, Key, Line, Publication, Revision, Snapshot
from answerable.published.placing import put, withdraw
from answerable.published.router import STORE
from answerable.published.searching.finding import forget

THE_ONE = 1
"""The key of the only row of Revision."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A decision with its signature and its parts, as the working side keeps them.

    ``withdrawn`` are addresses that go, of which every version loses its bytes, or single versions of them.
    ``keys`` are the statements of all keys that have signed (``core.chain.statements``).
    """

    office: str
    number: int
    at: datetime
    doing: str
    title: str
    duty: str
    note: str
    header: str
    hash: str
    key: str
    signature: str
    parts: Sequence[Part]
    withdrawn: Sequence[str] = ()
    keys: Sequence[str] = ()


class NotNext(Exception):
    """The store does not have the decision before this one, or has another one in its place."""


def take(delivery: Delivery, *, at: datetime) -> bool:
    """Take a publication in, all of it or nothing; False where it is here already. Raises NotNext."""
    with transaction.atomic(using=STORE):
        _hold()
        if Publication.objects.using(STORE).filter(hash=delivery.hash).exists():
            return False
        _refuse_out_of_turn(delivery)
        publication = _publication(delivery, at)
        put(publication, delivery.parts)
        withdraw(publication, delivery.withdrawn)
        if _unsaid(publication, delivery):
            forget()
        _keys(delivery.keys)
        Revision.objects.using(STORE).filter(pk=THE_ONE).update(number=F("number") + 1)
    return True


def clear(office: str) -> None:
    """Forget all that an office has published, to be told anew."""
    with transaction.atomic(using=STORE):
        _hold()
        Line.objects.using(STORE).filter(office=office).delete()
        GivenTag.objects.using(STORE).filter(owner__startswith=f"{office}/").delete()
        Snapshot.objects.using(STORE).filter(office=office).delete()
        Publication.objects.using(STORE).filter(office=office).delete()
        forget()
        Revision.objects.using(STORE).filter(pk=THE_ONE).update(number=F("number") + 1)


def _hold() -> None:
    """Let nobody else write to the store before this transaction ends; its revision is the row to hold."""
    rows = Revision.objects.using(STORE)
    rows.get_or_create(pk=THE_ONE)
    rows.select_for_update().get(pk=THE_ONE)


def _refuse_out_of_turn(delivery: Delivery) -> None:
    """Decisions come in the order of the office's chain, so the store is always whole up to its last one."""
    rows = Publication.objects.using(STORE).filter(office=delivery.office).order_by("-number")
    last = rows.values_list("number", "hash").first() or (0, NOTHING_BEFORE)
    before = json.loads(delivery.header)["before"]
    if (delivery.number, before) != (last[0] + 1, last[1]):
        raise NotNext(f"Publication {delivery.number} of {delivery.office} does not follow {last[0]} here.")


def last_taken() -> dict[str, tuple[int, str]]:
    """Of each office the number and the hash of the last decision that the store has."""
    rows = Publication.objects.using(STORE)
    last = rows.values("office").annotate(last=Max("number")).values("last")
    newest = rows.filter(number__in=last).order_by("number").values_list("office", "number", "hash")
    return {office: (number, hash_) for office, number, hash_ in newest}


def _keys(statements: Sequence[str]) -> None:
    for text in statements:
        for one in keys_in(text):
            Key.objects.using(STORE).get_or_create(
                key=one.key, defaults={"public": one.public, "statement": str(one)}
            )


def _publication(delivery: Delivery, at: datetime) -> Publication:
    names = ("office", "number", "at", "doing", "title", "duty", "note", "header", "hash", "key", "signature")
    said = {name: getattr(delivery, name) for name in names}
    return Publication.objects.using(STORE).create(**said, taken_at=_not_before_the_last(at))


def _not_before_the_last(at: datetime) -> datetime:
    """Whoever asks what was modified since misses nothing, also where a clock was set back."""
    last = Publication.objects.using(STORE).order_by("-pk").values_list("taken_at", flat=True).first()
    return max(at, last) if last else at


def _unsaid(publication: Publication, delivery: Delivery) -> bool:
    """Can words have gone that were public before it?"""
    again = Snapshot.objects.using(STORE).filter(publication=publication, version__gt=1)
    return bool(delivery.withdrawn) or again.exists()
