"""Opening what was under embargo, and handing decided publications to the public store: once each, however
often it is tried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import structlog
from django.db import transaction

from answerable.audit.operations import record
from answerable.audit.queries import key_statements, taken_over_keys
from answerable.core.publication.deciding import NOTHING_BEFORE
from answerable.core.publication.embargo import is_open
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.published.operations import Delivery, NotNext, last_taken, take
from answerable.published.router import STORE
from answerable.publishing.book import decided, waiting
from answerable.publishing.models import Publication
from answerable.publishing.operations.chaining import chain, parts_of
from answerable.publishing.operations.clock import look
from answerable.publishing.operations.deciding import why_shut
from answerable.publishing.operations.renewing import renew_due

log = structlog.get_logger("answerable.publishing")


def deliver_due(*, at: datetime) -> int:
    """Open what is due and hand over all that the public store does not have; how many were new to it.

    In the order of their numbers in each office. Whoever dies in between leaves what the next call does; a
    store that was lost is told anew. What cannot be opened or handed over is logged, and holds up nothing but
    its own office. What was decided to be brought up to date with minutes follows them.
    """
    _open_due(at)
    new = _hand_over(at)
    return new + _hand_over(at) if renew_due(at=at) else new


def _hand_over(at: datetime) -> int:
    last = last_taken()
    new = 0
    for office in Office.objects.filter(publications__number__isnull=False).distinct():
        try:
            new += _deliver(office, last.get(office.slug, (0, NOTHING_BEFORE)), at)
        except Exception:
            log.exception("publications were not handed over", office=office.slug)
    return new


def _open_due(at: datetime) -> None:
    """Each in a transaction of its own."""
    seen = look(at=at)
    for one in waiting().select_related("office").order_by("opens_at", "pk"):
        if is_open(one.opens_at, seen, at):
            try:
                _open(one, at)
            except Exception:
                log.exception("an embargo did not open", publication=one.pk)


@transaction.atomic
def _open(publication: Publication, at: datetime) -> None:
    """Its embargo is over: it joins the chain."""
    hold_office(publication.office_id)
    found = Publication.objects.select_for_update(of=("self",)).select_related("office")
    held = found.get(pk=publication.pk)
    if held.state != Publication.State.DECIDED or held.number is not None:
        return  # somebody was quicker, or stopped it
    if why := why_shut(held):
        log.warning("an embargo ended and nothing was opened", publication=held.pk, why=why)
        return
    chain(held, at=at)
    held.save()
    record(
        by=None, at=at, operation="publishing.open", summary=f"The embargo ended: {held.title}.",
        about=held, office_id=held.office_id, details={"number": held.number, "hash": held.hash},
    )  # fmt: skip


def _deliver(office: Office, last: tuple[int, str], at: datetime) -> int:
    """Hand over what follows the last one that the store has.

    In one transaction there, so that what a later one withdraws is not public in between.
    """
    number, _ = last
    following = decided(office).filter(number__gt=number)
    if not following.exists():
        _refuse_unknown(office, last)
        return 0
    statements = _statements(set(following.exclude(key="").values_list("key", flat=True)))
    new, taken, trouble = 0, number, None
    with transaction.atomic(using=STORE):
        for one in following.select_related("office").iterator(chunk_size=1):
            try:
                new += take(delivery_of(one, statements), at=one.taken_at or at)  # told anew: as it was
            except Exception as error:
                trouble = error  # those before it stay: each is whole
                break
            taken = one.number or taken
    decided(office).filter(taken_at=None, number__lte=taken).update(taken_at=at)
    if trouble:
        raise trouble
    return new


def _statements(signed: set[str]) -> list[str]:
    """What is said of the keys that signed: of a record that was taken over they are not ours."""
    former = taken_over_keys()
    theirs = {one.key for one in former}
    ours = key_statements() if signed - theirs or not signed else []
    return [str(one) for one in (*(former if signed & theirs else []), *ours)]


def _refuse_unknown(office: Office, last: tuple[int, str]) -> None:
    """A store that is ahead of the record is not of this record: somebody restored one without the other."""
    number, hash_ = last
    if number and not decided(office).filter(number=number, hash=hash_).exists():
        raise NotNext(
            f"The public store has publication {number} of {office.slug}, which this record does not know: "
            "run answerable publications verify."
        )


def delivery_of(one: Publication, statements: Sequence[str] = ()) -> Delivery:
    """A decision as the public store takes it."""
    assert one.number is not None
    assert one.opened_at is not None
    return Delivery(
        one.office.slug, one.number, one.opened_at, one.doing, one.title, one.duty, one.note, one.header,
        one.hash, one.key, one.signature, parts_of(one), one.withdrawn, statements,
    )  # fmt: skip
