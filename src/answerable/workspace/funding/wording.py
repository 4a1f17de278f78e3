"""Funded work in words: how much, from when to when, how far a post was filled, what was heard of it."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.components import words
from answerable.core.funding.money import pounds, roughly
from answerable.plans.models import Funding
from answerable.plans.queries.funding import Told

RHYTHMS = {1: "every month", 3: "every three months", 6: "twice a year", 12: "once a year"}


def age(days: int) -> str:
    return words.age(days)


def amount(one: Funding) -> str:
    return pounds(one.pence)


def money(one: Funding) -> str:
    """£62,000, from 1 April 2025 to 31 March 2027"""
    end = f" to {words.date(one.end)}" if one.end else ", no end set"
    return f"{pounds(one.pence)}, from {words.date(one.start)}{end}"


def paid(one: Told) -> str:
    """about £41,123 of £62,000; £62,000, where all is paid; what it is in all where no end was set"""
    whole = pounds(one.funding.pence)
    if one.paid is None:
        return f"{whole} in all; no end was set, so what was paid by now cannot be told"
    if one.paid == 0:
        return f"nothing yet of {whole}"
    return f"all of {whole}" if one.paid >= one.funding.pence else f"about {roughly(one.paid)} of {whole}"


def rhythm(one: Funding) -> str:
    """every three months; none was agreed"""
    every = one.reports_every
    return RHYTHMS.get(every, f"every {every} months") if every else "none was agreed"


def filled(one: Told) -> str:
    """Filled 61 days after it was wanted; not filled, 4 months after it was wanted; "" where nobody said."""
    found = one.filling
    if found is None:
        return ""
    if not found.filled:
        late = f", {words.age(found.days)} after it was wanted" if found.days > 0 else ""
        return f"not filled{late}"
    return (
        f"filled {words.age(found.days)} after it was wanted"
        if found.days > 0
        else "filled when it was wanted"
    )


def heard(one: Told) -> str:
    """What was reported, and what is next: in a sentence without its full stop."""
    if not one.reported:
        said = "nothing reported yet"
    else:
        last = words.date(one.reported[-1])
        said = f"{words.plural(len(one.reported), 'report')}, the last on {last}"
    if one.next_due and not one.silence:
        said += f"; the next is due by {words.date(one.next_due)}"
    return said


def overdue(one: Told) -> str:
    """a report has been overdue since 1 April 2025, 32 days; "" where none is"""
    if one.silence is None:
        return ""
    what = "a report has" if one.silence.reports else "nothing was ever reported: a report has"
    agreed = "" if one.funding.reports_every else " (no rhythm was agreed: a year is counted)"
    return f"{what} been overdue since {words.date(one.silence.since)}, {words.age(one.silence.days)}{agreed}"


def in_sum(rows: Sequence[Told]) -> str:
    """£254,000 for 4 pieces of work. A report is overdue for 1 of 4: £62,000 of £254,000."""
    whole = sum(one.funding.pence for one in rows)
    late = [one for one in rows if one.silence]
    of = f"{pounds(sum(one.funding.pence for one in late))} of {pounds(whole)}"
    said = f"{pounds(whole)} for {words.plural(len(rows), 'piece')} of work"
    if not late:
        return f"{said}. No report is overdue."
    return f"{said}. A report is overdue for {words.number(len(late))} of {words.number(len(rows))}: {of}."
