"""Writes of mail: laid into the outbox, sent or not, wanted or not."""

from answerable.mail.operations.laying import lay
from answerable.mail.operations.wishing import choose_kinds, try_again

__all__ = ["choose_kinds", "lay", "try_again"]
