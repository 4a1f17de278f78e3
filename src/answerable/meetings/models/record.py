"""Meetings as they were minuted. Every ``source`` is a list of places as the meeting record defines them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Marked, Restrictable
from answerable.meetings.models.meeting import Meeting
from answerable.offices.models import Office
from answerable.people.models import Person, Post

ENTRY_KINDS = ["heading", "note", "question", "response", "action", "update", "commitment", "decision"]


class Attendance(models.Model):
    """Who was there or sent apologies, as printed, and whom and which post that was."""

    class Status(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance", db_index=False)
    position = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="attendance")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="attendance")
    acting = models.BooleanField(default=False)
    name = models.CharField(max_length=200)
    capacity = models.TextField(null=True)
    abbreviation = models.TextField(null=True)
    status = models.CharField(max_length=10, choices=Status.choices)
    from_item = models.TextField(null=True)
    to_item = models.TextField(null=True)
    source = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_attendance_in_a_place"),
            models.CheckConstraint(
                condition=Q(status__in=["present", "apologies"]), name="attendance_status_known"
            ),
        ]
        indexes = [models.Index(fields=["name"], name="attendance_by_name")]

    def __str__(self) -> str:
        return self.name


class Item(Marked):
    """An agenda item, numbered as printed: of the agenda while its meeting is ahead, of the minutes after.

    ``origin`` says how it came onto an agenda written here: "" where it was read from minutes.
    ``carried_from`` is the item of an earlier meeting that it goes on with, which stays where it is.
    """

    class Origin(models.TextChoices):
        READ = "", "Read from minutes"
        STANDING = "standing", "Standing item"
        ARISING = "arising", "Matters arising"
        POINT = "point", "Terms of reference"
        CARRIED = "carried", "Carried forward"
        REVISIT = "revisit", "Come back"
        QUESTION = "question", "Question"
        WRITTEN = "written", "Added"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", db_index=False)
    position = models.PositiveIntegerField()
    number = models.TextField(null=True)
    label = models.TextField(null=True)
    title = models.TextField()
    level = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=30)
    assurance = models.TextField(null=True)
    source = models.JSONField(default=list)
    origin = models.CharField(
        max_length=10, choices=Origin.choices, blank=True, default=Origin.READ, db_default=Origin.READ
    )
    note = models.TextField(blank=True, default="", db_default="")  # what the agenda says under its title
    lead = models.TextField(blank=True, default="", db_default="")  # who speaks to it: "DCC"
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="carried_to")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_item_in_a_place")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}" if self.number else self.title


class Entry(Marked):
    """A piece of the minutes in reading order. ``position`` is its index in the record."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="entries", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="entries")
    paragraph = models.PositiveIntegerField()
    heading = models.TextField(null=True)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    speakers = models.JSONField(default=list)
    source = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_entry_in_a_place"),
            models.CheckConstraint(
                condition=Q(kind__in=ENTRY_KINDS),
                name="entry_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Exchange(Restrictable):
    """A question with its response. ``entries`` are positions of the meeting's entries."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="exchanges", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="exchanges")
    heading = models.TextField(null=True)
    asked_by = models.JSONField(default=list)
    question = models.TextField()
    answered_by = models.JSONField(default=list)
    response = models.TextField(blank=True)
    stance = models.TextField(null=True)
    entries = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_exchange_in_a_place")
        ]

    def __str__(self) -> str:
        return self.question


class Figure(Marked):
    """A number that the minutes state, with what it measures."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="figures", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="figures")
    measure = models.TextField()
    area = models.TextField(null=True)
    value = models.FloatField(null=True)
    to = models.FloatField(null=True)
    approximate = models.BooleanField(default=False)
    unit = models.TextField(null=True)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    source = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_figure_in_a_place")]

    def __str__(self) -> str:
        return self.text


class Warning(Restrictable):
    """What the reader was unsure of; ``entry`` is the line that it is about, where there is one."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="warnings")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="warnings", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="warnings")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="warnings")
    code = models.CharField(max_length=60)
    message = models.TextField()
    source = models.JSONField(default=list)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_warning_in_a_place")]
        indexes = [models.Index(fields=["office", "settled_at", "code"], name="warning_to_settle")]

    def __str__(self) -> str:
        return self.message
