"""The header of a decision: made, chained to the one before in the office, and its head signed."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime

from answerable.audit.keys import identify, public_of
from answerable.audit.operations import signing_key
from answerable.core.publication.deciding import NOTHING_BEFORE, Decision, Doing, hash_of, header
from answerable.core.publication.parts import Kind, Part
from answerable.publishing.book import decided
from answerable.publishing.models import Frozen, Publication


def chain(publication: Publication, *, at: datetime) -> None:
    """Put a decision behind the last one of its office: from now on it can be public. Raises Refusal.

    Only where the office is held, and on a publication that is saved afterwards.
    """
    assert publication.decided_at is not None
    last = decided(publication.office).last()
    number, before = ((last.number or 0) + 1, last.hash) if last else (1, NOTHING_BEFORE)
    decision = Decision(
        publication.office.slug, number, at, publication.decided_at, Doing(publication.doing),
        publication.title, publication.duty, publication.note, publication.put_forward_as,
        publication.decided_as, parts_of(publication), publication.withdrawn, before,
    )  # fmt: skip
    key = signing_key(at=at)
    publication.number, publication.header, publication.opened_at = number, header(decision), at
    publication.hash = hash_of(publication.header)
    publication.key = identify(public_of(key))
    publication.signature = b64encode(key.sign(publication.hash.encode())).decode()


def parts_of(publication: Publication) -> list[Part]:
    """Its frozen parts."""
    rows = Frozen.objects.filter(publication=publication).order_by("position")
    return [Part(one.path, Kind(one.kind), bytes(one.content), one.media_type) for one in rows]
