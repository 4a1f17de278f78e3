"""Plans, recommendations and funded work."""

from answerable.plans.models.funding import Funding, FundingReport
from answerable.plans.models.inspection import Inspection, Recommendation
from answerable.plans.models.plan import Plan, PlanItem, PlanProgress, PlanTopic

__all__ = [
    "Funding",
    "FundingReport",
    "Inspection",
    "Plan",
    "PlanItem",
    "PlanProgress",
    "PlanTopic",
    "Recommendation",
]
