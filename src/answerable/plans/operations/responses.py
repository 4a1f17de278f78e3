"""What both sides say about a report, each in its own words, and that it was published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.refusal import Refusal
from answerable.plans import fields
from answerable.plans.editing import Field, put
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.operations.holding import hold_inspection, hold_recommendation, unpublished

FORCE, OFFICE = "plans.comment_for_force", "plans.comment_for_office"
PUBLISH, TAKE_BACK = "plans.publish_response", "plans.take_back_response"
LONGEST = 20_000  # characters: ten pages of print

About = Inspection | Recommendation


@transaction.atomic
def comment_for_force(*, about: About, text: str, seen: str | None = None, by: User, at: datetime) -> None:
    """The chief officer's comment on a report or one of its recommendations. Raises Clash, Gone, Refusal."""
    _comment(about, fields.FORCE, {"force_comment": text}, "force_comment_by", FORCE, seen, by, at)


@transaction.atomic
def comment_for_office(
    *, about: About, values: Mapping[str, str], seen: str | None = None, by: User, at: datetime
) -> None:
    """The commissioner's comment, and of a recommendation what is or will be done, or why not.

    ``values`` are of ``fields.OFFICE``, or of ``fields.OFFICE_REPORT``. Raises Clash, Gone, Refusal.
    """
    known = fields.OFFICE if isinstance(about, Recommendation) else fields.OFFICE_REPORT
    _comment(about, known, values, "office_comment_by", OFFICE, seen, by, at)


@transaction.atomic
def publish_response(*, inspection: Inspection, on: date, address: str = "", by: User, at: datetime) -> None:
    """Note on which day the comments were published, and where. Raises Gone, Refusal."""
    held = hold_inspection(inspection)
    if held.responded_on is not None:
        raise Refusal("That the response was published is noted already.")
    if not held.concerns_us:
        raise Refusal("It does not concern us: no response is due.")
    if on > timezone.localdate(at):
        raise Refusal("Write the day on which it was published: that day is still to come.")
    if on < held.published:
        raise Refusal(
            "Write the day on which it was published: on that day the report was not published yet."
        )
    held.responded_on, held.response_address = on, address
    held.save(update_fields=["responded_on", "response_address"])
    _record(PUBLISH, held, "Noted that the response to {} was published.", by, at)


@transaction.atomic
def take_back_response(*, inspection: Inspection, by: User, at: datetime) -> None:
    """Take back that it was published: what it says can be changed again. Raises Gone, Refusal."""
    held = hold_inspection(inspection)
    if held.responded_on is None:
        raise Refusal("It is not noted that a response was published.")
    held.responded_on, held.response_address = None, ""
    held.save(update_fields=["responded_on", "response_address"])
    _record(TAKE_BACK, held, "Took back that the response to {} was published.", by, at)


def _comment(
    about: About,
    known: Sequence[Field],
    values: Mapping[str, str],
    column: str,
    operation: str,
    seen: str | None,
    by: User,
    at: datetime,
) -> None:
    held: About = hold_recommendation(about) if isinstance(about, Recommendation) else hold_inspection(about)
    unpublished(held.inspection if isinstance(held, Recommendation) else held)
    typed = {name: _lines(text) for name, text in values.items()}
    if any(len(text) > LONGEST for text in typed.values()):
        raise Refusal(f"Make the comment shorter: it can have {LONGEST:,} letters.")
    thing = "the chief officer’s comment" if operation == FORCE else "the commissioner’s comment"
    put(held, known, typed, seen=seen, thing=thing, operation=operation)
    setattr(held, column, by)
    held.save(update_fields=[column])
    _record(operation, held, f"Wrote {thing} on {{}}.", by, at)


def _lines(text: str) -> str:
    """As typed, without blanks at the ends of lines and what no page can show."""
    lines = "".join(one for one in text.replace("\r", "") if one.isprintable() or one in "\n\t").split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def _record(operation: str, held: About, summary: str, by: User, at: datetime) -> None:
    inspection = held.inspection if isinstance(held, Recommendation) else held
    name = f"{held} of {inspection.title}" if isinstance(held, Recommendation) else inspection.title
    audit.record(
        by=by, at=at, operation=operation, about=held, office_id=inspection.office_id,
        summary=summary.format(name),
    )  # fmt: skip
