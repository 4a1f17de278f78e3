"""Writes of reminders: each lays letters into the outbox."""

from answerable.reminders.operations.passing import tell_passing

__all__ = ["tell_passing"]
