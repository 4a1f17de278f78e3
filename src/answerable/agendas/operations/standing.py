"""What every agenda of a forum has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from answerable.accounts.models import User
from answerable.agendas.models import StandingItem
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.components.words import plural
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.clash import version as version_of
from answerable.core.minutes.titles import item_kind
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum
from answerable.offices.operations import hold_office

SET = "agendas.set_standing"
MOST_ITEMS = 60  # an agenda with more is no agenda
LEVELS = 3
INDENT = 2  # blanks that put an item a level below the one before


class NewStanding(NamedTuple):
    """An item as it is typed; ``level`` from 1."""

    title: str
    level: int = 1


def as_typed(items: Sequence[StandingItem]) -> str:
    """The items as somebody types them: a line each, those below another with two blanks before them."""
    return "\n".join(" " * INDENT * (one.level - 1) + one.title for one in items)


def from_lines(text: str) -> list[NewStanding]:
    """What was typed, a line to an item. A line has at most one level more than the one before it."""
    found: list[NewStanding] = []
    for line in text.expandtabs(INDENT).splitlines():
        title = "".join(one for one in " ".join(line.split()) if one.isprintable())
        if title.strip():
            wanted = 1 + (len(line) - len(line.lstrip())) // INDENT
            deepest = found[-1].level + 1 if found else 1
            found.append(NewStanding(title, min(wanted, deepest, LEVELS)))
    return found


@transaction.atomic
def set_standing(
    *, forum: Forum, items: Sequence[NewStanding], seen: str | None = None, by: User, at: datetime
) -> None:
    """Make a forum's standing items equal to these; each one's kind is what the grammar makes of its title.

    Agendas that are written already do not change. ``seen`` is the version of the typed lines that the form
    showed. Raises Clash, Gone, Refusal.
    """
    hold_office(forum.office_id)
    if not Forum.objects.filter(pk=forum.pk).exists():
        raise Gone(f"the forum {forum}")
    held = list(forum.standing_items.all())
    before, after = as_typed(held), as_typed(_rows(forum, items))
    if before == after:
        raise Refusal("Nothing was changed: that is what it says already.")
    if seen and version_of(before) != seen:
        choice = Choice("items", "Standing items", theirs=before, yours=after, shape="long")
        who, when = who_changed(forum, SET)
        raise Clash(f"the standing items of {forum}", [choice], who=who, at=when, version=version_of(before))
    _check(items)
    forum.standing_items.all().delete()
    StandingItem.objects.bulk_create(_rows(forum, items))
    audit.record(
        by=by, at=at, operation=SET, office_id=forum.office_id, about=forum,
        summary=f"{forum} has {plural(len(items), 'standing item')}.",
        details={"items": [list(one) for one in items]},
    )  # fmt: skip


def _rows(forum: Forum, items: Sequence[NewStanding]) -> list[StandingItem]:
    return [
        StandingItem(forum=forum, position=at, title=title, kind=item_kind(title), level=level)
        for at, (title, level) in enumerate(items)
    ]


def _check(items: Sequence[NewStanding]) -> None:
    if len(items) > MOST_ITEMS:
        raise Refusal(f"Keep to {MOST_ITEMS} standing items: these are {len(items)}.")
    longest = StandingItem._meta.get_field("title").max_length or 0
    long = next((one.title for one in items if len(one.title) > longest), None)
    if long:
        raise Refusal(f"Shorten “{long[:40]}…” to {longest} letters: it is the title of an item.")
