"""When comments on a report have to be published, and how that stands today.

Police Act 1996, section 55(5A), put in by the Policing and Crime Act 2017, section 37: the comments of the
local policing body, those that the chief officer submitted, and its response to them "must be published
before the end of the period of 56 days beginning with the day on which the report is published".
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

PERIOD = 56  # days, the day of publication being the first of them: section 55(5A)

State = Literal["not-needed", "published", "published-late", "due", "late"]


def response_due(published: dt.date) -> dt.date:
    """The last day on which the comments are still in time: the 56th, which is publication + 55.

    Every day counts, weekends and bank holidays too: the Act knows no other day.
    """
    return published + dt.timedelta(days=PERIOD - 1)


@dataclass(frozen=True, slots=True)
class Standing:
    """``days``: left until the last day where it is due, else how many days after it; never below 0."""

    state: State
    due: dt.date
    days: int = 0

    @property
    def in_words(self) -> str:
        """in 12 days; today; 3 days late; published in time; published 3 days late; not needed"""
        if self.state == "due":
            return {0: "today", 1: "tomorrow"}.get(self.days, f"in {self.days} days")
        late = f"{self.days} {'day' if self.days == 1 else 'days'} late"
        return {
            "late": late,
            "published": "published in time",
            "published-late": f"published {late}",
            "not-needed": "not needed",
        }[self.state]


def standing(
    published: dt.date, today: dt.date, responded: dt.date | None = None, *, concerns_us: bool = True
) -> Standing:
    """How the duty to comment stands on a day. ``responded`` is the day that the comments were published."""
    due = response_due(published)
    if not concerns_us:
        return Standing("not-needed", due)
    if responded is not None:
        over = (responded - due).days
        return Standing("published-late", due, over) if over > 0 else Standing("published", due)
    left = (due - today).days
    return Standing("due", due, left) if left >= 0 else Standing("late", due, -left)
