"""Terms of reference, the briefing notes that answer them, and the office's judgement of these."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.documents.models import Document
from answerable.meetings.models import Forum, Item, Meeting
from answerable.offices.models import Office
from answerable.topics.models import Topic


class Template(models.Model):
    """Points that an office asks for again and again; of one forum, or (null) of any."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="templates")
    forum = models.ForeignKey(Forum, models.CASCADE, null=True, related_name="templates")
    name = models.CharField(max_length=200)
    points = models.JSONField(default=list)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="one_template_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Terms(models.Model):
    """The terms of reference of one meeting: the scope that its briefing note must answer."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="terms")
    introduction = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "terms"

    def __str__(self) -> str:
        return f"Terms of reference, {self.meeting}"


class Point(models.Model):
    """A numbered point of terms of reference; ``item`` is the agenda item that it is taken at."""

    terms = models.ForeignKey(Terms, models.CASCADE, related_name="points", db_index=False)
    position = models.PositiveIntegerField()
    text = models.TextField()
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="points")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="points")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["terms", "position"], name="one_point_in_a_place")]

    def __str__(self) -> str:
        return f"{self.position + 1} {self.text}"


class Amendment(models.Model):
    """What was changed in terms of reference after they were sent; ``number`` is the point's of that day.

    ``was`` and ``now`` are its words before and after; ``to`` is the number of a point that was moved. The
    introduction has no number.
    """

    class What(models.TextChoices):
        ADDED = "added", "Added"
        CHANGED = "changed", "Changed"
        REMOVED = "removed", "Taken out"
        MOVED = "moved", "Moved"

    terms = models.ForeignKey(Terms, models.CASCADE, related_name="amendments")
    what = models.CharField(max_length=10, choices=What.choices)
    number = models.PositiveSmallIntegerField(null=True)
    to = models.PositiveSmallIntegerField(null=True)
    was = models.TextField(blank=True)
    now = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=["added", "changed", "removed", "moved"]), name="amendment_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: point {self.number}" if self.number else "Introduction changed"


class BriefingNote(models.Model):
    """The force's paper for one meeting; what was sent is in its versions, the highest counts."""

    class State(models.TextChoices):
        SENT = "sent", "Sent in"
        RETURNED = "returned", "Sent back"
        ACCEPTED = "accepted", "Accepted"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="briefing_notes")
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENT)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["sent", "returned", "accepted"]), name="briefing_note_state_known"
            )
        ]

    def __str__(self) -> str:
        return self.title


class NoteVersion(models.Model):
    """One sending of a briefing note. ``problem`` says why its text could not be read; it is kept anyway.

    ``late`` is in whole hours after the deadline (0: in time; null: there was none). ``headings`` are the
    parts that were read from it, in order: [{"title": …, "words": …}].
    """

    note = models.ForeignKey(BriefingNote, models.CASCADE, related_name="versions", db_index=False)
    number = models.PositiveSmallIntegerField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="note_versions")
    name = models.CharField(max_length=255)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    late = models.PositiveIntegerField(null=True)
    problem = models.TextField(blank=True)
    words = models.PositiveIntegerField(null=True)
    pages = models.PositiveIntegerField(null=True)
    headings = models.JSONField(default=list)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["note", "number"], name="one_version_of_a_number")]

    def __str__(self) -> str:
        return f"{self.note}, version {self.number}"


class Coverage(models.Model):
    """Which part of a version answers a point: proposed from headings, said by the force, confirmed here."""

    class Verdict(models.TextChoices):
        NONE = "", "Not confirmed yet"
        COVERED = "covered", "Covered"
        PARTLY = "partly", "Partly covered"
        MISSING = "missing", "Not covered"

    version = models.ForeignKey(NoteVersion, models.CASCADE, related_name="coverage", db_index=False)
    point = models.ForeignKey(Point, models.CASCADE, related_name="coverage")
    part = models.TextField(blank=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.NONE, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["point__position"]
        constraints = [models.UniqueConstraint(fields=["version", "point"], name="one_coverage_of_a_point")]

    def __str__(self) -> str:
        return f"{self.point}: {self.part}"


class Judgement(models.Model):
    """The office's judgement of a version; the words of each scale are in ``core.papers``.

    ``outcome`` is how it ended, "" while it is not decided; ``why`` is the reason for sending it back.
    """

    class Outcome(models.TextChoices):
        NONE = "", "Not decided yet"
        RETURNED = "returned", "Sent back"
        ACCEPTED = "accepted", "Accepted"

    version = models.OneToOneField(NoteVersion, models.CASCADE, related_name="judgement")
    points = models.CharField(max_length=20, blank=True)
    length = models.CharField(max_length=20, blank=True)
    voice = models.CharField(max_length=20, blank=True)
    risks = models.CharField(max_length=20, blank=True)
    overall = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.NONE, blank=True)
    why = models.TextField(blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"Judgement of {self.version}"
