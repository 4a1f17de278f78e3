"""What was sent in, and how far each file is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from answerable.intake.models import Upload, UploadedFile
from answerable.workspace.here import Here

State = UploadedFile.State

READING = "Being read"
TROUBLE = "Not done yet"
TROUBLE_REASON = (
    "Something went wrong here, again and again; it is our fault and has been logged. The file is kept: "
    "whoever runs this site can have it tried again."
)


@dataclass(frozen=True, slots=True)
class Row:
    """A file with its state in words, and the sentence that goes with it."""

    file: UploadedFile
    state: str
    reason: str


def uploads(here: Here) -> QuerySet[Upload]:
    """What was sent in, the newest first, with how many files are in which state."""
    of = {state: Count("files", filter=Q(files__state=state)) for state in State.values}
    rows = Upload.objects.filter(office_id=here.office_id).select_related("sent_by")
    return rows.annotate(total=Count("files"), **of)


def upload_at(here: Here, key: int) -> Upload:
    """Raises Http404."""
    found = uploads(here).filter(pk=key).first()
    if found is None:
        raise Http404("Nothing was sent in under this number.")
    return found


def files_of(upload: Upload) -> QuerySet[UploadedFile]:
    return upload.files.order_by("position")


def rows_of(files: Sequence[UploadedFile]) -> list[Row]:
    """The files of a page. One query, where some of them are not done."""
    jobs = _jobs([file.task_id for file in files if file.state == State.WAITING and file.task_id])
    return [_row(file, jobs.get(file.task_id)) for file in files]


def _jobs(keys: Sequence[UUID]) -> dict[UUID | None, str]:
    if not keys:
        return {}
    return dict(DBTaskResult.objects.filter(pk__in=keys).order_by().values_list("pk", "status"))


def _row(file: UploadedFile, job: str | None) -> Row:
    if file.state == State.WAITING and job == TaskResultStatus.RUNNING:
        return Row(file, READING, "")
    if file.state == State.WAITING and job == TaskResultStatus.FAILED:
        return Row(file, TROUBLE, TROUBLE_REASON)
    return Row(file, State(file.state).label, file.reason)
