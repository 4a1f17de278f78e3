"""A line that not everybody may read: marked while it is typed, so that it never stands in an open part."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.permissions.markings import Marking, Why
from answerable.core.refusal import Refusal
from answerable.minuting.models import Line
from answerable.minuting.operations.lines import held_line, writable

REASONS = frozenset(Why) - {Why.DRAFT}
LONGEST_NOTE = 1000  # characters


@transaction.atomic
def restrict_line(*, line: Line, marking: Marking, why: str, note: str = "", by: User, at: datetime) -> Line:
    """Restrict a line with a reason, or open it again. Raises Gone, Refusal."""
    meeting = writable(line.meeting)
    held = held_line(line)
    restrict = marking is Marking.RESTRICTED
    if restrict and why not in REASONS:
        raise Refusal("Choose why it is restricted.")
    if restrict and why == Why.OTHER and not note.strip():
        raise Refusal("Say in a few words why it is restricted.")
    held.marking, held.restricted = marking, restrict
    held.marking_why = why if restrict else ""
    held.marking_note = note.strip()[:LONGEST_NOTE] if restrict else ""
    held.save(update_fields=["marking", "restricted", "marking_why", "marking_note"])
    audit.record(
        by=by, at=at, operation="minuting.restrict_line", about=[meeting, held], office_id=meeting.office_id,
        summary=f"{'Restricted' if restrict else 'Opened'} a line of {meeting}.",
        details={"marking": marking, "why": held.marking_why, "note": held.marking_note},
    )  # fmt: skip
    return held
