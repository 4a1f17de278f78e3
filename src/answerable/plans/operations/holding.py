"""What every write about inspections and funded work begins with: the row as it is, nobody else writing."""

from __future__ import annotations

from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.plans.models import Funding, Inspection, Recommendation


def hold_inspection(inspection: Inspection) -> Inspection:
    """Raises Gone."""
    hold_office(inspection.office_id)
    held = Inspection.objects.select_related("office").filter(pk=inspection.pk).first()
    if held is None:
        raise Gone("the inspection")
    return held


def hold_recommendation(recommendation: Recommendation) -> Recommendation:
    """Raises Gone."""
    hold_office(recommendation.inspection.office_id)
    rows = Recommendation.objects.select_related("inspection", "post", "topic", "superseded_by")
    held = rows.filter(pk=recommendation.pk).first()
    if held is None:
        raise Gone("the recommendation")
    return held


def hold_funding(funding: Funding) -> Funding:
    """Raises Gone."""
    hold_office(funding.office_id)
    rows = Funding.objects.select_related("office", "objective", "topic", "post")
    held = rows.filter(pk=funding.pk).first()
    if held is None:
        raise Gone("the funded work")
    return held


def unpublished(inspection: Inspection) -> None:
    """Refuse to change a response that everybody can read already."""
    if inspection.responded_on is not None:
        raise Refusal("The response was published: take that back first, then change what it says.")
