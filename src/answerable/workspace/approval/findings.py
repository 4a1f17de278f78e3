"""What the checks before approval find in the minutes of one meeting, each with its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from answerable.core.approval.checks.given import Given
from answerable.core.approval.checks.table import Found, blocking, run
from answerable.core.approval.states import Facts
from answerable.core.clash import version
from answerable.core.permissions.markings import Marking
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line
from answerable.offices.models import Body
from answerable.people.models import Post, Tenure
from answerable.workspace.approval.reading import Now, minutes_now


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the line that it is about, None where that is the attendance list."""

    found: Found
    line: Line | None

    @property
    def version(self) -> str:
        """Of what the finding is about, for the form that mends it."""
        return version(self.found.key, self.line.text if self.line else self.found.says)


def findings(meeting: Meeting, now: Now | None = None) -> list[Told]:
    """Everything that stands against the minutes, or is told. Two queries beside those of the minutes."""
    now = now or minutes_now(meeting)
    return [Told(one, _line(now, one)) for one in run(_given(meeting, now))]


def facts_of(
    meeting: Meeting,
    now: Now,
    told: list[Told],
    today: dt.date,
    unanswered: int,
    approved_by: Meeting | None = None,
) -> Facts:
    """What the conditions of the steps ask about."""
    return Facts(
        held=meeting.date,
        today=today,
        lines=len(now.lines),
        blocking=blocking([one.found for one in told]),
        unanswered=unanswered,
        approved_on=approved_by.date if approved_by else None,
    )


def asked_of(now: Now) -> list[str]:
    """Who can be named: everybody on the list, as minutes call them."""
    return list(dict.fromkeys(one["abbreviation"] or one["name"] for one in now.paper.attendance))


def _given(meeting: Meeting, now: Now) -> Given:
    covering = Tenure.objects.filter(
        Q(end=None) | Q(end__gte=meeting.date), post=OuterRef("pk"), start__lte=meeting.date
    )
    posts = list(Post.objects.filter(office_id=meeting.office_id).annotate(is_held=Exists(covering)))
    bodies = list(Body.objects.filter(office_id=meeting.office_id))
    known = {one.abbreviation: one.title for one in posts if one.abbreviation}
    known |= {one.abbreviation: one.name for one in bodies if one.abbreviation}
    return Given(
        record=now.record,
        day=meeting.date,
        roll=now.paper.attendance,
        held=_names(one for one in posts if one.is_held) if posts else None,
        known=known,
        bodies=frozenset(name.casefold() for one in bodies for name in (one.name, one.abbreviation) if name),
        restricted=frozenset(at for at, line in now.line_of.items() if line.marking == Marking.RESTRICTED),
    )


def _names(posts: Iterable[Post]) -> frozenset[str]:
    """Posts by key, abbreviation and title, in small letters."""
    names = (name for post in posts for name in (post.key, post.abbreviation, post.title))
    return frozenset(name.casefold() for name in names if name)


def _line(now: Now, found: Found) -> Line | None:
    return now.line_of.get(found.place.index) if found.place.part == "entries" else None
