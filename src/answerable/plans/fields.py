"""What can be edited of inspections, recommendations and funded work, field by field."""

from __future__ import annotations

from answerable.core.funding.money import pounds
from answerable.core.inspections.pasted import KINDS
from answerable.plans.editing import Field
from answerable.plans.models import Funding

INSPECTION = (
    Field("title", "Title"),
    Field("inspectorate", "Inspectorate"),
    Field("published", "Published"),
    Field(
        "national", "Which forces it is about", "choice", words=lambda one: "All forces" if one else "Ours"
    ),
    Field("address", "Address of the report"),
)
CONCERNS = (
    Field("concerns_us", "Does it concern us?", "choice"),
    Field("why_not", "Why it does not concern us", "long"),
)
RECOMMENDATION = (
    Field("number", "Number"),
    Field("kind", "Kind", "choice", words=lambda one: KINDS.get(one, one)),
    Field("text", "Words", "long"),
    Field("post", "Owner", "choice", words=lambda one: str(one or "Nobody")),
    Field("due", "Due"),
    Field("topic", "Topic", "choice", words=lambda one: str(one or "None")),
)
FORCE = (Field("force_comment", "Chief officer’s comment", "long"),)
OFFICE_REPORT = (Field("office_comment", "Commissioner’s comments", "long"),)
OFFICE = (
    Field("office_comment", "Commissioner’s comment", "long"),
    Field("done_or_why_not", "What is or will be done, or why not", "long"),
)
FUNDING = (
    Field(
        "kind", "What is paid for", "choice", words=lambda one: str(dict(Funding.Kind.choices).get(one, one))
    ),
    Field("title", "Title"),
    Field("recipient", "Who gets it"),
    Field("pence", "Amount", says=lambda one: pounds(one) if one else ""),
    Field("start", "From"),
    Field("end", "To"),
    Field("purpose", "What it is for", "long"),
    Field("expected", "What is to come of it", "long"),
    Field("measure", "What shows it"),
    Field("reports_every", "Reported every so many months"),
    Field("wanted_from", "Wanted from"),
    Field("filled_on", "Filled on"),
    Field("follows", "What follows the money", "long"),
    Field("objective", "Objective", "choice", words=lambda one: str(one or "None")),
    Field("topic", "Topic", "choice", words=lambda one: str(one or "None")),
    Field("post", "Post", "choice", words=lambda one: str(one or "None")),
)
