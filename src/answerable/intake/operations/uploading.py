"""What a form sent in, and what its jobs make of each file: once, whoever runs them and however often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.intake.models import Upload, UploadedFile
from answerable.intake.operations.finishing import finish_import
from answerable.intake.operations.importing import Outcome
from answerable.intake.uploads import Stored
from answerable.offices.models import Office

STATES = {
    "imported": UploadedFile.State.IMPORTED,
    "read again": UploadedFile.State.IMPORTED,
    "known": UploadedFile.State.KNOWN,
    "waiting": UploadedFile.State.PERSON,
    "refused": UploadedFile.State.REFUSED,
}


@transaction.atomic
def send_files(
    *,
    office: Office,
    files: Sequence[Stored],
    queue: Callable[[int], Any],
    forum_name: str = "",
    by: User,
    at: datetime,
) -> Upload:
    """Take files that are on disk already, and queue a job for each in the same transaction.

    ``queue`` takes the key of an uploaded file and returns the job's identity.
    """
    upload = Upload.objects.create(office=office, forum_name=forum_name[:200], sent_at=at, sent_by=by)
    for position, one in enumerate(files):
        file = UploadedFile.objects.create(
            upload=upload, position=position, name=one.name, size=one.size, sha256=one.sha256
        )
        file.task_id = queue(file.pk)
        file.save(update_fields=["task_id"])
    audit.record(
        by=by, at=at, operation="intake.send_files", about=upload, office_id=office.pk,
        summary=f"Sent in {len(files)} {'file' if len(files) == 1 else 'files'} to be imported.",
        details={"files": [{"name": one.name, "sha256": one.sha256} for one in files]},
    )  # fmt: skip
    return upload


@transaction.atomic
def import_uploaded(*, key: int, bring: Callable[[], Outcome], by: User, at: datetime) -> bool:
    """Do what an uploaded file's job is there for; False where it was done before.

    The file's row is held while it is done, so that of two jobs for one file the second finds it done; the
    office's row, because two imports at once would work out the same people and numbers. ``bring`` is one
    operation of the import; what it raises undoes everything.
    """
    file = UploadedFile.objects.select_for_update().filter(pk=key, state=UploadedFile.State.WAITING).first()
    if file is None:
        return False
    office = _alone(file.upload.office_id)
    outcome = bring()
    file.state, file.reason, file.done_at = STATES[outcome.state], outcome.reason, at
    file.meetings, file.actions = outcome.meetings, outcome.actions
    file.save()
    if outcome.state == "known":
        audit.record(
            by=by, at=at, operation="intake.import_uploaded", about=file, office_id=office.pk,
            summary=f"Held already: {file.name}.",
        )  # fmt: skip
    return True


@transaction.atomic
def finish_uploaded(*, office: Office, by: User, at: datetime) -> None:
    """Work out what follows from what came in, with no other import at the same time."""
    finish_import(office=_alone(office.pk), by=by, at=at)


def _alone(office_id: int) -> Office:
    """The office, held until the transaction ends; rows that only refer to it can be written meanwhile."""
    return Office.objects.select_for_update(no_key=True).get(pk=office_id)
