"""How many charts signal, and how many would though nothing had changed."""

from __future__ import annotations

FALSE_SIGNAL = 0.018
"""The latest point of a stable series of 36 is called a change so often: 40,000 simulated series, normal and
without correlation (docs/explanation/real-change.md)."""
NUMBERS = ("none", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")


FORGIVING = (
    "That a target may be met or missed is soon said: a process that meets its target 2 times in 100 is "
    "still called so in 87 to 97 of 100 cases. Read how often it was met."
)
"""Said beside the icon (40,000 simulated series)."""


def said_of_many(signals: int, charts: int, lately: str = "this month") -> str:
    """ "3 of 50 charts signal this month; about 1 would by chance." """
    if not charts:
        return "There are no charts yet."
    charts_signal = "chart signals" if charts == 1 else "charts signal"
    return f"{signals or 'None'} of {charts} {charts_signal} {lately}; {by_chance(charts)} by chance."


def by_chance(charts: int) -> str:
    """How many of so many charts signal though nothing has changed: "about 1 would"."""
    expected = charts * FALSE_SIGNAL
    if expected < 0.5:
        return "hardly one would"
    return f"about {round(expected)} would"
