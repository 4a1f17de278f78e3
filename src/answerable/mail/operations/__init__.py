"""Writes of mail: laid into the outbox, sent or not, wanted or not."""

from answerable.mail.operations.laying import lay

__all__ = ["lay"]
