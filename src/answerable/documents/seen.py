"""Which originals somebody may have."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from answerable.accounts.marked import seen_by
from answerable.core.actions.reporting import speaks_for
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.web.actor import Actor


def documents_seen_by(actor: Actor, rows: QuerySet[Document]) -> QuerySet[Document]:
    """Without those that are restricted, and those that go with the other side's drafts.

    An auditor reads drafts too.
    """
    rows = seen_by(actor, rows)
    if Role.AUDITOR in actor.roles:
        return rows
    return rows.filter(Q(kept_for="") | Q(kept_for=speaks_for(actor.roles) or "nobody"))
