"""Publications as they are decided, redactions, addresses, and how each duty to publish is met."""

from answerable.publishing.models.address import Address
from answerable.publishing.models.clock import HighestSeen
from answerable.publishing.models.decision import DecisionRecord
from answerable.publishing.models.duty import DutyMet
from answerable.publishing.models.publication import Frozen, Publication
from answerable.publishing.models.redaction import Redaction

__all__ = ["Address", "DecisionRecord", "DutyMet", "Frozen", "HighestSeen", "Publication", "Redaction"]
