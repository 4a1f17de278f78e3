"""Decisions on what somebody has seen: where it changed since, they look again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.clash import Choice, Clash
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.publishing.models import Publication
from answerable.publishing.operations import decide
from answerable.workspace.publishing.versions import publication_version

STATES = dict(Publication.State.choices)


@transaction.atomic
def decide_as_seen(
    *, publication: Publication, as_role: str, seen: str | None, by: User, at: datetime
) -> Publication:
    """Decide to publish what the page showed. Raises Clash, Refusal."""
    _look(publication, seen, Publication.State.DECIDED)
    return decide(publication=publication, as_role=as_role, by=by, at=at)


@transaction.atomic
def do_as_seen(
    *,
    then: Callable[..., Any],
    publication: Publication,
    why: str,
    seen: str | None,
    by: User,
    at: datetime,
) -> None:
    """Drop or stop what the page showed. Raises Clash, Refusal."""
    _look(publication, seen, Publication.State.DROPPED)
    then(publication=publication, why=why, by=by, at=at)


def _look(publication: Publication, seen: str | None, wanted: str) -> None:
    hold_office(publication.office_id)
    held = Publication.objects.select_related("decided_by").get(pk=publication.pk)
    if not seen or publication_version(held) == seen:
        return
    if held.state == Publication.State.PROPOSED:
        raise Refusal("What the checks say of it has changed since you opened the page: look at it again.")
    raise Clash(
        "this publication",
        [Choice("state", "What is done with it", STATES[held.state], STATES[wanted])],
        who=held.decided_by.name if held.decided_by else None,
        at=held.decided_at,
        final=True,
    )
