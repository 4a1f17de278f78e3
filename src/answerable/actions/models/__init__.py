"""Actions and what becomes of them; promises that nobody marked; what is waited for and what comes back."""

from answerable.actions.models.action import Action, ActionDue, ActionOwner
from answerable.actions.models.awaited import AwaitedEvent
from answerable.actions.models.commitment import Commitment
from answerable.actions.models.measured import ActionMeasure
from answerable.actions.models.revisit import Revisit
from answerable.actions.models.silence import Silence
from answerable.actions.models.step import ActionStep, Report, ReportDocument
from answerable.actions.models.tie import PlanTie
from answerable.actions.models.update import ActionUpdate

__all__ = [
    "Action",
    "ActionDue",
    "ActionMeasure",
    "ActionOwner",
    "ActionStep",
    "ActionUpdate",
    "AwaitedEvent",
    "Commitment",
    "PlanTie",
    "Report",
    "ReportDocument",
    "Revisit",
    "Silence",
]
