"""When the machine asks a person whether a new phase has begun. It never begins one.

A real shift of two standard deviations is shown after 7 points in 70 of 100 series, and after 12 in 56 only,
because its own points move the limits (40,000 simulated series, docs/explanation/real-change.md): so a
change whose cause is known is asked about also when it has faded from the chart.
"""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.charting import Charted
from answerable.core.measures.facts import Event, EventKind, Facts, Observed
from answerable.core.measures.saying import direction, when
from answerable.core.measures.stretches import Change, changes, last_valued
from answerable.core.spc.rules import Rule

CAUSES = frozenset(
    {EventKind.RECORDING, EventKind.DEFINITION, EventKind.OUTSIDE, EventKind.ACTION, EventKind.STRATEGY}
)
LATE = 3
"""A change may show so many periods after what made it: a quarter of months."""
LASTING = frozenset({Rule.SHIFT, Rule.TREND})
SEVERAL = 3
"""Points beside the limits, where no run shows yet, that a question is asked about: one alone is no phase."""


def asks_phase(facts: Facts, charted: Charted) -> str:
    """The question; "" where no change has a known cause, or where a phase was decided for it already."""
    for one in reversed(changes(charted)):
        lasting = one.rule in LASTING or one.points >= SEVERAL
        event = _cause(facts, charted, one) if lasting else None
        if event is not None:
            return _question(facts, charted, one, event)
    return ""


def _cause(facts: Facts, charted: Charted, one: Change) -> Event | None:
    """The last thing that happened from three periods before a change until its first period ended.

    What happened before the phase's own first period ended is what the phase was decided for.
    """
    phase = charted.last_phase()[0]
    earliest = charted.rows[max(charted.starts[-1], one.first - LATE)].start
    latest = charted.rows[one.first].last
    if len(charted.starts) > 1:
        earliest = max(earliest, phase.last + dt.timedelta(days=1))
    near = [event for event in facts.events if event.kind in CAUSES and earliest <= event.on <= latest]
    return max(near, key=lambda event: event.on) if near else None


def _question(facts: Facts, charted: Charted, one: Change, event: Event) -> str:
    word = direction(facts, charted, one.way)
    happened = f"{event.on.day} {event.on:%B %Y}: {event.text.rstrip('.')}"
    return (
        f"{word} {_from(facts, charted, one)}, when something happened ({happened}). Does a new phase begin?"
    )


def _from(facts: Facts, charted: Charted, one: Change) -> str:
    first: Observed = charted.rows[one.first]
    if one.last == last_valued(charted):
        return f"since {when(facts, first)}"
    return f"from {when(facts, first)} to {when(facts, charted.rows[one.last])}"
