"""Actions, their owners and dues."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Restrictable
from answerable.meetings.models import Entry, Forum, Item, Meeting
from answerable.offices.models import Body, Office
from answerable.people.models import Person, Post


class Action(Restrictable):
    """Something that somebody is to do, from the meeting that gave it to its end.

    ``number`` is the office's, "A-0123"; it is given at the end of an import, in order of date.
    ``due`` (the due that counts now), ``overdue_from`` (the first day it is late), ``lapses_from`` (the
    first day it may count as lapsed by its due) and ``silent_from`` (the day of the second later meeting
    that did not mention it; null while it was mentioned or too few were held) are kept by operations, so
    that overdue and lapsed are one condition with today's date: see ``actions.queries``.
    ``forum`` is the one that follows it now; the one that gave it is its meeting's. ``waits_for`` is the
    event that its date hangs on, as printed, until that has happened. ``slipped`` counts how often its date
    was moved, not counting the times that a cancelled meeting moved it.
    ``done_on`` is the day the work was done, by its report where it is only reported; ``days_taken`` how
    long after it was given, ``kept`` whether by the dates first given: see ``core.actions.life``.
    ``draft``: it stands in minutes that are still being written, in the line that ``typed_as`` names.
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        REPORTED = "reported", "Reported"
        CLOSED = "closed", "Closed"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Kept(models.TextChoices):
        NOT_DONE = "", "Not done"
        KEPT = "kept", "Kept"
        LATE = "kept late", "Kept late"

    office = models.ForeignKey(Office, models.CASCADE, related_name="actions", db_index=False)
    number = models.CharField(max_length=12, null=True)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="actions", db_index=False)
    position = models.PositiveIntegerField()
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="actions")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="actions")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="actions")
    heading = models.TextField(null=True)
    label = models.TextField(null=True)
    text = models.TextField()
    owners_printed = models.TextField(blank=True)
    owners_source = models.JSONField(default=list)
    source = models.JSONField(default=list)
    given = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    due = models.DateField(null=True)
    first_due = models.DateField(null=True)
    overdue_from = models.DateField(null=True)
    lapses_from = models.DateField(null=True)
    silent_from = models.DateField(null=True)
    last_mentioned = models.DateField(null=True)
    ended = models.DateField(null=True)
    done_on = models.DateField(null=True)
    days_taken = models.PositiveIntegerField(null=True)
    kept = models.CharField(max_length=10, choices=Kept.choices, blank=True, default="", db_default="")
    waits_for = models.TextField(blank=True, default="", db_default="")
    slipped = models.PositiveSmallIntegerField(default=0, db_default=0)
    draft = models.BooleanField(default=False, db_default=False)
    typed_as = models.CharField(max_length=60, blank=True, default="", db_default="")

    class Meta:
        ordering = ["-given", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="an_office_number_is_used_once"),
            models.UniqueConstraint(fields=["meeting", "position"], name="one_action_in_a_place"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "reported", "closed", "withdrawn"]), name="action_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["office", "state", "due"], name="action_by_due"),
            models.Index(fields=["office", "given"], name="action_by_given"),
            models.Index(fields=["office", "state", "overdue_from"], name="action_overdue"),
            # holds all that lapsed, late and old ones are counted by: the front page reads no row for them
            models.Index(
                fields=["office", "state", "silent_from", "lapses_from", "overdue_from", "given"],
                name="action_standing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number or 'unnumbered'}: {self.text}"


class ActionOwner(models.Model):
    """An owner as printed, with the post or body that it names and the person who held the post then."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="owners", db_index=False)
    position = models.PositiveSmallIntegerField()
    printed = models.CharField(max_length=120)
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="owned")
    body = models.ForeignKey(Body, models.SET_NULL, null=True, related_name="owned")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="owned")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["action", "position"], name="one_owner_in_a_place")]
        indexes = [models.Index(fields=["printed"], name="owner_printed")]

    def __str__(self) -> str:
        return self.printed


class ActionDue(models.Model):
    """A due as printed; ``date`` is the last day on which it would still be kept."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="dues", db_index=False)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    date = models.DateField(null=True)
    precision = models.CharField(max_length=10)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["action", "position"], name="one_due_in_a_place")]

    def __str__(self) -> str:
        return self.text
