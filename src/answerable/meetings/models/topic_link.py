"""Where topics are spoken of, and where people said that they are not."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.meetings.models.meeting import Meeting
from answerable.meetings.models.record import Entry, Item
from answerable.topics.models import Topic


class TopicLink(models.Model):
    """Where a topic is spoken of: an item of a meeting, an entry of it where that is narrower.

    ``by``: the person who said so; null where the finder did, and then what it finds next takes its place.
    ``origin``: the topic that it was a link of before that one was merged into ``topic``.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="links")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="topic_links")
    item = models.ForeignKey(Item, models.CASCADE, null=True, related_name="topic_links")
    entry = models.ForeignKey(Entry, models.CASCADE, null=True, related_name="topic_links")
    score = models.FloatField(default=0)
    origin = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="links_elsewhere")
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.topic} in {self.meeting}"


class TopicUnlink(models.Model):
    """Where the finder would have a topic spoken of and a person said that it is not: it stays away.

    ``topic`` is the one that the finder offers, whatever that was merged into since.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="unlinks")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, models.CASCADE, null=True, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.topic}, not in {self.meeting}"
