"""What was sent in, what waits for a person, and what people corrected."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.offices.models import Office


class ImportedFile(models.Model):
    """A file that was imported, waits, or was refused with a reason; each content once for an office."""

    class State(models.TextChoices):
        IMPORTED = "imported", "Imported"
        WAITING = "waiting", "Waiting for a person"
        REFUSED = "refused", "Refused"

    office = models.ForeignKey(Office, models.CASCADE, related_name="imported_files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.TextField(blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="imported_files")
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "sha256"], name="a_file_is_imported_once"),
            models.CheckConstraint(
                condition=Q(state__in=["imported", "waiting", "refused"]), name="file_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Candidate(models.Model):
    """Another record of a meeting that is held already, or one that cannot be placed: a person decides.

    ``meeting`` is the one that is held; null where the record has no date. ``record`` is the whole record.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        REPLACED = "replaced", "Taken in place of the one held"
        DROPPED = "dropped", "Dropped"

    office = models.ForeignKey(Office, models.CASCADE, related_name="candidates")
    file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="candidates")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="candidates")
    forum_name = models.CharField(max_length=200)
    date = models.DateField(null=True)
    reason = models.CharField(max_length=300)
    record = models.JSONField()
    record_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["file", "record_sha256"], name="a_record_waits_once"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "replaced", "dropped"]), name="candidate_state_known"
            ),
        ]
        indexes = [models.Index(fields=["office", "state"], name="candidate_waiting")]

    def __str__(self) -> str:
        return f"{self.forum_name}, {self.date or 'no date'}"


class Correction(models.Model):
    """One field that a person put right, keyed by where it stands in which file: a new reading keeps it.

    ``part`` is the record's list ("actions", "entries", "meeting"), ``start`` and ``end`` the place of the
    line, ``quote_sha256`` the line's own words there; a later correction of the same field counts.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="corrections")
    source_sha256 = models.CharField(max_length=64)
    part = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote_sha256 = models.CharField(max_length=64)
    field = models.CharField(max_length=40)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["office", "source_sha256"], name="correction_of_file")]

    def __str__(self) -> str:
        return f"{self.part} {self.field}: {self.new}"


class Upload(models.Model):
    """What somebody sent in with one form: files, each of which a job imports."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="uploads")
    forum_name = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Sent {self.sent_at:%Y-%m-%d %H:%M}"


class UploadedFile(models.Model):
    """A file that was sent in: kept under its SHA-256, ``name`` is the sender's. ``task_id`` names its job.

    The job's transaction moves ``state`` on from waiting, once, whoever runs it and however often.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        IMPORTED = "imported", "Imported"
        KNOWN = "known", "Held already"
        PERSON = "person", "Waits for a person"
        REFUSED = "refused", "Refused"

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.TextField(blank=True)
    meetings = models.PositiveIntegerField(default=0)
    actions = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    task_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["upload", "position"]
        constraints = [
            models.UniqueConstraint(fields=["upload", "position"], name="a_file_has_its_place_in_an_upload"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "imported", "known", "person", "refused"]),
                name="uploaded_state_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name
