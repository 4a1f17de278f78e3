"""START-HERE.html and everything that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from django.db.models import Prefetch

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.offices.models import Office
from answerable.people.models import Tenure
from answerable.upkeep.handover.pages.figures import write_measures
from answerable.upkeep.handover.pages.laying import FIND, PAGES, START, Pages
from answerable.upkeep.handover.pages.minutes import has_minutes, write_minutes
from answerable.upkeep.handover.record import Tell
from answerable.upkeep.handover.tables import LEFT

SAID = ("linked", "accepted")
"""Links of updates that count."""
AT_A_TIME = 500  # rows that are held in memory
T = TypeVar("T")


def write_pages(
    folder: Path, office: Office, *, at: datetime, counted: dict[str, int], tell: Tell, left: dict[str, str]
) -> None:
    """Write every page. ``counted``: rows of each table; ``left``: originals that do not go, and why."""
    pages = Pages(folder, office, at, tell)
    pages.style()
    meetings = write_minutes(pages, left)
    measures = write_measures(pages)
    tell("registers")
    actions = _by_year(pages, "actions", "Register of actions", _actions(office), lambda one: one.given.year)
    promises = _by_year(pages, "promises", "Promises", _promises(office), lambda one: one.meeting.date.year)
    pages.lay(f"{PAGES}/people.html", "people.html", tenures=_tenures(office))
    pages.lay(f"{PAGES}/measures.html", "measures.html", measures=measures)
    pages.lay(f"{PAGES}/left-out.html", "left_out.html", tables=LEFT, originals=_named(office, left))
    pages.lay(
        START, "start.html", counted=counted, measures=measures, left=left, has_minutes=has_minutes,
        meetings=meetings, registers={"actions": actions, "promises": promises},
    )  # fmt: skip
    tell("search")
    pages.index.write(folder / FIND)


def _by_year(pages: Pages, name: str, title: str, rows: Iterable[T], year: Any) -> list[tuple[int, str]]:
    """A register as a page to each year; the years with their pages."""
    written = []
    for of, some in groupby(rows, key=year):
        file = f"{name}-{of}.html"
        pages.lay(
            f"{PAGES}/{file}", f"{name}.html", title=f"{title}, {of}", rows=_told(pages, name, file, some)
        )
        written.append((of, file))
    return written


def _told(pages: Pages, name: str, file: str, rows: Iterable[T]) -> Iterator[T]:
    """The rows as they go by, with the words of each for the search."""
    for one in rows:
        place = f"{PAGES}/{file}#{name}-{one.pk}"  # type: ignore[attr-defined]
        said = str(one.text)  # type: ignore[attr-defined]
        number = getattr(one, "number", None)
        pages.index.add(place, f"{number or name[:-1].capitalize()}: {said[:80]}", [said, number or ""])
        yield one


def _actions(office: Office) -> Iterator[Action]:
    said = ActionUpdate.objects.filter(link__in=SAID).select_related("meeting").defer("source")
    rows = Action.objects.filter(office=office).select_related("meeting__forum")
    rows = rows.prefetch_related(Prefetch("updates", said.order_by("meeting__date", "pk"), "said_since"))
    return rows.defer("source", "owners_source").order_by("given", "pk").iterator(AT_A_TIME)


def _promises(office: Office) -> Iterator[Commitment]:
    rows = Commitment.objects.filter(office=office).select_related("meeting__forum", "action")
    return rows.defer("source").order_by("meeting__date", "meeting", "position").iterator(AT_A_TIME)


def _tenures(office: Office) -> Any:
    rows = Tenure.objects.filter(post__office=office).select_related("person", "post")
    return rows.order_by("post__title", "start", "pk")


def _named(office: Office, left: dict[str, str]) -> list[tuple[str, str]]:
    """Originals that are left out, by the names that people know them by."""
    rows = office.documents.filter(content__in=list(left)).order_by("name", "pk")
    return [(name, left[content]) for name, content in rows.values_list("name", "content")]
