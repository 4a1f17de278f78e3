"""Standing items, what agendas propose, questions that wait for a meeting, agendas as they were sent out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Marked, Restrictable
from answerable.meetings.models import Forum, Item, Meeting
from answerable.offices.models import Office


class StandingItem(models.Model):
    """What every agenda of a forum has; ``kind`` is an item kind of the meeting record."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="standing_items", db_index=False)
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, default="other")
    level = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "position"], name="one_standing_item_in_a_place")
        ]

    def __str__(self) -> str:
        return self.title


class FrozenAgenda(models.Model):
    """An agenda as it was sent out: ``contents`` is what its readers saw, whatever changes afterwards."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="frozen_agendas", db_index=False)
    number = models.PositiveSmallIntegerField()
    contents = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_frozen_agenda_of_a_number")
        ]

    def __str__(self) -> str:
        return f"Agenda {self.number}, {self.meeting}"


class Proposal(Restrictable):
    """What an agenda said should stand on it, so that it is not said again once a person decided.

    ``key`` is its reason (``core.agenda.building``), ``title`` and ``note`` are as they were proposed: where
    its item says something else, a person changed it. Without an item a person took it off.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="proposals", db_index=False)
    key = models.CharField(max_length=40)
    title = models.TextField()
    note = models.TextField(blank=True)
    item = models.OneToOneField(Item, models.SET_NULL, null=True, related_name="proposal")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "key"], name="one_proposal_of_a_key")]

    def __str__(self) -> str:
        return self.title


class Question(Marked):
    """A question for a forum: of the office, or from somebody outside, taken, chosen and answered on record.

    Without a meeting it waits in the forum's backlog. ``why`` says why it was not chosen.
    """

    class State(models.TextChoices):
        TAKEN = "taken", "Taken"
        CHOSEN = "chosen", "Chosen"
        PARKED = "parked", "Parked"
        DECLINED = "declined", "Not chosen"
        ANSWERED = "answered", "Answered"

    class Origin(models.TextChoices):
        OFFICE = "office", "The office"
        PUBLIC = "public", "The public"

    office = models.ForeignKey(Office, models.CASCADE, related_name="questions")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="questions")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="questions")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="questions")
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.OFFICE)
    asked_by = models.CharField(max_length=200, blank=True)
    name_is_public = models.BooleanField(default=False)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.TAKEN)
    why = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["taken_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["taken", "chosen", "parked", "declined", "answered"]),
                name="question_state_known",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=["office", "public"]), name="question_origin_known"
            ),
        ]
        indexes = [models.Index(fields=["office", "forum", "state"], name="question_by_state")]

    def __str__(self) -> str:
        return self.text
