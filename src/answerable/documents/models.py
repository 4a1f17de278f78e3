"""Originals, each kept once."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.accounts.marked import Marked
from answerable.offices.models import Office


class Document(Marked):
    """A file as it was sent in, and the text that the offsets of its places count in.

    ``name`` is the sender's; on disk it lies under a name of ours, made from its SHA-256.
    ``pages`` is null where the format has none. ``read_with`` is the version that read it.
    ``kept_for``: the side, "office" or "force", that alone may have it, while it goes with a draft of theirs.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="documents")
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True)
    text = models.TextField()
    content = models.FileField(max_length=120)
    read_with = models.CharField(max_length=40)
    kept_for = models.CharField(max_length=10, blank=True, default="", db_default="")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "sha256"], name="a_file_is_kept_once")]

    def __str__(self) -> str:
        return self.name
