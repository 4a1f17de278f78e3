"""Correcting what is public, and putting back what was withdrawn: new publications, never edits."""

from __future__ import annotations

from datetime import datetime

from answerable.accounts.models import User
from answerable.publishing.files.child import Cleaner
from answerable.publishing.models import Publication
from answerable.publishing.operations.forward import about_the_same, put_forward


def correct(
    *,
    publication: Publication,
    note: str,
    as_role: str,
    by: User,
    at: datetime,
    title: str = "",
    opens_at: datetime | None = None,
    withdraw_before: bool = False,
    renews: bool = False,
    cleaner: Cleaner | None = None,
) -> Publication:
    """Put forward a correction: what the record says now, with a note for the public. Raises Refusal.

    Parts that did not change stay as they are. The version before can still be read at its own address,
    marked, unless ``withdraw_before``: then its bytes go, because it should not have been public. They go
    by themselves where something was left out or restricted since.
    """
    return put_forward(
        **about_the_same(publication), title=title or publication.title, doing=Publication.Doing.CORRECT,
        duty=publication.duty, note=note, opens_at=opens_at, follows=publication, as_role=as_role, by=by,
        at=at, withdraw_before=withdraw_before, renews=renews, cleaner=cleaner,
    )  # fmt: skip


def put_back(
    *,
    publication: Publication,
    as_role: str,
    by: User,
    at: datetime,
    note: str = "",
    opens_at: datetime | None = None,
    renews: bool = False,
    cleaner: Cleaner | None = None,
) -> Publication:
    """Put forward what was withdrawn, as the record has it now, with what is left out now. Raises Refusal.

    ``publication`` is the withdrawal, or what was withdrawn. It comes to the address that it had.
    """
    return put_forward(
        **about_the_same(publication), title=publication.title, doing=Publication.Doing.PUT_BACK,
        duty=publication.duty, note=note, opens_at=opens_at, follows=publication, as_role=as_role, by=by,
        at=at, renews=renews, cleaner=cleaner,
    )  # fmt: skip
