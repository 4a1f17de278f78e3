"""What people do with an action outside the minutes: reports of its owner's side, and steps in its life."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Restrictable
from answerable.actions.models.action import Action
from answerable.documents.models import Document
from answerable.meetings.models import Forum, Meeting
from answerable.offices.models import Office
from answerable.people.models import Person, Post


class Report(Restrictable):
    """What an owner's side says of an action, drafted by one person and released by another or the same.

    Until it is released it is seen by its own side alone. ``owner`` is the owner as printed, where an action
    has several; ``done``: it says that the work is done, else how far it is. ``answer`` is the other side's.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        RELEASED = "released", "Released"
        DROPPED = "dropped", "Dropped"

    class Answer(models.TextChoices):
        NONE = "", "Not answered"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Not accepted"

    office = models.ForeignKey(Office, models.CASCADE, related_name="reports", db_index=False)
    action = models.ForeignKey(Action, models.CASCADE, related_name="reports")
    side = models.CharField(max_length=10, choices=Post.Side.choices)
    owner = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    done = models.BooleanField(default=False)
    done_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    released_on = models.DateField(null=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    answer_text = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ["drafted_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "released", "dropped"]), name="report_state_known"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["", "accepted", "refused"]), name="report_answer_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="released")
                | Q(released_at__isnull=False, released_by__isnull=False, released_on__isnull=False),
                name="a_released_report_has_its_releaser",
            ),
        ]
        indexes = [models.Index(fields=["office", "state", "answer"], name="report_by_state")]

    def __str__(self) -> str:
        return self.text


class ReportDocument(models.Model):
    """A file that goes with a report, under the name that it was sent with."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="documents")
    document = models.ForeignKey(Document, models.PROTECT, related_name="report_documents")
    name = models.CharField(max_length=255)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class ActionStep(Restrictable):
    """A step in an action's life that a person took here: closed with what was seen, moved with a reason.

    ``on`` is the day that it counts from. What else is filled depends on ``kind``: ``basis`` of closed
    (told, shown, tested); ``dues`` and ``cause`` of moved and happened; ``due_text`` of met (the due that was
    kept, as printed); ``forum`` of referred and returned; ``other`` of merged (the action that goes on),
    split (the one that was split off) and its counterparts; ``person`` of passed (the new holder), and
    ``post`` where it was given to another post than ``was_post``.
    """

    class Kind(models.TextChoices):
        CLOSED = "closed", "Closed"
        REFUSED = "refused", "Not accepted as done"
        WITHDRAWN = "withdrawn", "Withdrawn"
        REOPENED = "reopened", "Reopened"
        MOVED = "moved", "Due date moved"
        HAPPENED = "happened", "The awaited event happened"
        MET = "met", "One of its dates was met"
        CARRIED = "carried", "Carried forward"
        REFERRED = "referred", "Referred to another forum"
        RETURNED = "returned", "Came back from another forum"
        MERGED = "merged", "Merged into another"
        JOINED = "joined", "Another was merged into it"
        SPLIT = "split", "Split"
        PASSED = "passed", "Passed to a new holder"

    class Basis(models.TextChoices):
        NONE = "", "Not said"
        TOLD = "told", "We were told"
        SHOWN = "shown", "We were shown"
        TESTED = "tested", "It was tested"

    class Cause(models.TextChoices):
        NONE = "", "Not said"
        CANCELLED = "cancelled", "A meeting was cancelled or moved"
        WAITING = "waiting", "It waits for somebody outside the force and the office"
        CHANGED = "changed", "What is asked for changed"
        SLIPPED = "slipped", "It takes longer than was promised"

    office = models.ForeignKey(Office, models.CASCADE, related_name="action_steps", db_index=False)
    action = models.ForeignKey(Action, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    reason = models.TextField(blank=True)
    basis = models.CharField(max_length=10, choices=Basis.choices, blank=True, default="")
    cause = models.CharField(max_length=10, choices=Cause.choices, blank=True, default="")
    dues = models.JSONField(default=list)
    due_text = models.TextField(blank=True)
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="+")
    other = models.ForeignKey(Action, models.CASCADE, null=True, related_name="steps_elsewhere")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="+")
    was_post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="+")
    report = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="steps")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="action_steps")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "closed", "refused", "withdrawn", "reopened", "moved", "happened", "met", "carried",
                        "referred", "returned", "merged", "joined", "split", "passed",
                    ]
                ),
                name="step_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(basis__in=["", "told", "shown", "tested"]), name="basis_known"
            ),
            models.CheckConstraint(
                condition=Q(cause__in=["", "cancelled", "waiting", "changed", "slipped"]), name="cause_known"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.action}"
