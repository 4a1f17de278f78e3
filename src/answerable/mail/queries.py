"""Reads of mail: what somebody does not want."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from answerable.mail.models import Wish


def unwanted(users: Collection[int]) -> Mapping[int, set[str]]:
    """The kinds of mail that each of these users does not want, by the user's id. One query."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for user, kind in Wish.objects.filter(user__in=users).values_list("user_id", "kind"):
        found[user].add(kind)
    return found
