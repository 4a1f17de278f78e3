"""Actions counted by what became of them, along one dimension at a time. The database counts."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Concat

from answerable.actions.models import Action, Commitment
from answerable.components.words import as_name
from answerable.core.actions.outcomes import DONE, NAMES, UNFINISHED, Outcome
from answerable.meetings.models import Forum
from answerable.meetings.seen import topics_seen_by
from answerable.offices.models import Area, Body
from answerable.people.models import Post
from answerable.topics.models import Topic
from answerable.workspace.here import Here
from answerable.workspace.standing import outcome_on

MOST_ROWS = 100  # of a table: more is no table that anybody reads

Counted = list[tuple[Any, str, int]]
"""Of each row and outcome how many: (key of the row, outcome, count)."""


@dataclass(frozen=True, slots=True)
class Span:
    """The actions that are looked at: those given from ``start`` to ``end``, either may be open."""

    start: dt.date | None = None
    end: dt.date | None = None

    def given(self) -> dict[str, dt.date]:
        """As conditions on a field ``given``."""
        return {
            name: day
            for name, day in (("given__gte", self.start), ("given__lte", self.end))
            if day is not None
        }

    def asked(self) -> dict[str, str]:
        """As the register's address asks for it."""
        days = {"given-from": self.start, "given-to": self.end}
        return {name: str(day) for name, day in days.items() if day is not None}


