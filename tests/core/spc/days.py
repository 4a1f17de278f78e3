"""Days for charts: the first of each month."""

from __future__ import annotations

import datetime as dt


def months(count: int, first: int = 2018) -> list[dt.date]:
    return [dt.date(first + at // 12, at % 12 + 1, 1) for at in range(count)]
