"""A record with something of everything, published, corrected, redacted and withdrawn."""

from __future__ import annotations

from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.publishing.operations import deliver_due, withdraw
from tests import factories as make
from tests import publish
from tests.papers_sent import paper
from tests.permissions.places import world

REDACTED = "Quillfeather"  # a word that is left out of what is published


def rich() -> Office:
    """Minutes published, corrected, withdrawn, with a word left out; an agenda with a paper; and the rest."""
    found = world()
    meeting = Meeting.objects.get(pk=found.keys["meeting"]["ours"])
    entry = make.entry(meeting.items.all()[0], "note", f"{REDACTED} was thanked.")
    publish.redaction(meeting, REDACTED, entry=entry)
    publish.published("minutes", meeting, doing="correct", note="A name was left out.", at=make.NOW)
    before = Meeting.objects.filter(office=found.office, date__lt=meeting.date, state="held")
    gone = publish.published("minutes", before.latest("date"), at=make.NOW)
    withdraw(
        publication=gone, office=found.office, note="Too early.", as_role="commissioner",
        by=publish.second_person(), at=make.NOW,
    )  # fmt: skip
    third = before.order_by("date")[0]
    publish.published("minutes", third, at=make.NOW)
    make.entry(third.items.all()[0], "note", "It was in the town hall.")
    publish.published("minutes", third, doing="correct", note="Where it was.", at=make.NOW)
    ahead = make.meeting("2030-03-26", state="planned")
    make.item(ahead, "1", "Answering 101")
    paper(ahead, "Callers waited less.")
    publish.published("agenda", ahead, at=make.NOW)
    deliver_due(at=make.NOW)
    return found.office