@dataclass(slots=True)
class Row:
    """One line of a table; ``filters`` lead to its actions in the register, None where no filter says it."""

    name: str
    filters: Mapping[str, str] | None
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def given(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        return sum(self.counts[one] for one in DONE)

    @property
    def dated(self) -> int:
        """Those done that had a date, so that they could be kept on time or late."""
        return self.counts[Outcome.KEPT] + self.counts[Outcome.LATE]

    @property
    def unfinished(self) -> int:
        return sum(self.counts[one] for one in UNFINISHED)

    def link(self, outcome: str = "") -> str | None:
        """The register with these actions; None where no address says it."""
        if self.filters is None:
            return None
        return "/actions/?" + urlencode({**self.filters, **({"outcome": outcome} if outcome else {})})

    @property
    def in_words(self) -> str:
        """Tarnebury: 4 kept on time, 2 lapsed"""
        said = (f"{self.counts[key]} {name.lower()}" for key, name in NAMES.items() if self.counts[key])
        return f"{self.name}: {', '.join(said) or 'none'}"


def actions_in(here: Here, span: Span) -> QuerySet[Action]:
    """What is counted: the office's actions that somebody may see, given in the span; drafts are not."""
    return here.sees(Action.objects.filter(office_id=here.office_id, draft=False, **span.given())).order_by()


def total(here: Here, span: Span) -> Row:
    """All of them. One query."""
    return _rows(_counted(here, actions_in(here, span), Value(0)), {0: ("All", span.asked())})[0]


def by_year(here: Here, span: Span) -> list[Row]:
    """By the calendar year in which they were given. One query."""
    counted = _counted(here, actions_in(here, span), F("given__year"))
    named = {
        year: (str(year), _within(span, dt.date(year, 1, 1), dt.date(year, 12, 31))) for year, _, _ in counted
    }
    return _rows(counted, dict(sorted(named.items())))


def _within(span: Span, first: dt.date, last: dt.date) -> dict[str, str]:
    return Span(max(span.start or first, first), min(span.end or last, last)).asked()


def by_forum(here: Here, span: Span) -> list[Row]:
    """By the forum that follows them now. Two queries."""
    counted = _counted(here, actions_in(here, span), F("forum"))
    names = Forum.objects.filter(office_id=here.office_id).values_list("pk", "name")
    return _by_name(counted, span, {key: (name, {"forum": str(key)}) for key, name in names})


def by_post(here: Here, span: Span) -> list[Row]:
    """By owner: posts, bodies, and what is printed where it is neither. Three queries.

    An action with two owners counts for both.
    """
    owner = Case(
        When(
            owners__post__isnull=False, then=Concat(Value("post-"), "owners__post", output_field=CharField())
        ),
        When(
            owners__body__isnull=False, then=Concat(Value("body-"), "owners__body", output_field=CharField())
        ),
        When(owners__isnull=False, then=Concat(Value("printed-"), "owners__printed")),
        default=Value("none"),
    )
    counted = _counted(here, actions_in(here, span), owner, Count("pk", distinct=True))
    known = {f"post-{key}": as_name(title) for key, title in _named(Post, here, "title")}
    known |= {f"body-{key}": as_name(name) for key, name in _named(Body, here, "name")}
    known["none"] = "Nobody is named"
    names = {key: (known.get(key) or key.removeprefix("printed-"), {"owner": key}) for key, _, _ in counted}
    return _by_name(counted, span, names)


def _named(model: type[Post] | type[Body], here: Here, column: str) -> Iterable[tuple[int, str]]:
    return model.objects.filter(office_id=here.office_id).values_list("pk", column)  # type: ignore[return-value]


def by_topic(here: Here, span: Span) -> list[Row]:
    """By the topics that somebody kept or the finder offered. Two queries.

    An action counts for every topic of its agenda item.
    """
    shown = topics_seen_by(here.actor, Topic.objects.filter(office_id=here.office_id))
    names = dict(shown.filter(state__in=["kept", "offered"]).values_list("pk", "name"))
    rows = actions_in(here, span).filter(item__topic_links__topic__office_id=here.office_id)
    counted = _counted(here, rows, F("item__topic_links__topic"), Count("pk", distinct=True))
    return _by_name(counted, span, {key: (name, {"topic": str(key)}) for key, name in names.items()})


def by_area(here: Here, span: Span) -> list[Row]:
    """By the areas that their words, owners or agenda item name. Two queries.

    An action counts for every area that it names, and for none where it names none.
    """
    areas = list(Area.objects.filter(force__office_id=here.office_id).order_by("name")[:MOST_ROWS])
    if not areas:
        return []
    columns = {f"area_{area.pk}": Count("pk", filter=names_area(area.name)) for area in areas}
    rows = actions_in(here, span).annotate(outcome=outcome_on(here.today)).values("outcome")
    counted: list[Any] = list(rows.annotate(**columns))
    found = []
    for area in areas:
        row = Row(area.name, None)  # the register looks at fewer columns than an area is told by
        row.counts.update({one["outcome"]: one[f"area_{area.pk}"] for one in counted})
        found.append(row)
    return found


def names_area(name: str) -> Q:
    """Of actions that name an area."""
    return (
        Q(text__icontains=name)
        | Q(owners_printed__icontains=name)
        | Q(heading__icontains=name)
        | Q(item__title__icontains=name)
    )


def _counted(here: Here, rows: QuerySet[Action], key: Any, count: Any = None) -> Counted:
    found = rows.annotate(key=key, outcome=outcome_on(here.today)).values_list("key", "outcome")
    return list(found.annotate(count=count or Count("pk")))


def _rows(counted: Counted, named: Mapping[Any, tuple[str, dict[str, str]]]) -> list[Row]:
    found = {key: Row(name, filters) for key, (name, filters) in named.items()}
    for key, outcome, count in counted:
        if key in found:
            found[key].counts[outcome] += count
    return list(found.values())


def _by_name(counted: Counted, span: Span, named: Mapping[Any, tuple[str, dict[str, str]]]) -> list[Row]:
    """The rows in the order of their names, not of their counts: nothing here is a league."""
    spoken = {key for key, _, _ in counted}
    some = sorted(
        ((key, *of) for key, of in named.items() if key in spoken), key=lambda one: one[1].casefold()
    )
    return _rows(counted, {key: (name, {**span.asked(), **filters}) for key, name, filters in some})


DIMENSIONS: Mapping[str, tuple[str, Callable[[Here, Span], list[Row]]]] = {
    "year": ("Year", by_year),
    "forum": ("Forum", by_forum),
    "post": ("Owner", by_post),
    "topic": ("Topic", by_topic),
    "area": ("Area", by_area),
}


def days_taken(here: Here, span: Span) -> Counter[int]:
    """How many of those done, or reported as done, took how many days. One query."""
    rows = actions_in(here, span).filter(days_taken__isnull=False).values_list("days_taken")
    return Counter(dict(rows.annotate(count=Count("pk"))))


@dataclass(frozen=True, slots=True)
class Reported:
    """Of what is reported as done and not accepted yet: how many, how many had a date, and were by it."""

    all: int
    dated: int
    kept: int


def reported(here: Here, span: Span) -> Reported:
    """What the reports say. One query."""
    rows = actions_in(here, span).filter(state=Action.State.REPORTED)
    dated = Q(first_due__isnull=False)
    counts = rows.aggregate(
        all=Count("pk"),
        dated=Count("pk", filter=dated),
        kept=Count("pk", filter=dated & Q(kept=Action.Kept.KEPT)),
    )
    return Reported(**counts)


@dataclass(frozen=True, slots=True)
class Moved:
    """Dates that were moved: how many actions, how often in all, and by how many days (days → actions)."""

    actions: int
    times: int
    days: Counter[int]


MOST_MOVED = 20_000  # dates that are looked at: memory stays flat, and a median of so many does not change


def moved(here: Here, span: Span) -> Moved:
    """Of actions with a date that slipped: a cancelled meeting is no slip. One query."""
    rows = actions_in(here, span).filter(slipped__gt=0, first_due__isnull=False, due__isnull=False)
    found = list(rows.values_list("slipped", "first_due", "due")[:MOST_MOVED])
    days = Counter(max((now - first).days, 0) for _, first, now in found if first and now)
    return Moved(len(found), sum(times for times, _, _ in found), days)


def promises(here: Here, span: Span) -> list[tuple[str, int]]:
    """Promises that nobody marked as actions, by what was decided about them. One query."""
    dates = {name.replace("given", "meeting__date"): day for name, day in span.given().items()}
    rows = here.sees(Commitment.objects.filter(office_id=here.office_id, **dates)).order_by()
    counts = dict(rows.values_list("standing").annotate(count=Count("pk")))
    return [(label, counts.get(value, 0)) for value, label in Commitment.Standing.choices]
