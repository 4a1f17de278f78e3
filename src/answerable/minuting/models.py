"""Lines as they are typed, who was there, what the office judged, and how minutes come to be approved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Marked, Restrictable
from answerable.actions.models import Action
from answerable.meetings.models import Item, Meeting
from answerable.offices.models import Office
from answerable.people.models import Person, Post


class Line(Marked):
    """One line of the minutes as it was typed: a paragraph in the house style.

    ``kind`` and ``speakers`` are a person's ("", null: as the grammar reads it). ``about`` is the earlier
    action that the line reports on, with its ``status`` ("open", "reported", "complete"). ``read`` is what
    the grammar made of it when it was saved, for the page. ``key`` is made by whoever typed it, so that a
    line that is sent again is the same line. A line that was taken out stays, with ``removed_at``.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="lines", db_index=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="lines")
    position = models.PositiveIntegerField()
    key = models.UUIDField()
    text = models.TextField()
    kind = models.CharField(max_length=20, blank=True, default="")
    speakers = models.JSONField(null=True)
    about = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="lines")
    status = models.CharField(max_length=10, blank=True, default="")
    read = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["item__position", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "key"], name="one_line_of_a_key")]
        indexes = [models.Index(fields=["meeting", "item", "position"], name="line_in_item")]

    def __str__(self) -> str:
        return self.text


class LineText(models.Model):
    """What a line said before it was changed."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="texts")
    text = models.TextField()
    kind = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text


class Present(models.Model):
    """Who was there or sent apologies, from ``from_item`` to ``to_item`` (null: from or to the end)."""

    class Status(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="roll", db_index=False)
    position = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="rolls")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="rolls")
    acting = models.BooleanField(default=False)
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=200, blank=True)
    abbreviation = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices)
    from_item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="+")
    to_item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "present"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_present_in_a_place"),
            models.CheckConstraint(
                condition=Q(status__in=["present", "apologies"]), name="present_status_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Assurance(Restrictable):
    """The office's judgement of an item, put by a person, with its basis.

    *Given*: they told us. *Tested*: ``test`` says how, ``tested_by`` and ``tested_on`` by whom and when.
    A new judgement of the same item takes the place of the one before, which stays (``replaced_at``).
    """

    class Judgement(models.TextChoices):
        ASSURED = "assured", "Assured"
        PARTLY = "partly", "Partly assured"
        NOT = "not", "Not assured"
        NONE = "none", "None yet"

    class Basis(models.TextChoices):
        GIVEN = "given", "Given: they told us"
        TESTED = "tested", "Tested"

    class Test(models.TextChoices):
        NONE = "", "Not tested"
        DIP_SAMPLE = "dip-sample", "Dip sample"
        REALITY = "reality", "Reality testing"
        AUDIT = "audit", "Audit"
        INSPECTION = "inspection", "Inspection"
        DATA = "data", "Data"

    office = models.ForeignKey(Office, models.CASCADE, related_name="assurances", db_index=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="assurances")
    item = models.ForeignKey(Item, models.CASCADE, related_name="assurances")
    judgement = models.CharField(max_length=10, choices=Judgement.choices)
    basis = models.CharField(max_length=10, choices=Basis.choices)
    test = models.CharField(max_length=12, choices=Test.choices, blank=True, default=Test.NONE)
    tested_by = models.CharField(max_length=200, blank=True)
    tested_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    test_again = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(replaced_at=None), name="one_assurance_of_an_item"
            ),
            models.CheckConstraint(
                condition=Q(judgement__in=["assured", "partly", "not", "none"]), name="assurance_known"
            ),
            models.CheckConstraint(condition=Q(basis__in=["given", "tested"]), name="assurance_basis_known"),
        ]
        indexes = [models.Index(fields=["office", "replaced_at", "test_again"], name="assurance_to_test")]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_judgement_display()}"


class Step(models.Model):
    """A step of minutes on their way to approval: ``core.approval.states`` says which there are.

    ``approved_by`` is the later meeting that approved them.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="steps")
    approved_by = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="approvals")
    was = models.CharField(max_length=10, blank=True)
    to = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.was or 'nothing'} to {self.to}"


class MinutesVersion(models.Model):
    """The whole minutes as a meeting record, as they were when they took a step."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="minutes_versions", db_index=False)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10)
    record = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_minutes_version_of_a_number")
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of {self.meeting}"


class Remark(models.Model):
    """What somebody says of a line of draft minutes, or (no line) of the whole, and what became of it."""

    class Answer(models.TextChoices):
        NONE = "", "Not answered yet"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Not accepted"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="remarks")
    line = models.ForeignKey(Line, models.SET_NULL, null=True, related_name="remarks")
    quote = models.TextField(blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default=Answer.NONE)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text
