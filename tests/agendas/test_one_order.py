"""The pack and the live minutes go down matters arising in the same order."""

from __future__ import annotations

import datetime as dt

from answerable.agendas.queries import arising, arising_in_order
from answerable.core.agenda.arising import in_order
from tests import cycle
from tests import factories as make

TODAY = dt.date(2019, 5, 2)


def test_the_database_puts_actions_in_the_order_of_the_rule(db: None) -> None:
    meeting = cycle.planned()
    given = make.item(make.meeting("2019-03-12", meeting.forum), "2", "Custody", "other")
    for due in ("2019-04-30", "2019-05-01", "2019-05-02", meeting.date.isoformat(), "2019-12-31", None):
        for state in ("open", "reported", "closed"):
            make.action(given, f"Due {due}, {state}", ["DCC"], due, state)
    by_rule = [
        one for _, some in in_order(arising(meeting).order_by("pk"), TODAY, meeting.date) for one in some
    ]
    assert len(by_rule) == 12
    assert list(arising_in_order(meeting, TODAY)) == by_rule
