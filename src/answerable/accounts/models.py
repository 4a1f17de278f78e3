"""Who works here, what they may do in which office, where they are signed in, and what they have sent."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from answerable.core.permissions.roles import GIVEN, NAMES, Role
from answerable.offices.models import Office

ROLES = [str(role) for role in GIVEN]


class User(AbstractBaseUser):
    """Somebody who works with the record: known by an e-mail address.

    One who is not active cannot sign in, and whatever sessions they had are over.
    """

    name = models.CharField(max_length=200)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = BaseUserManager["User"]()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleHeld(models.Model):
    """A role that somebody was given in an office, until it ended."""

    user = models.ForeignKey(User, models.PROTECT, related_name="roles_held")
    office = models.ForeignKey(Office, models.CASCADE, related_name="roles_held")
    role = models.CharField(max_length=20, choices=[(role, NAMES[Role(role)]) for role in ROLES])
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["office", "role"]
        verbose_name_plural = "roles held"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "office", "role"], condition=Q(ended_at=None), name="a_role_is_held_once"
            ),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} in {self.office}"


class SentForm(models.Model):
    """A form that was acted on: its key is used once, whoever sends it again and however often."""

    key = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return str(self.key)


class Session(AbstractBaseSession):
    """What a browser is known by; ``user`` is whoever signed in with it, since ``began_at``."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    browser = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering = ["-seen_at"]

    @classmethod
    def get_session_store_class(cls) -> type:
        from answerable.accounts.session_store import SessionStore

        return SessionStore


class Tries(models.Model):
    """How often something was guessed wrong lately: of one account, from one address, in one browser.

    ``key`` is a keyed hash: neither an address nor anybody's e-mail can be read from it.
    """

    key = models.CharField(primary_key=True, max_length=64)
    wrong = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-last_at"]
        verbose_name_plural = "tries"

    def __str__(self) -> str:
        return f"{self.wrong} wrong"


class Cached(models.Model):
    """The table of Django's database cache: a code that was used is not taken by another web node."""

    cache_key = models.CharField(primary_key=True, max_length=255)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "cached"
        ordering = ["cache_key"]
        verbose_name_plural = "cached"

    def __str__(self) -> str:
        return self.cache_key
