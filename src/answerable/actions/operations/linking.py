"""Ties updates to the actions that they are about, by the rules of ``core.actions.matching``.

What an update can be about depends on the actions alone, not on other updates, so that the order in which
files came in makes no difference. Three places are looked in, the likeliest first: the forum's own actions
of the month that the update names; the forum's actions of the last years; other forums' of that month.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet

from answerable.actions.models import Action, ActionUpdate
from answerable.actions.queries import CLOSURES, followed_in
from answerable.core.actions import matching
from answerable.core.actions.matching import Candidate, EarlierAction, Report
from answerable.core.batches import batches
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.writing import write_columns

WINDOW = relativedelta(years=3)
"""How far back an update can reach without naming the month: older actions are found by their month."""

MONTHS_KEPT = 24
"""Meetings are tied in order of date and name months not long before them; memory stays flat."""

BATCH = 200  # meetings whose updates are read at a time
COLUMNS = ["action_id", "score", "why", "link"]
Link = ActionUpdate.Link


@dataclass(frozen=True, slots=True)
class Shelf:
    """Actions in order of the day they were given."""

    days: list[date]
    actions: list[EarlierAction]

    def between(self, first: date, end: date) -> Sequence[EarlierAction]:
        """Those given from ``first`` up to, but not on, ``end``."""
        return self.actions[bisect_left(self.days, first) : bisect_left(self.days, end)]


class Shelves:
    """The actions of an office, read where an update may mean them.

    A shelf for each family of forums (a forum and those it took over from), and one for each month.
    """

    def __init__(self, office_id: int) -> None:
        self._actions = Action.objects.filter(office_id=office_id)
        self._before = dict(Forum.objects.filter(office_id=office_id).values_list("id", "succeeds_id"))
        self._of_forum: dict[int, list[EarlierAction]] = {}
        self._families: dict[int, Shelf] = {}
        self._months: dict[str, Shelf] = {}

    def family(self, forum: int) -> Shelf:
        if forum not in self._families:
            some = (one for key in self._line(forum) for one in self._given_by(key))
            self._families[forum] = _shelf(some)
        return self._families[forum]

    def month(self, month: str) -> Shelf:
        """What all forums gave in a month, "2025-06"; of the months, the last read are kept."""
        if month not in self._months:
            if len(self._months) >= MONTHS_KEPT:
                del self._months[next(iter(self._months))]
            first, end = _bounds(month)
            self._months[month] = _shelf(_earlier(self._actions.filter(given__gte=first, given__lt=end)))
        return self._months[month]

    def _given_by(self, forum: int) -> list[EarlierAction]:
        if forum not in self._of_forum:
            self._of_forum[forum] = list(_earlier(self._actions.filter(followed_in([forum]))))
        return self._of_forum[forum]

    def _line(self, forum: int) -> list[int]:
        line = [forum]
        while (before := self._before.get(line[-1])) is not None and before not in line:
            line.append(before)
        return line


def renew_links(office_id: int, meetings: QuerySet[Meeting]) -> set[int]:
    """Tie the updates of these meetings again; returns the actions whose updates changed."""
    touched: set[int] = set()
    shelves: Shelves | None = None
    said = ActionUpdate.objects.filter(meeting__in=meetings).values_list("meeting_id", flat=True)
    order = Meeting.objects.filter(pk__in=said).order_by("date", "pk").values_list("pk", "date", "forum_id")
    for batch in batches(order.iterator(), BATCH):
        shelves = shelves or Shelves(office_id)
        updates = _updates([key for key, _, _ in batch])
        changed: list[dict[str, Any]] = []
        for key, day, forum in batch:
            changed += _changes(updates[key], _link_meeting(updates[key], shelves, day, forum))
        write_columns(ActionUpdate, COLUMNS, changed)
        touched |= {one for row in changed for one in (row["before"], row["action_id"]) if one is not None}
    return touched


def meetings_to_link(office_id: int) -> QuerySet[Meeting]:
    """The meetings that are not settled, and later ones whose updates their actions might answer to.

    Those are the ones that name the months, and those of the years after of the same forums or of ones that
    took over from them.
    """
    fresh = Meeting.objects.filter(office_id=office_id, settled=False)
    forums = _heirs(office_id, set(fresh.values_list("forum_id", flat=True)))
    return _with_later(office_id, Q(forum__in=forums))


def meetings_to_close(office_id: int) -> QuerySet[Meeting]:
    """The meetings that are not settled, and later ones that might close their actions by number.

    A number is looked for in every forum.
    """
    return _with_later(office_id, Q())


def _with_later(office_id: int, followed: Q) -> QuerySet[Meeting]:
    fresh = Meeting.objects.filter(office_id=office_id, settled=False)
    first = fresh.order_by("date").values_list("date", flat=True).first()
    if first is None:
        return fresh
    named = Q(updates__about_month__in=_months(fresh))
    near = Q(date__gt=first, date__lte=_latest(fresh) + WINDOW) & followed
    later = Meeting.objects.filter(near | named, office_id=office_id).values("pk")
    return Meeting.objects.filter(Q(settled=False) | Q(pk__in=later), office_id=office_id)


def _heirs(office_id: int, forums: set[int]) -> set[int]:
    """These forums and all that took over from one of them."""
    before = dict(Forum.objects.filter(office_id=office_id).values_list("id", "succeeds_id"))
    heirs = set(forums)
    while more := {forum for forum, earlier in before.items() if earlier in heirs} - heirs:
        heirs |= more
    return heirs


def _months(fresh: QuerySet[Meeting]) -> list[str]:
    return sorted({f"{day:%Y-%m}" for day in fresh.values_list("date", flat=True).distinct()})


def _latest(fresh: QuerySet[Meeting]) -> date:
    return fresh.order_by("-date").values_list("date", flat=True)[0]


def _updates(meetings: Sequence[int]) -> dict[int, list[ActionUpdate]]:
    found: dict[int, list[ActionUpdate]] = defaultdict(list)
    said = ActionUpdate.objects.filter(meeting_id__in=meetings, position__lt=CLOSURES)
    rows = said.defer("source").order_by("position")
    for update in rows:
        found[update.meeting_id].append(update)
    return found


def _link_meeting(
    updates: Sequence[ActionUpdate], shelves: Shelves, day: date, forum: int
) -> Mapping[int, tuple[Candidate, bool]]:
    """For each update of one meeting its likeliest action, and whether it is sure; nothing where none is."""
    decided = {one.action_id for one in updates if one.link == Link.ACCEPTED}
    left = [one for one in updates if one.link not in (Link.ACCEPTED, Link.REJECTED)]
    found: dict[int, tuple[Candidate, bool]] = {}
    offered: dict[int, Candidate] = {}
    taken: set[Hashable] = set(decided)
    for asked, actions in _places(left, shelves, day, forum):
        asked = [one for one in asked if one.pk not in found]
        free = [one for one in actions if one.key not in taken]
        if not asked or not free:
            continue
        reports = [_report(one) for one in asked]
        for update, report, match in zip(
            asked, reports, matching.assign(reports, free, said_on=day), strict=True
        ):
            if match is not None:
                found[update.pk] = (match, True)
                taken.add(match.key)
                continue
            likely = matching.candidates(report, free, said_on=day)[:1]
            for one in likely:
                if update.pk not in offered or one.score > offered[update.pk].score:
                    offered[update.pk] = one
    return {**{key: (one, False) for key, one in offered.items()}, **found}


def _places(
    updates: Sequence[ActionUpdate], shelves: Shelves, day: date, forum: int
) -> Iterable[tuple[list[ActionUpdate], Sequence[EarlierAction]]]:
    """Where to look for which updates, the likeliest place first."""
    by_month: dict[str, list[ActionUpdate]] = defaultdict(list)
    for update in updates:
        if update.about_month:
            by_month[update.about_month].append(update)
    own = shelves.family(forum)
    for month, some in sorted(by_month.items()):
        yield some, _of_month(own, month, day)
    yield list(updates), own.between(day - WINDOW, day)
    for month, some in sorted(by_month.items()):
        yield some, _of_month(shelves.month(month), month, day)


def _of_month(shelf: Shelf, month: str, day: date) -> Sequence[EarlierAction]:
    first, end = _bounds(month)
    return shelf.between(first, min(end, day))


def _bounds(month: str) -> tuple[date, date]:
    """The first day of a month and of the next."""
    first = date.fromisoformat(f"{month}-01")
    return first, first + relativedelta(months=1)


def _report(update: ActionUpdate) -> Report:
    return Report(update.about_month, update.about_item, update.action_text, update.text)


def _changes(
    updates: Sequence[ActionUpdate], links: Mapping[int, tuple[Candidate, bool]]
) -> list[dict[str, Any]]:
    changed = []
    for update in updates:
        if update.decided_at is not None:
            continue
        new: dict[str, Any] = {"action_id": None, "score": None, "why": "", "link": Link.NONE}
        if update.pk in links:
            match, sure = links[update.pk]
            new = {
                "action_id": match.key,
                "score": round(match.score, 3),
                "why": _why(match),
                "link": Link.LINKED if sure else Link.WAITING,
            }
        old = {"action_id": update.action_id, "score": update.score, "why": update.why, "link": update.link}
        if new != old:
            changed.append({"pk": update.pk, "before": update.action_id, **new})
    return changed


def _why(match: Candidate) -> str:
    """What the score is made of, for the page that shows it."""
    parts = [
        ("meeting", match.meeting),
        ("item", match.item),
        ("words", match.wording),
        ("order", match.order),
    ]
    return ", ".join(f"{name} {value:.0%}" for name, value in parts if value is not None)


def _earlier(actions: QuerySet[Action]) -> Iterator[EarlierAction]:
    rows = actions.order_by().values_list("pk", "given", "item__number", "text", "position")
    return (EarlierAction(*row) for row in rows.iterator())


def _shelf(actions: Iterable[EarlierAction]) -> Shelf:
    ordered = sorted(actions, key=lambda one: (one.given_on, one.order, str(one.text)))
    return Shelf([one.given_on for one in ordered], ordered)
