"""How far back a chart looks: so far that limits are sure, not so far that another time sets them."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Frequency

YEARS = {
    Frequency.WEEK: 3,  # about 156 points
    Frequency.MONTH: 6,  # 72 points: two years for the season, twice over, and a commissioner's term
    Frequency.ROLLING: 6,
    Frequency.QUARTER: 15,  # 60 points
    Frequency.YEAR: 60,
}
"""Years that a chart shows of each frequency; a page can be asked for all. Every page and report looks as
far, so that all of them say the same sentence."""

_LEAP = (2, 29)


def window(frequency: Frequency, today: dt.date, ended: dt.date | None = None) -> dt.date:
    """The first day that a chart looks at; of a measure that ended, counted back from its end."""
    last = min(today, ended) if ended else today
    year = max(last.year - YEARS[frequency], dt.MINYEAR)
    return last.replace(year=year, day=28) if (last.month, last.day) == _LEAP else last.replace(year=year)
