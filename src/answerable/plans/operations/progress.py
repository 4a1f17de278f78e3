"""What somebody says of how far a part of a plan is; the newest counts."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.plans.changes import progress_after
from answerable.core.refusal import Refusal
from answerable.plans.models import PlanItem, PlanProgress
from answerable.plans.operations.files import NewFile, kept
from answerable.plans.operations.plan_holding import hold_part

REPORT = "plans.report_progress"
WHOLE = 100


@transaction.atomic
def report_progress(
    *,
    part: PlanItem,
    on: dt.date,
    state: str,
    progress: int | None = None,
    text: str = "",
    file: NewFile | None = None,
    by: User,
    at: dt.datetime,
) -> PlanProgress:
    """Say how far a part is, as of a day. One of an earlier day joins its history and changes nothing now.

    Raises Gone, Refusal.
    """
    held = hold_part(part)
    state, text = str(state), text.strip()
    if state == PlanItem.State.DONE and progress == held.progress:
        progress = None  # the form shows the last per cents: whoever leaves them there does not mean them
    if state == PlanItem.State.DONE and progress not in (None, WHOLE):
        raise Refusal(f"It cannot be done and at {progress}%: choose under way, or write 100.")
    progress = progress_after(held.progress, state, progress)
    if (state, progress, text, file) == (held.state, held.progress, "", None):
        raise Refusal("Nothing was changed: that is what it says already. Write what is new.")
    document = kept(office=held.plan.office, file=file, by=by, at=at) if file else None
    made = PlanProgress.objects.create(
        item=held, on=on, progress=progress, state=state, text=text, document=document, at=at, by=by
    )
    settle_newest(held)
    audit.record(
        by=by, at=at, operation=REPORT, office_id=held.plan.office_id,
        about=[held, held.plan, *([document] if document else [])],
        summary=f"Said how far part {held.number} of the plan {held.plan} is.",
    )  # fmt: skip
    return made


def settle_newest(part: PlanItem) -> None:
    """Put what was said last of a part into it. Part of a larger write."""
    last = part.reports.order_by("on", "at", "pk").last()
    if last is not None:
        PlanItem.objects.filter(pk=part.pk).update(state=last.state, progress=last.progress)
