"""Who works here, what they may do in which office, and which forms they have sent."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
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
