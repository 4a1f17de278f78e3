"""Jobs of the intake: one for each file that was sent in."""

from __future__ import annotations

from pathlib import Path

from django.utils import timezone
from django_tasks import task

from answerable.accounts.models import User
from answerable.core.records import RecordError
from answerable.documents.originals import original_path
from answerable.intake import operations, reading
from answerable.intake.models import UploadedFile
from answerable.intake.operations import Outcome
from answerable.intake.operations.uploading import finish_uploaded, import_uploaded
from answerable.intake.queries import known_files
from answerable.intake.running import records_of
from answerable.readers.child import Child


@task()
def bring_in(key: int) -> str:
    """Import an uploaded file; after the last of what was sent together, work out what follows from it.

    Done a second time, wholly or from any point on, it changes nothing more.
    """
    file = UploadedFile.objects.select_related("upload__office", "upload__sent_by").filter(pk=key).first()
    if file is None:
        return "gone"
    if file.state == UploadedFile.State.WAITING:
        _import(file)
    others = UploadedFile.objects.filter(upload=file.upload, state=UploadedFile.State.WAITING)
    if not others.exists():
        finish_uploaded(office=file.upload.office, by=file.upload.sent_by, at=timezone.now())
    return "done"


def queue(key: int) -> str:
    """Queue the job of an uploaded file, in the transaction at hand; returns its identity."""
    return str(bring_in.enqueue(key).id)


def _import(file: UploadedFile) -> None:
    """What is held already need not be read."""
    upload = file.upload
    if file.sha256 in known_files(upload.office):
        known = Outcome(file.name, "known")
        import_uploaded(key=file.pk, bring=lambda: known, by=upload.sent_by, at=timezone.now())
    elif reading.is_record_file(Path(file.name)):
        _import_records(file)
    else:
        _import_minutes(file)


def _import_minutes(file: UploadedFile) -> None:
    """Read in a child process, before the transaction begins: a scan takes minutes."""
    child = Child()
    try:
        read = reading.read_content(original_path(file.sha256).read_bytes(), file.name, child)
    finally:
        child.close()
    if isinstance(read, reading.Refused):
        _refuse(file, read.reason)
        return
    upload, at = file.upload, timezone.now()
    import_uploaded(
        key=file.pk, by=upload.sent_by, at=at,
        bring=lambda: operations.import_minutes(
            office=upload.office, minutes=read, forum_name=upload.forum_name or None, by=upload.sent_by, at=at
        ),
    )  # fmt: skip


def _import_records(file: UploadedFile) -> None:
    upload, at = file.upload, timezone.now()

    def bring() -> Outcome:
        return operations.import_records(
            office=upload.office, name=file.name, sha256=file.sha256,
            records=records_of(original_path(file.sha256)), forum_name=upload.forum_name or None,
            by=upload.sent_by, at=at,
        )  # fmt: skip

    try:
        import_uploaded(key=file.pk, bring=bring, by=upload.sent_by, at=at)
    except (RecordError, RecursionError) as error:
        why = error if isinstance(error, RecordError) else "is nested too deeply"
        _refuse(file, f"{file.name}: {why}.")


def _refuse(file: UploadedFile, reason: str) -> None:
    by: User = file.upload.sent_by
    at = timezone.now()
    import_uploaded(
        key=file.pk, by=by, at=at,
        bring=lambda: operations.refuse_file(
            office=file.upload.office, name=file.name, sha256=file.sha256, reason=reason, by=by, at=at
        ),
    )  # fmt: skip
