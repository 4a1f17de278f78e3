"""The office's judgement of an item, put by a person."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash
from answerable.core.live.judging import Judged, problem_of
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item
from answerable.minuting.models import Assurance
from answerable.minuting.queries import assurance_version, standing_assurance
from answerable.offices.operations import hold_office


@transaction.atomic
def put_assurance(
    *, item: Item, judged: Judged, seen: str | None = None, by: User, at: dt.datetime
) -> Assurance:
    """Judge an item; the judgement before stays, replaced. Raises Clash, Refusal."""
    meeting = item.meeting
    hold_office(meeting.office_id)
    problem = problem_of(judged, today=timezone.localdate(at))
    if problem:
        raise Refusal(problem.why)
    held = standing_assurance(item)
    if held and _values(held) == judged:
        raise Refusal("That is how it is judged already.")
    if seen and assurance_version(item, held) != seen:
        raise _clash(item, held, judged)
    if held:
        held.replaced_at = at
        held.save(update_fields=["replaced_at"])
    made = Assurance.objects.create(
        office_id=meeting.office_id, meeting=meeting, item=item, restricted=item.restricted, at=at, by=by,
        **judged._asdict(),
    )  # fmt: skip
    audit.record(
        by=by, at=at, operation="minuting.put_assurance", about=[meeting, item, made],
        office_id=meeting.office_id, details={"judgement": judged.judgement, "basis": judged.basis},
        summary=f"Judged item {item.number or item.position + 1} of {meeting}.",
    )  # fmt: skip
    return made


def _values(held: Assurance) -> Judged:
    return Judged(*(getattr(held, name) for name in Judged._fields))


def _clash(item: Item, held: Assurance | None, judged: Judged) -> Clash:
    judgements, bases = dict(Assurance.Judgement.choices), dict(Assurance.Basis.choices)
    theirs = _values(held) if held else Judged("none", "given")
    choices = [
        Choice(
            "judgement", "Judgement", theirs.judgement, judged.judgement, shape="choice", options=judgements
        ),
        Choice("basis", "What it rests on", theirs.basis, judged.basis, shape="choice", options=bases),
        Choice("evidence", "Evidence", theirs.evidence, judged.evidence, shape="long"),
    ]
    return Clash(
        "the judgement of this item", choices, who=held.by.name if held else None,
        at=held.at if held else None, version=assurance_version(item, held),
    )  # fmt: skip
