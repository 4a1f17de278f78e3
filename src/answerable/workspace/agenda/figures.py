"""The figures of a meeting's subjects: what they are now, what they were when the forum met last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from answerable.core.agenda.pack import Figure
from answerable.core.measures.facts import Facts, Observed, Who
from answerable.core.measures.judging import judge
from answerable.core.measures.proposing import target_now
from answerable.core.measures.telling import in_unit, period_in_words
from answerable.measures.models import Series
from answerable.measures.queries.together import Held, facts_together, one_source
from answerable.meetings.models import Meeting
from answerable.workspace.agenda.reader import Reader

MOST_FIGURES = 20  # measures that one pack lists: its reader has an hour


def figures_of(reader: Reader, meeting: Meeting, topics: Collection[int]) -> list[Figure]:
    """The measures of these topics, of the whole force. One query, none without a topic."""
    if not topics:
        return []
    rows = Series.objects.filter(
        measure__topic__in=topics, measure__office_id=meeting.office_id, measure__ended=None, who=Who.FORCE
    )
    held = one_source(facts_together(reader.sees(rows, "measure"), reader.here.today))[:MOST_FIGURES]
    reader.shows(*(one.measure for one in held))
    before = getattr(meeting, "met_before", None)
    found = (_figure(one, before, reader.here.today) for one in held)
    return [one for one in found if one]


def _figure(one: Held, before: dt.date | None, today: dt.date) -> Figure | None:
    """None where nothing is known yet."""
    facts, last = one.facts, _last(one.facts, today)
    if last is None or last.value is None:
        return None
    then = _last(facts, before) if before else None
    target = target_now(facts, last.last)
    return Figure(
        key=one.measure.pk,
        name=facts.name,
        now=in_unit(last.value, facts.unit, facts.decimals),
        when=period_in_words(last.start, last.last, facts.frequency),
        before=_before(facts, then, last),
        target=in_unit(target.value, facts.unit, facts.decimals) if target else "",
        says=judge(facts, today).headline,
        restricted=one.measure.restricted,
    )


def _before(facts: Facts, then: Observed | None, last: Observed) -> str:
    """The last value that was there when the forum met last; said where nothing is newer since."""
    if then is None or then.value is None:
        return ""
    if then.start == last.start:
        return "the same: nothing newer since"
    return in_unit(then.value, facts.unit, facts.decimals)


def _last(facts: Facts, on: dt.date) -> Observed | None:
    """The last value whose period had ended on a day."""
    ended = (one for one in reversed(facts.observed) if one.value is not None and one.last <= on)
    return next(ended, None)
