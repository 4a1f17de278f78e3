"""Who reads a pack: what they may see, less what is restricted where the copy is to be passed on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.db import models

from answerable.core.permissions.table import Permission
from answerable.web.actor import Actor
from answerable.workspace.here import Here

T = TypeVar("T", bound=models.Model)


@dataclass(slots=True)
class Reader:
    """``of_the_office``: judgements and lines of questioning are for them, as they are not for the force.
    ``shown`` gathers the restricted rows that the pack shows, ``left_out`` says that none may be."""

    here: Here
    of_the_office: bool
    left_out: bool = False
    shown: list[Any] = field(default_factory=list)

    @property
    def actor(self) -> Actor:
        return self.here.actor

    def sees(self, rows: models.QuerySet[T], through: str = "") -> models.QuerySet[T]:
        return self.here.sees(rows, through)

    def shows(self, *rows: Any) -> None:
        self.shown += [row for row in rows if row.restricted]


def reader_of(here: Here, *, open_only: bool) -> Reader:
    """Whoever asks; with ``open_only`` they see what somebody sees who may not read what is restricted."""
    office = here.actor.may(Permission.READ_DRAFTS)
    if open_only:
        here = replace(here, actor=Actor(here.actor.user, here.actor.office, strong=here.actor.strong))
    return Reader(here, office, left_out=not here.actor.sees_restricted)
