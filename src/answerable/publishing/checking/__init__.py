"""Looking at what is put forward, and what a person has answered."""

from answerable.publishing.checking.findings import answered, findings, is_open, may_be_decided, open_findings
from answerable.publishing.checking.scanning import scan

__all__ = ["answered", "findings", "is_open", "may_be_decided", "open_findings", "scan"]
