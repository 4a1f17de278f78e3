"""The office judges a version of a briefing note, and accepts it or sends it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice
from answerable.core.papers.scales import OUTCOMES, SCALES, problems_with
from answerable.core.refusal import Refusal
from answerable.papers.models import BriefingNote, Judgement, NoteVersion
from answerable.papers.operations.covering import NOTHING_CHANGED, hold_version
from answerable.papers.versions import clash_over, judgement_version

JUDGE = "papers.judge"
LONGEST_WORDS = 5000  # characters of what is said freely: two pages of print
FREE = {"words": "In your own words", "why": "Why it is sent back"}
UNDECIDED = "Decide later"


@transaction.atomic
def judge(
    *, version: NoteVersion, values: Mapping[str, str], seen: str | None = None, by: User, at: datetime
) -> Judgement:
    """Judge the newest version; one of an earlier version stays as it is.

    ``values`` has a value of each scale ("" where nothing is said), ``words``, ``outcome`` (a key of
    ``OUTCOMES``, or "" to decide later) and ``why``; what it lacks stays. Raises Clash, Gone, Refusal.
    """
    held, _ = hold_version(version)
    row = Judgement.objects.filter(version=held).first() or Judgement(version=held)
    said = {name: values.get(name, getattr(row, name)).strip()[:LONGEST_WORDS] for name in fields()}
    _check(said)
    if row.pk and all(getattr(row, name) == value for name, value in said.items()):
        raise Refusal(NOTHING_CHANGED)
    if seen and judgement_version(row if row.pk else None) != seen:
        raise clash_over("the judgement", held.note, _choices(row, said), judgement_version(row), JUDGE)
    for name, value in said.items():
        setattr(row, name, value)
    row.at, row.by = at, by
    row.save()
    state = said["outcome"] or BriefingNote.State.SENT
    BriefingNote.objects.filter(pk=held.note_id).update(state=state)
    _record(held, said["outcome"], by=by, at=at)
    return row


def fields() -> list[str]:
    """What a judgement is made of, in the order in which it is asked for."""
    return [*(one.name for one in SCALES), "words", "outcome", "why"]


def _check(values: dict[str, str]) -> None:
    """Raises Refusal; a reason without sending back is let fall."""
    for _, sentence in problems_with(values):
        raise Refusal(f"{sentence}.")
    if values["outcome"] != BriefingNote.State.RETURNED:
        values["why"] = ""


def _choices(row: Judgement, values: Mapping[str, str]) -> list[Choice]:
    choices = [
        Choice(one.name, one.label, getattr(row, one.name), values[one.name], shape="choice",
               options={"": "Nothing said", **one.words})
        for one in SCALES
    ]  # fmt: skip
    choices += [
        Choice(name, label, getattr(row, name), values[name], shape="long") for name, label in FREE.items()
    ]
    options = {"": UNDECIDED, **OUTCOMES}
    outcome = Choice(
        "outcome", "What is done", row.outcome, values["outcome"], shape="choice", options=options
    )
    return [*choices, outcome]


def _record(version: NoteVersion, outcome: str, *, by: User, at: datetime) -> None:
    note = version.note
    did = {"accepted": "Accepted", "returned": "Sent back"}.get(outcome, "Judged")
    audit.record(
        by=by, at=at, operation=JUDGE, about=[note, note.meeting], office_id=note.meeting.office_id,
        summary=f"{did} version {version.number} of the briefing note {note.pk} for {note.meeting}.",
        details={"outcome": outcome},
    )  # fmt: skip
