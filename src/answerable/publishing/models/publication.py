"""A decision to publish, correct or withdraw, with the bytes that it makes public."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from answerable.measures.models import Measure
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.topics.models import Topic


class Publication(models.Model):
    """Put forward by one person with its parts frozen, then decided by another or the same.

    ``two_people``: the subject holds something restricted or redacted, so nobody decides alone. ``number``,
    ``header``, ``hash`` and ``signature`` are there once it is decided and no embargo holds it any more: see
    ``core.publication.deciding``. ``opens_at``: under embargo until then. ``opened_at``: when it joined the
    office's chain. ``follows``: the publication that this one corrects, withdraws or puts back. ``hidden``:
    what was restricted or left out when it was put forward, as a fingerprint. ``taken_at``: the public store
    has it. ``scanned_at``: every check ran to its end on exactly these bytes; without it nothing is decided.
    ``findings`` are what the checks said, with what a person answered to each. ``renews``: whoever decides
    wants what hangs on it (register, topics, people) brought up to date with it; ``renewed_at`` says when
    that was done, and ``because_of`` of such a one by which it was.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Put forward"
        DECIDED = "decided", "Decided"
        DROPPED = "dropped", "Not published"

    class Subject(models.TextChoices):
        OFFICE = "office", "About the office"
        AGENDA = "agenda", "Agenda and papers"
        MINUTES = "minutes", "Minutes"
        REGISTER = "register", "Register of actions"
        TOPICS = "topics", "Topics"
        MEASURES = "measures", "Measures"
        PEOPLE = "people", "People and posts"
        DECISION = "decision", "Decision"
        SCHEME = "scheme", "Publication scheme"
        ORIGINAL = "original", "Minutes as they were published at the time"

    class Doing(models.TextChoices):
        PUBLISH = "publish", "Publish"
        CORRECT = "correct", "Correct"
        WITHDRAW = "withdraw", "Withdraw"
        PUT_BACK = "put back", "Publish again"

    office = models.ForeignKey(Office, models.PROTECT, related_name="publications")
    subject = models.CharField(max_length=10, choices=Subject.choices)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="publications")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, related_name="publications")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, related_name="publications")
    doing = models.CharField(max_length=10, choices=Doing.choices, default=Doing.PUBLISH)
    title = models.TextField()
    duty = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)  # what the public is told: of a correction, what was wrong
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    two_people = models.BooleanField(default=False)
    findings = models.JSONField(default=list)
    scanned_at = models.DateTimeField(null=True)
    opens_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")
    hidden = models.CharField(max_length=64, blank=True)
    renews = models.BooleanField(default=False)
    renewed_at = models.DateTimeField(null=True)
    because_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="brought_along")
    put_forward_at = models.DateTimeField()
    put_forward_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_forward_as = models.CharField(max_length=120)  # the capacity, which the public is told
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_as = models.CharField(max_length=120, blank=True)
    why_dropped = models.TextField(blank=True)
    withdrawn = models.JSONField(default=list)  # addresses that go, or single versions of them
    number = models.PositiveIntegerField(null=True)
    header = models.TextField(blank=True)
    hash = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=16, blank=True)
    signature = models.CharField(max_length=88, blank=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-put_forward_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="one_decision_of_a_number"),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "decided", "dropped"]), name="publication_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="a_decision_has_its_decider",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | Q(two_people=False) | ~Q(decided_by=F("put_forward_by")),
                name="two_people_where_something_is_left_out",
            ),
        ]
        indexes = [models.Index(fields=["office", "state", "taken_at"], name="publication_to_take")]

    def __str__(self) -> str:
        return self.title


class Frozen(models.Model):
    """The bytes of one part, as they will be or are public."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField()
    path = models.CharField(max_length=400)
    kind = models.CharField(max_length=12)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "frozen parts"
        constraints = [
            models.UniqueConstraint(fields=["publication", "path"], name="one_part_of_a_path"),
            models.UniqueConstraint(fields=["publication", "position"], name="one_part_in_a_place"),
        ]
        indexes = [models.Index(fields=["path"], name="frozen_by_path")]

    def __str__(self) -> str:
        return self.path
