"""What each post owes: open, overdue and lapsed actions, and how old they are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, cast

from django.db.models import Case, CharField, Count, F, Q, When
from django.db.models.functions import Cast, Substr

from answerable.actions.models import Action
from answerable.components import words
from answerable.components.words import as_name
from answerable.offices.models import Body
from answerable.people.models import Post
from answerable.workspace.here import Here
from answerable.workspace.standing import is_lapsed, is_overdue

BANDS = (
    (3, "under 3 months old"),
    (6, "of 3 to 5 months"),
    (12, "of 6 to 11 months"),
    (None, "a year old or more"),
)
"""Age in months, the upper end left out."""

SIDES = {"force": "The force", "office": "The office", "other": "Others, and nobody"}
MONTH = Substr(Cast("given", CharField()), 1, 7)  # "2018-03", the same on both databases


@dataclass(slots=True)
class Owed:
    """One owner's open actions; ``ages`` counts them by age in whole months.

    ``before``: due by the next meeting and not overdue. ``post``: where a post owns them.
    """

    owner: str
    name: str
    side: str
    open: int = 0
    overdue: int = 0
    lapsed: int = 0
    before: int = 0
    post: Post | None = None
    ages: Counter[int] = field(default_factory=Counter)

    @property
    def bands(self) -> list[int]:
        """How many are of each of BANDS."""
        counts = [0] * len(BANDS)
        for months, count in self.ages.items():
            counts[_band(months)] += count
        return counts

    @property
    def median_age(self) -> str:
        months = median(self.ages)
        return "under a month" if months == 0 else words.plural(months, "month")

    @property
    def bands_in_words(self) -> str:
        """5 open: 3 under 3 months old, 2 a year old or more"""
        counted = zip(self.bands, BANDS, strict=True)
        return f"{self.open} open: " + ", ".join(f"{count} {name}" for count, (_, name) in counted if count)


def owed_by_post(here: Here, until: dt.date) -> list[Owed]:
    """Every owner of an open action, by side, those who owe most first. Three queries."""
    rows = list(_rows(here, until))
    posts = Post.objects.in_bulk({row["post"] for row in rows if row["post"]})
    bodies = Body.objects.in_bulk({row["body"] for row in rows if row["body"]})
    found: dict[str, Owed] = {}
    for row in rows:
        owner = _owner(row)
        if owner not in found:
            found[owner] = _nobody_yet(owner, row, posts, bodies)
        owed = found[owner]
        owed.open += row["count"]
        owed.overdue += row["overdue"]
        owed.lapsed += row["lapsed"]
        owed.before += row["before"]
        owed.ages[_months(row["month"], here.today)] += row["count"]
    order = list(SIDES)
    return sorted(found.values(), key=lambda owed: (order.index(owed.side), -owed.open, owed.name))


def by_side(owed: Iterable[Owed]) -> list[tuple[str, list[Owed]]]:
    """The owners under the name of their side."""
    sides: dict[str, list[Owed]] = {}
    for one in owed:
        sides.setdefault(SIDES[one.side], []).append(one)
    return list(sides.items())


def median(counts: Counter[int]) -> int:
    """The lower median of values that are counted."""
    values = sorted(counts)
    half = (sum(counts.values()) + 1) // 2
    reached: Sequence[int] = list(accumulate(counts[value] for value in values))
    return next((value for value, sofar in zip(values, reached, strict=True) if sofar >= half), 0)


def _rows(here: Here, until: dt.date) -> Iterable[dict[str, Any]]:
    """Open actions counted by month and owner; a name counts only where it is no post and no body."""
    of_nobody = Q(owners__post=None, owners__body=None)
    rows = (
        here.sees(Action.objects.filter(office_id=here.office_id, state="open"))
        .annotate(
            month=MONTH,
            post=F("owners__post"),
            body=F("owners__body"),
            printed=Case(When(of_nobody, then=F("owners__printed"))),
        )
        .values("month", "post", "body", "printed")
        .order_by()
        .annotate(
            count=Count("id"),
            overdue=Count("id", filter=is_overdue(here.today)),
            lapsed=Count("id", filter=is_lapsed(here.today)),
            before=Count("id", filter=Q(due__gte=here.today, due__lte=until)),
        )
    )
    return cast("Iterable[dict[str, Any]]", rows)


def _owner(row: Mapping[str, Any]) -> str:
    """The owner as the register's filter writes it."""
    if row["post"]:
        return f"post-{row['post']}"
    if row["body"]:
        return f"body-{row['body']}"
    return f"printed-{row['printed']}" if row["printed"] else "none"


def _nobody_yet(
    owner: str, row: Mapping[str, Any], posts: Mapping[int, Post], bodies: Mapping[int, Body]
) -> Owed:
    if row["post"]:
        post = posts[row["post"]]
        return Owed(owner, as_name(post.title), post.side if post.side in SIDES else "other", post=post)
    if row["body"]:
        return Owed(owner, as_name(bodies[row["body"]].name), "other")
    return Owed(owner, row["printed"] or "Nobody is named", "other")


def _months(month: str, today: dt.date) -> int:
    year, number = int(month[:4]), int(month[5:7])
    return max((today.year - year) * 12 + today.month - number, 0)


def _band(months: int) -> int:
    return next(place for place, (end, _) in enumerate(BANDS) if end is None or months < end)
