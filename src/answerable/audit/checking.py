"""Whether the chain in the database is what was written, held against the heads that somebody kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from answerable.audit import keys
from answerable.audit.models import Event
from answerable.audit.queries import head_statements, key_statements
from answerable.audit.reading import read_events
from answerable.core.chain import events as chain
from answerable.core.chain.findings import Finding, Kind, number
from answerable.core.chain.statements import Head
from answerable.core.chain.trust import believed, signed_by_believed
from answerable.core.chain.verifying import KnownHead, verify
from answerable.core.refusal import Refusal


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A head that somebody kept, and the file that it is in."""

    head: Head
    file: str


def check(
    kept: Sequence[KeptHead], publics: Sequence[str] = (), *, count: Callable[[int], None] = lambda _: None
) -> Iterator[Finding]:
    """What is to be said of the chain; ``count`` is told how many events were read.

    Keys that are believed: the one in the key's file, ``publics`` (base64 of DER), and those that these
    vouch for. Signed heads in the database are held against the chain, too.
    """
    settled = Event.objects.order_by("-id").values_list("id", flat=True).first() or 0
    known = believed_keys(publics)
    heads: list[KnownHead] = []
    for head, where, elsewhere in _heads(kept):
        if signed_by_believed(head, known, keys.signed):
            heads.append(KnownHead(head.sequence, head.hash, head.at, elsewhere))
        else:
            yield _unsigned(head, where, known=head.key in known)
    yield from verify(_counted(read_events(), count), heads, settled=settled)


def believed_keys(publics: Sequence[str]) -> dict[str, str]:
    """The public keys to believe, by id.

    Whoever checks need not be able to read the key's file where they bring public keys.
    """
    own: list[str] = []
    try:
        if keys.key_path().exists():
            own = [keys.public_of(keys.load_key(keys.key_path()))]
    except (Refusal, PermissionError):
        if not publics:
            raise
    return believed([*own, *publics], key_statements(), keys.signed, keys.identify)


def _heads(kept: Sequence[KeptHead]) -> Iterator[tuple[Head, str, bool]]:
    for one in kept:
        yield one.head, one.file, True
    for head in head_statements():
        yield head, "the database", False


def _unsigned(head: Head, where: str, *, known: bool) -> Finding:
    why = "its signature is false" if known else f"nobody vouches for the key {head.key} that signed it"
    text = f"the head of event {number(head.sequence)} in {where} proves nothing: {why}"
    return Finding(Kind.SIGNATURE, head.sequence, head.sequence, text)


def _counted(events: Iterable[chain.Event], count: Callable[[int], None]) -> Iterator[chain.Event]:
    for read, event in enumerate(events, 1):
        yield event
        count(read)
