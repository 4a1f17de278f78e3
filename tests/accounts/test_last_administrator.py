"""Two office administrators who give up their role at the same moment: one of them stays."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from answerable.accounts.models import RoleHeld, User
from answerable.accounts.operations import disable, end_role
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from tests import factories as make
from tests.signing import person_with

ROUNDS = 5


def gives_up(user: User) -> None:
    end_role(user=user, office=make.office(), role=Role.ADMINISTRATOR, by=user, at=timezone.now())


def is_disabled(user: User) -> None:
    disable(user=user, by=user, at=timezone.now())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("leaves", [gives_up, is_disabled])
def test_of_two_at_once_one_is_refused(leaves: object) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database is in memory, where two connections cannot wait for each other")
    assert callable(leaves)

    def refused(user: User) -> bool:
        try:
            leaves(user)
        except Refusal:
            return True
        finally:
            connection.close()
        return False

    for number in range(ROUNDS):
        RoleHeld.objects.filter(role=Role.ADMINISTRATOR).delete()
        two = [person_with(Role.ADMINISTRATOR, make.office(), f"{name} {number}") for name in ("Ada", "Ben")]
        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(refused, two)) == [False, True]
