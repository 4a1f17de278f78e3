"""Splitting an action and letting search find what came of it, in one transaction."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from answerable.actions import operations
from answerable.actions.models import Action
from answerable.offices.operations import hold_office
from answerable.search.operations import Row, index_rows


@transaction.atomic
def split(*, action: Action, **what: Any) -> list[Action]:
    """``split_action`` with the new ones in the search index. Raises Clash, Gone, Refusal."""
    hold_office(action.office_id)
    new = operations.split_action(action=action, **what)
    index_rows(
        Row(
            kind="action", object_id=one.pk, office_id=one.office_id, meeting_id=one.meeting_id,
            forum_id=one.meeting.forum_id, date=one.given, title="", text=one.text,
            marking="restricted" if one.restricted else "open",
        )
        for one in new
    )  # fmt: skip
    return new
