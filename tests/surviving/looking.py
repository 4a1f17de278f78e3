"""What a house holds, as JSON: ``python -m tests.surviving.looking``; for tests that look from outside.

With ``prepare``: puts another forum and a file that waits into it first.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> None:
    import django

    django.setup()
    if "prepare" in sys.argv:
        _prepare()
    sys.stdout.write(json.dumps(_held(), default=str))


def _held() -> dict[str, Any]:
    from answerable.accounts.models import SentForm
    from answerable.actions.models import ActionUpdate
    from answerable.audit.models import Event
    from answerable.intake.models import Candidate, Correction
    from answerable.meetings.models import Entry, Meeting
    from answerable.meetings.models import Warning as MeetingWarning

    last = Meeting.objects.order_by("date").last()
    assert last is not None
    return {
        "meeting": last.pk,
        "entries": [
            {"pk": one.pk, "position": one.position, "text": one.text, "start": start_of(one.source)}
            for one in Entry.objects.filter(meeting=last).order_by("position")
        ],
        "corrections": list(
            Correction.objects.order_by("pk").values("field", "start", "old", "new", "by__name")
        ),
        "events": [{"operation": one.operation, "about": one.named} for one in Event.objects.order_by("pk")],
        "forms": SentForm.objects.count(),
        "doubts": list(MeetingWarning.objects.order_by("pk").values("pk", "meeting_id", "settled_at")),
        "updates": list(ActionUpdate.objects.filter(link="waiting").values("pk", "meeting_id")),
        "candidates": list(Candidate.objects.order_by("pk").values("pk", "state")),
    }


def _prepare() -> None:
    from answerable.intake.models import Candidate, ImportedFile
    from answerable.intake.queries import record_of
    from answerable.meetings.models import Meeting
    from tests import factories as make

    make.forum("Old Board")
    meeting = Meeting.objects.order_by("date").last()
    assert meeting is not None
    file = ImportedFile.objects.create(
        office=meeting.office, name="second.docx", sha256="c" * 64, state="waiting", imported_at=make.NOW,
        imported_by=make.user(),
    )  # fmt: skip
    Candidate.objects.create(
        office=meeting.office, file=file, meeting=meeting, forum_name="Assurance Meeting", date=meeting.date,
        reason="A meeting of that day is held already.", record=record_of(meeting), record_sha256="d" * 64,
    )  # fmt: skip


def start_of(source: list[dict[str, Any]]) -> int:
    return source[0]["start"] if source else 0


if __name__ == "__main__":
    main()
