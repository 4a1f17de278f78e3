"""Factors and passwords are changed by allauth's views; each change is one event, in its transaction."""

from __future__ import annotations

from datetime import datetime

from answerable.accounts.factors.queries import NAMES
from answerable.accounts.models import User
from answerable.audit.operations import record

Factors = dict[int, tuple[str, str]]
"""``queries.snapshot``."""


def note_factors(*, before: Factors, after: Factors, by: User, at: datetime) -> None:
    """What was added and removed, in one event; none where nothing was."""
    added = [after[key][0] for key in after if after.get(key) != before.get(key)]
    removed = [before[key][0] for key in before if key not in after]
    if not added and not removed:
        return
    parts = [f"added {NAMES[kind]}" for kind in added] + [f"removed {NAMES[kind]}" for kind in removed]
    record(
        by=by, at=at, operation="accounts.change_second_factor", about=by,
        summary=f"{by.name} {', '.join(parts)}.", details={"added": added, "removed": removed},
    )  # fmt: skip


def note_password(*, of: User, by: User | None, at: datetime) -> None:
    """A password was changed by its owner, or set with a link (``by`` None: whoever held the link)."""
    how = "changed their password" if by else "set a password with the link that was sent"
    record(by=by, at=at, operation="accounts.set_password", about=of, summary=f"{of.name} {how}.")
