"""How many charts signal, and how many would though nothing had changed."""

from __future__ import annotations

FALSE_SIGNAL = 0.018
"""The latest point of a stable series of 36 is called a change so often: 40,000 simulated series, normal and
without correlation (docs/explanation/real-change.md)."""
HARDLY = 0.5
ALIKE_SIGNAL = 0.09
"""The same where each value is like the one before (correlation 0.4): five times as often."""
FORGIVING = (
    "That a target may be met or missed is soon said: a process that meets its target 2 times in 100 is "
    "still called so in 87 to 97 of 100 cases. Read how often it was met."
)
"""Said beside the icon (40,000 simulated series)."""


def said_of_many(signals: int, charts: int, lately: str = "this month", alike: int = 0) -> str:
    """ "3 of 50 charts signal this month; about 1 would by chance."

    ``alike``: so many of the charts are of series in which each value is like the one before.
    """
    if not charts:
        return "There are no charts yet."
    charts_signal = "chart signals" if charts == 1 else "charts signal"
    return f"{signals or 'None'} of {charts} {charts_signal} {lately}; {by_chance(charts, alike)} by chance."


def by_chance(charts: int, alike: int = 0) -> str:
    """How many of so many charts signal though nothing has changed: "about 1 would"."""
    expected = (charts - alike) * FALSE_SIGNAL + alike * ALIKE_SIGNAL
    if expected < HARDLY:
        return "hardly one would"
    return f"about {round(expected)} would"
