"""Police and Crime Plans, delivery plans and action plans, part by part."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.people.models import Post
from answerable.topics.models import Topic


class Plan(models.Model):
    """A plan as it was set out; ``document`` is the file that it was read from, where there is one."""

    class Kind(models.TextChoices):
        POLICE_AND_CRIME = "police-and-crime", "Police and Crime Plan"
        DELIVERY = "delivery", "Delivery plan"
        ACTION = "action", "Action plan"

    office = models.ForeignKey(Office, models.CASCADE, related_name="plans")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="plans")
    serves = models.ForeignKey("self", models.SET_NULL, null=True, related_name="served_by")

    class Meta:
        ordering = ["-start", "name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="one_plan_of_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=["police-and-crime", "delivery", "action"]), name="plan_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlanItem(models.Model):
    """An objective of a plan, or an action under one; ``number`` is its own, as printed.

    ``progress`` is in per cent, null while nothing was reported. ``serves`` is the objective of another plan
    that it is there for. ``row`` is its line in the spreadsheet that it was read from. ``measure`` names what
    should show the change, in words.
    """

    class Kind(models.TextChoices):
        OBJECTIVE = "objective", "Objective"
        ACTION = "action", "Action"

    class State(models.TextChoices):
        NOT_STARTED = "not-started", "Not started"
        UNDER_WAY = "under-way", "Under way"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items", db_index=False)
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="parts")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    owner = models.CharField(max_length=200, blank=True)
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="plan_items")
    due = models.DateField(null=True)
    progress = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.NOT_STARTED)
    measure = models.CharField(max_length=200, blank=True)
    serves = models.ForeignKey("self", models.SET_NULL, null=True, related_name="served_by")
    row = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_part_of_a_number"),
            models.CheckConstraint(condition=Q(kind__in=["objective", "action"]), name="part_kind_known"),
            models.CheckConstraint(
                condition=Q(state__in=["not-started", "under-way", "done", "dropped"]),
                name="part_state_known",
            ),
            models.CheckConstraint(
                condition=Q(progress__isnull=True) | Q(progress__lte=100), name="progress_in_per_cent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"


class PlanProgress(models.Model):
    """What was said of how far a part is, on a day, with its evidence; the newest counts."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="reports")
    on = models.DateField()
    progress = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=12, choices=PlanItem.State.choices)
    text = models.TextField(blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="plan_progress")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "at", "id"]

    def __str__(self) -> str:
        return f"{self.item.number}: {self.text}"


class PlanTopic(models.Model):
    """A topic that belongs to a part of a plan: what is asked about it is holding that part to account."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="plan_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "topic"], name="one_topic_of_a_part")]

    def __str__(self) -> str:
        return f"{self.topic}: {self.item}"
