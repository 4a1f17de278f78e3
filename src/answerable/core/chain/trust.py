"""Which keys are to be believed: those that are given, and what they vouch for through changes of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from answerable.core.chain.statements import Head, KeyStatement

Signed = Callable[[str, bytes, str], bool]
"""Whether a public key (base64 of DER) made a signature (base64) of these bytes."""


class Identify(Protocol):
    """The id of a public key."""

    def __call__(self, public: str, /) -> str: ...


def believed(
    given: Iterable[str], statements: Iterable[KeyStatement], signed: Signed, identify: Identify
) -> dict[str, str]:
    """The public keys to believe, by id: ``given`` ones, those they replaced and those that replaced them.

    A key vouches for the one after it by ``signature_before``, and for the one before it by ``signature``.
    """
    keys = {identify(public): public for public in given}
    left = list(statements)
    grown = True
    while grown:
        grown = False
        for one in list(left):
            new = _vouched(one, keys, signed, identify)
            if new:
                keys |= new
                left.remove(one)
                grown = True
    return keys


def _vouched(one: KeyStatement, keys: dict[str, str], signed: Signed, identify: Identify) -> dict[str, str]:
    if identify(one.public) != one.key or not signed(one.public, one.said, one.signature):
        return {}
    if one.key in keys and one.before and one.before_public and identify(one.before_public) == one.before:
        return {one.before: one.before_public}
    old = keys.get(one.before or "")
    if old and one.signature_before and signed(old, one.said, one.signature_before):
        return {one.key: one.public}
    return {}


def signed_by_believed(head: Head, keys: dict[str, str], signed: Signed) -> bool:
    public = keys.get(head.key)
    return public is not None and signed(public, head.said, head.signature)
