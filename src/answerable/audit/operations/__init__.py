"""Writes of the audit trail: events, erasures, signed heads and the change of the key."""

from answerable.audit.operations.erasing import erase
from answerable.audit.operations.recording import About, record, record_view
from answerable.audit.operations.signing import change_key, replace_lost_key, sign_head, signing_key

__all__ = [
    "About", "change_key", "erase", "record", "record_view", "replace_lost_key", "sign_head", "signing_key",
]  # fmt: skip
