"""Who, in which capacity, from when to when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from answerable.offices.models import Body, Office


class Person(models.Model):
    """Somebody who is named in minutes; ``name`` is the fullest form, ``names`` all forms as printed."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="people")
    name = models.CharField(max_length=200)
    names = models.JSONField(default=list)
    initials = models.JSONField(default=list)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        indexes = [models.Index(fields=["office", "name"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A capacity, "Assistant Chief Constable (ACC)", which several people may hold at once.

    ``abolished_on``: the first day on which there is no such post any more, as a person said. ``public``:
    whether its holders are named in what is published, where the office decided so; null: by the rule of
    ``core.publication.public_posts``.
    """

    class Side(models.TextChoices):
        OFFICE = "office", "Office"
        FORCE = "force", "Force"
        BODY = "body", "Another body"

    office = models.ForeignKey(Office, models.CASCADE, related_name="posts")
    body = models.ForeignKey(Body, models.SET_NULL, null=True, related_name="posts")
    title = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=40, blank=True)
    key = models.CharField(max_length=200)  # the title folded, acting marks taken off
    side = models.CharField(max_length=10, choices=Side.choices, default=Side.FORCE)
    abolished_on = models.DateField(null=True)
    public = models.BooleanField(null=True)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["office", "key"], name="one_post_of_a_title"),
            models.CheckConstraint(condition=Q(side__in=["office", "force", "body"]), name="post_side_known"),
        ]

    def __str__(self) -> str:
        return self.title


class Tenure(models.Model):
    """Who held a post, from the first to the last day it is known of; no end: still held."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures")
    post = models.ForeignKey(Post, models.CASCADE, related_name="tenures")
    start = models.DateField()
    end = models.DateField(null=True)
    acting = models.BooleanField(default=False)
    portfolio = models.CharField(max_length=200, blank=True)  # what tells two holders of one post apart

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="tenure_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"


class Handover(models.Model):
    """A person's word that a tenure ended, and who follows: it stands whatever lists come in later.

    ``on`` is the first day without ``leaving``, and the first of ``arriving``; None: nobody that is known.
    ``abolished``: there is no such post from then on. How tenures follow: ``core.people.handing``.
    """

    post = models.ForeignKey(Post, models.CASCADE, related_name="handovers")
    on = models.DateField()
    leaving = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    arriving = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    acting = models.BooleanField(default=False)
    abolished = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(abolished=False) | Q(arriving=None), name="nobody_follows_in_an_abolished_post"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post} from {self.on}: {self.arriving or 'nobody'}"


class ActsFor(models.Model):
    """An account that acts for a post: its holder, or their staff officer. What the post owes is theirs."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="acts_for")
    post = models.ForeignKey(Post, models.CASCADE, related_name="acted_for_by")

    class Meta:
        verbose_name_plural = "accounts that act for posts"
        constraints = [models.UniqueConstraint(fields=["user", "post"], name="one_acts_for_a_post_once")]

    def __str__(self) -> str:
        return f"{self.user} for {self.post}"


class ListedPeople(models.Model):
    """What the attendance lists came to when owners were last told from them: see ``core.people.changes``.

    Kept so that only what changed has to be worked out again; ``answerable relink`` does without it.
    """

    office = models.OneToOneField(Office, models.CASCADE, related_name="+")
    people = models.JSONField()

    def __str__(self) -> str:
        return f"Lists of {self.office}"
