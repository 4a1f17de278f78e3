"""Writes of reminders: each lays letters into the outbox."""

from answerable.reminders.operations.passing import tell_passing
from answerable.reminders.operations.telling import lay_letters

__all__ = ["lay_letters", "tell_passing"]
