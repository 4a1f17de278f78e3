"""Writes of people: what the lists give, who holds a post as people say it, who acts for it."""

from answerable.people.operations.acting import set_acting
from answerable.people.operations.holders import forget_handover, hand_over
from answerable.people.operations.listing import (
    Directory,
    TenureValues,
    ensure_body,
    ensure_post,
    ensure_post_named,
    record_people,
)
from answerable.people.operations.naming import CHOICES, named_version, set_public

__all__ = [
    "CHOICES",
    "Directory",
    "TenureValues",
    "ensure_body",
    "ensure_post",
    "ensure_post_named",
    "forget_handover",
    "hand_over",
    "named_version",
    "record_people",
    "set_acting",
    "set_public",
]
