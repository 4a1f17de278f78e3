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

__all__ = [
    "Directory",
    "TenureValues",
    "ensure_body",
    "ensure_post",
    "ensure_post_named",
    "forget_handover",
    "hand_over",
    "record_people",
    "set_acting",
]
