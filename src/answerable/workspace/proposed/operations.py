"""A person takes what figures propose to a meeting, or says no with a reason: one transaction each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from answerable.accounts.models import User
from answerable.agendas.models import Question
from answerable.agendas.operations.asking import decide_question, kept_question
from answerable.agendas.operations.placing import changeable
from answerable.agendas.operations.writing import bring_up_to_date
from answerable.audit import operations as audit
from answerable.core.agenda.questions import CHOSEN, TAKEN
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.measures.models import Answered, Measure, Series
from answerable.meetings.models import Meeting
from answerable.offices.operations import hold_office
from answerable.papers.operations.holding import hold_terms
from answerable.papers.operations.terms import append
from answerable.workspace.agenda.operations import hanging

TAKE, REFUSE = "measures.take_proposal", "measures.refuse_proposal"
LONGEST = 2000  # characters of a reason
RESTRICTED_POINT = (
    "This measure is restricted, and terms of reference are read by everybody who sees them. Put it on the "
    "agenda as a question: that is kept as restricted as the measure."
)


@transaction.atomic
def take_as_question(
    *, series: Series, keys: Sequence[str], text: str, meeting: Meeting, by: User, at: datetime
) -> Question:
    """Put a question about a measure on the agenda of a meeting, as restricted as the measure.

    It stands there at once where the agenda is begun. Raises Gone, Refusal.
    """
    measure = _held(series, keys)
    meeting = changeable(meeting.pk)
    made = kept_question(
        forum=meeting.forum, text=text, origin=Question.Origin.OFFICE, restricted=measure.restricted, by=by,
        at=at,
    )  # fmt: skip
    decide_question(question=made, state=CHOSEN, meeting=meeting, why="", shown=TAKEN, by=by, at=at)
    if meeting.items.exists():
        bring_up_to_date(meeting=meeting, fixed=hanging(meeting), by=by, at=at)
    _answer(series, keys, Answered.Answer.TAKEN, "", by, at)
    _record(TAKE, "Took a question about a measure to", measure, [made, meeting], f" {meeting}", by, at)
    return made


@transaction.atomic
def take_as_point(
    *, series: Series, keys: Sequence[str], text: str, meeting: Meeting, by: User, at: datetime
) -> Model:
    """Put it into the terms of reference: the force's briefing note is to answer it. Raises Gone, Refusal."""
    measure = _held(series, keys)
    if measure.restricted:
        raise Refusal(RESTRICTED_POINT)
    if not text.strip():
        raise Refusal("Write the question.")
    terms = hold_terms(meeting)
    (made,) = append(terms, [(" ".join(text.split()), measure.topic_id)], by=by, at=at)
    _answer(series, keys, Answered.Answer.TAKEN, "", by, at)
    did = "Took a question about a measure to the terms of reference of"
    _record(TAKE, did, measure, [made, terms, meeting], f" {meeting}", by, at)
    return made


@transaction.atomic
def refuse_proposal(*, series: Series, keys: Sequence[str], reason: str, by: User, at: datetime) -> None:
    """Say that a signal is not to be raised, and why: it is not proposed again. Raises Gone, Refusal."""
    measure = _held(series, keys)
    if not reason.strip():
        raise Refusal("Write why it is not to be raised.")
    if len(reason.strip()) > LONGEST:
        raise Refusal(f"Make the reason shorter than {LONGEST:,} characters.")
    _answer(series, keys, Answered.Answer.REFUSED, reason.strip(), by, at)
    _record(REFUSE, "Said that what a measure shows is not to be raised", measure, [], "", by, at)


def _held(series: Series, keys: Sequence[str]) -> Measure:
    """The measure of what was shown, with nobody else writing and nothing of it answered."""
    hold_office(series.measure.office_id)
    held = Series.objects.select_related("measure__office").filter(pk=series.pk).first()
    if held is None:
        raise Gone("the series")
    if not keys or Answered.objects.filter(series=held, key__in=keys).exists():
        raise Refusal("Somebody has answered this meanwhile: it is not proposed any more.")
    return held.measure


def _answer(series: Series, keys: Sequence[str], answer: str, reason: str, by: User, at: datetime) -> None:
    rows = [
        Answered(series_id=series.pk, key=key, answer=answer, reason=reason, at=at, by=by)
        for key in dict.fromkeys(keys)
    ]  # fmt: skip
    Answered.objects.bulk_create(rows)


def _record(
    operation: str, did: str, measure: Measure, about: Sequence[Model], where: str, by: User, at: datetime
) -> None:
    """The event names rows and no word of theirs: a measure may be restricted."""
    audit.record(
        by=by, at=at, operation=operation, about=[measure, *about], office_id=measure.office_id,
        summary=f"{did}{where}.",
    )  # fmt: skip
