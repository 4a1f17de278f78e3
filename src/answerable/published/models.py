"""Publications, the frozen parts that they brought, and the lines told from these.

They lie in a database of their own (``published``), which public pages open for reading only (``public``).
Nothing here names a row of another slice: an office is its slug, a place its address.
"""

from __future__ import annotations

from django.db import models

HASH_LENGTH = 64
PATH_LENGTH = 400


class Publication(models.Model):
    """A decision, as its header says it. ``header`` is the text that was hashed and whose hash was signed."""

    office = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    doing = models.CharField(max_length=12)
    title = models.TextField()
    duty = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    header = models.TextField()
    hash = models.CharField(max_length=HASH_LENGTH, unique=True)
    key = models.CharField(max_length=16, blank=True)
    signature = models.CharField(max_length=88, blank=True)
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="one_publication_of_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.number}: {self.title}"


class Snapshot(models.Model):
    """The bytes of one part, a version of what stands at ``path``. What is withdrawn has no bytes any more.

    ``state``: current; replaced by a later version; withdrawn. ``ended_by`` is the publication that replaced
    or withdrew it.
    """

    office = models.CharField(max_length=80)
    path = models.CharField(max_length=PATH_LENGTH)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=HASH_LENGTH)
    state = models.CharField(max_length=10)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="snapshots")
    ended_by = models.ForeignKey(Publication, models.PROTECT, null=True, related_name="ended")

    class Meta:
        ordering = ["path", "version"]
        constraints = [
            models.UniqueConstraint(fields=["path", "version"], name="one_snapshot_of_a_version"),
            models.UniqueConstraint(
                fields=["path"], condition=models.Q(state="current"), name="one_current_snapshot"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["current", "replaced", "withdrawn"]),
                name="snapshot_state_known",
            ),
        ]
        indexes = [models.Index(fields=["office", "kind", "state"], name="snapshot_by_kind")]

    def __str__(self) -> str:
        return f"{self.path}, version {self.version}"


class Line(models.Model):
    """What can be found, filtered and cited: see ``core.publication.lines``.

    ``owner`` is the path of the part that it is told from. ``gone``: a tombstone, which keeps its path and
    nothing else. ``modified`` is when the store last changed it.
    """

    office = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    path = models.CharField(max_length=PATH_LENGTH, unique=True)
    owner = models.CharField(max_length=PATH_LENGTH)
    forum = models.CharField(max_length=PATH_LENGTH, blank=True)
    date = models.DateField(null=True)
    position = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    modified = models.DateTimeField()
    gone = models.BooleanField(default=False)

    class Meta:
        ordering = ["-date", "owner", "position"]
        indexes = [
            models.Index(fields=["office", "kind", "gone", "date"], name="line_by_date"),
            models.Index(fields=["office", "kind", "modified", "id"], name="line_by_modified"),
            models.Index(fields=["owner", "position"], name="line_of_part"),
            models.Index(fields=["kind", "id"], name="line_in_order"),
        ]

    def __str__(self) -> str:
        return self.path


class Tag(models.Model):
    """What a line can be filtered by: a topic, an owner, a state, an area."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="tags")
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=PATH_LENGTH)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "name", "value"], name="one_tag_of_a_value")]
        indexes = [models.Index(fields=["name", "value"], name="tag_by_value")]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class GivenTag(models.Model):
    """A tag that the part at ``owner`` gives to the line at ``path``, whether or not that is public yet."""

    owner = models.CharField(max_length=PATH_LENGTH, db_index=True)
    path = models.CharField(max_length=PATH_LENGTH, db_index=True)
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=PATH_LENGTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "path", "name", "value"], name="one_gift_of_a_tag")
        ]

    def __str__(self) -> str:
        return f"{self.path}, {self.name}: {self.value}"


class Key(models.Model):
    """A key that decisions were signed with: ``public`` is base64 of its DER form.

    ``statement`` says from when on it signs and which key was before it, signed by both.
    """

    key = models.CharField(max_length=16, unique=True)
    public = models.CharField(max_length=80)
    statement = models.TextField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.key


class Revision(models.Model):
    """One row: how often the store was changed. Pages and caches ask it whether they are still right."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
