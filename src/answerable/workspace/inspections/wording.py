"""Inspections in words."""

from __future__ import annotations

from answerable.components import words
from answerable.core.inspections.pasted import KINDS
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.queries.inspections import Outstanding, Response

MANY = {
    "recommendation": "recommendations",
    "concern": "causes of concern",
    "improvement": "areas for improvement",
}


def counted(kind: str, count: int) -> str:
    """1 cause of concern, 7 areas for improvement"""
    return words.plural(count, KINDS[kind].lower(), MANY[kind])


def in_sum(found: Outstanding) -> str:
    """The sentence at the head of the list; "" where nothing is outstanding."""
    if not found.total:
        return ""
    kinds = [counted(kind, getattr(found, kind)) for kind in MANY if getattr(found, kind)]
    said = f"{words.listed(kinds)} outstanding"
    more = []
    if found.done:
        they = "it is" if found.done == 1 else "they are"
        more.append(f"the force says of {words.number(found.done)} that {they} done")
    if found.late:
        more.append(f"{words.number(found.late)} past their date")
    said = "; ".join([said, *more])
    return f"{said}. The oldest was published on {words.date(found.oldest)}."


def addressed(one: Response) -> str:
    """2 of 5 recommendations are addressed"""
    if not one.asked:
        return "it recommends nothing that is put in here"
    verb = "is" if one.asked == 1 else "are"
    return f"{one.addressed} of {words.plural(one.asked, 'recommendation')} {verb} addressed"


def due(one: Response) -> str:
    """due by 14 May 2026, in 12 days; published 3 days late"""
    stands = one.standing
    if stands.state in ("due", "late"):
        return f"due by {words.date(stands.due)}, {stands.in_words}"
    return stands.in_words


def name(one: Recommendation) -> str:
    """Area for improvement 3 of Answering calls, 20 March 2026"""
    report = one.inspection
    return f"{one} of {words.shortened(report.title, 60)}, {words.date(report.published)}"


def state(one: Recommendation) -> str:
    """Closed, 3 May 2026"""
    said = one.get_state_display()
    return f"{said}, {words.date(one.state_on)}" if one.state_on else said


def about(one: Inspection) -> str:
    return "about all forces" if one.national else "about our force"
