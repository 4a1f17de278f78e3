"""Signing heads, and changing the key that does it.

A head makes no event: it says what the last event is, and one more would always be behind it.
"""

from __future__ import annotations

import os
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from answerable.audit import keys
from answerable.audit.chaining import hold_chain
from answerable.audit.models import Event, Head
from answerable.audit.operations.recording import record
from answerable.audit.queries import CHANGED_KEY, FIRST_KEY, LOST_KEY, key_statements
from answerable.core.chain.events import moment
from answerable.core.chain.statements import Head as HeadStatement
from answerable.core.chain.statements import KeyStatement
from answerable.core.refusal import Refusal


@transaction.atomic
def sign_head(*, at: datetime) -> HeadStatement:
    """Sign what the last event is; the first time, a key is made. Raises Refusal."""
    hold_chain()
    key = _current_key(at)
    last = Event.objects.order_by("-id").values_list("id", "hash").first()
    assert last is not None, "the event of the key is there"
    public = keys.public_of(key)
    said = HeadStatement(last[0], last[1], moment(at), keys.identify(public))
    head = said.signed(key.sign(said.said))
    Head.objects.create(sequence=head.sequence, hash=head.hash, at=at, key=head.key, signature=head.signature)
    return head


def signing_key(*, at: datetime) -> Ed25519PrivateKey:
    """The key that the chain names last, for other heads than the chain's own. Only inside a transaction.

    Raises Refusal.
    """
    hold_chain()
    return _current_key(at)


def change_key(*, by: AbstractBaseUser | None, at: datetime) -> KeyStatement:
    """Put a new key in the place of the one in the file, which signs for the new one and is gone then."""
    with transaction.atomic():
        hold_chain()
        statement = _replace(_current_key(at), CHANGED_KEY, by=by, at=at)
    os.replace(keys.next_path(), keys.key_path())
    return statement


def replace_lost_key(*, by: AbstractBaseUser | None, at: datetime) -> KeyStatement:
    """Make a new key where the one in use is gone; nothing but people's word vouches for it."""
    with transaction.atomic():
        hold_chain()
        known = key_statements()
        if not known:
            raise Refusal("No key has been used yet: signing a head makes one.")
        if _file_holds(known[-1].key):
            raise Refusal("The key is where it should be: change it instead.")
        statement = _replace(None, LOST_KEY, by=by, at=at)
    os.replace(keys.next_path(), keys.key_path())
    return statement


def _current_key(at: datetime) -> Ed25519PrivateKey:
    """The key that the chain names last. The chain's first key is made here, and put on record."""
    known = key_statements()
    path = keys.key_path()
    if not known:
        key = keys.make_key(path)
        _record(_statement(key, None, at), key, None, FIRST_KEY, by=None, at=at)
        return key
    current = known[-1].key
    if not _file_holds(current) and not _finish_change(current):
        raise Refusal(
            f"The chain's key is {current}, and {path} does not hold it. Put that key back; if it is lost for"
            " good, say so with: answerable audit key --lost"
        )
    return keys.load_key(path)


def _file_holds(key_id: str) -> bool:
    path = keys.key_path()
    return path.exists() and keys.identify(keys.public_of(keys.load_key(path))) == key_id


def _finish_change(key_id: str) -> bool:
    """Put the next key in its place where a change was recorded and then cut short."""
    path = keys.next_path()
    if not path.exists() or keys.identify(keys.public_of(keys.load_key(path))) != key_id:
        return False
    os.replace(path, keys.key_path())
    return True


def _replace(
    old: Ed25519PrivateKey | None, operation: str, *, by: AbstractBaseUser | None, at: datetime
) -> KeyStatement:
    """Make the next key and put on record that it follows the last one, with the signature of ``old``."""
    keys.next_path().unlink(missing_ok=True)  # of a change that was not recorded
    new = keys.make_key(keys.next_path())
    return _record(_statement(new, key_statements()[-1], at), new, old, operation, by=by, at=at)


def _statement(key: Ed25519PrivateKey, before: KeyStatement | None, at: datetime) -> KeyStatement:
    public = keys.public_of(key)
    return KeyStatement(
        keys.identify(public), public, moment(at),
        before.key if before else None, before.public if before else None,
    )  # fmt: skip


def _record(
    statement: KeyStatement,
    key: Ed25519PrivateKey,
    old: Ed25519PrivateKey | None,
    operation: str,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
) -> KeyStatement:
    said = statement.said
    signed = statement.signed(key.sign(said), old.sign(said) if old else None)
    record(
        by=by, at=at, operation=operation, summary=f"The key {signed.key} signs heads from now on.",
        details={"statement": str(signed)},
    )  # fmt: skip
    return signed
