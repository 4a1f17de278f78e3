"""The chain of an office's decisions, as the record holds it and as the public store does."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from answerable.audit import keys
from answerable.core.publication.verifying import Held, verify
from answerable.offices.models import Office
from answerable.published.models import Publication as Taken
from answerable.published.models import Snapshot
from answerable.published.router import STORE
from answerable.publishing.book import decided
from answerable.publishing.models import Frozen, Publication


def wrong_with(office: Office, believed: dict[str, str]) -> Iterator[str]:
    """A sentence for each thing that is wrong, in the record or in the public store."""
    for sentence in verify(_record(office), believed, keys.signed, office.slug, keeps=True):
        yield f"In the record: {sentence}"
    for sentence in verify(_store(office.slug), believed, keys.signed, office.slug):
        yield f"In the public store: {sentence}"
    yield from _different(office)


def _record(office: Office) -> Iterator[Held]:
    for one in decided(office):
        rows = Frozen.objects.filter(publication=one)
        parts: dict[str, str | None] = {row.path: _hash(row.content) for row in rows.iterator(chunk_size=1)}
        yield Held(one.number or 0, one.header, one.hash, one.key, one.signature, parts)


def _store(slug: str) -> Iterator[Held]:
    for one in Taken.objects.using(STORE).filter(office=slug).order_by("number"):
        rows = Snapshot.objects.using(STORE).filter(publication=one)
        parts = {
            row.path: None if row.state == "withdrawn" and not row.content else _hash(row.content)
            for row in rows.iterator(chunk_size=1)
        }
        yield Held(one.number, one.header, one.hash, one.key, one.signature, parts)


def _hash(content: bytes | memoryview) -> str:
    return sha256(bytes(content)).hexdigest()


def _different(office: Office) -> Iterator[str]:
    """Where the two stores tell of other decisions; what is decided and not public yet is only behind."""
    mine = dict(decided(office).values_list("number", "hash"))
    theirs = dict(
        Taken.objects.using(STORE).filter(office=office.slug).order_by("number").values_list("number", "hash")
    )
    for number, hash_ in theirs.items():
        if number not in mine:
            yield f"{office.slug}: the public store has publication {number}, which the record does not know."
        elif mine[number] != hash_:
            yield f"{office.slug}: publication {number} is another one here than in the public store."


def waits(office: Office) -> int:
    """How many decisions the public store does not have yet."""
    there = Taken.objects.using(STORE).filter(office=office.slug).count()
    held: int = Publication.objects.filter(office=office, number__isnull=False).count()
    return max(0, held - there)
