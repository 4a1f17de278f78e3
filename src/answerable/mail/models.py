"""Mail that waits to be sent, and mail that was."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.offices.models import Office


class Message(models.Model):
    """One mail to one person. ``key`` says what it is about, so that nobody is told the same thing twice.

    ``parts`` are the keys of what it tells, where a mail tells of several things: "overdue:2026-W47".
    It waits until a mail server has taken it; ``tries`` counts the attempts, ``trouble`` is what the last one
    came to, and it is tried again from ``next_try`` on.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        SENT = "sent", "Sent"
        GIVEN_UP = "given-up", "Given up"

    office = models.ForeignKey(Office, models.CASCADE, related_name="messages")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail")
    to = models.EmailField()
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=200, unique=True)
    parts = models.JSONField(default=list)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField()
    trouble = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sent", "given-up"]), name="message_state_known"
            )
        ]
        indexes = [models.Index(fields=["state", "next_try"], name="message_waiting")]

    def __str__(self) -> str:
        return self.subject


class Wish(models.Model):
    """A kind of mail that somebody does not want."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_wishes")
    kind = models.CharField(max_length=30)

    class Meta:
        verbose_name_plural = "wishes"
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="a_wish_is_said_once")]

    def __str__(self) -> str:
        return f"{self.user}: no {self.kind}"
