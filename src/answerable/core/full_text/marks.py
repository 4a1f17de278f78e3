"""How what is found is counted, weighed and marked, on either database."""

from __future__ import annotations

START, STOP = "\x02", "\x03"
"""What stands round a found word; ``clean`` takes both out of every text that is indexed."""
GAP = " … "
EXTRACT_WORDS = 32
TITLE_WEIGHT = 4.0  # a word in a title counts as four in the text
MOST_COUNTED = 10_000  # nobody reads further, and counting on costs as much as finding
