"""Leaks planted in the code, one at a time: each is noticed. Five of them here, all by ``make leaks``."""

from __future__ import annotations

import os

import pytest

from tests.leaks.checks import CHECKS
from tools.guarding import planting
from tools.guarding.guards import Guard
from tools.guarding.leaks import IN_EVERY_RUN, LEAKS

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PLANTED = [one for one in LEAKS if os.environ.get("LEAKS_PLANTED") == "all" or one.name in IN_EVERY_RUN]


@pytest.mark.parametrize("leak", PLANTED, ids=lambda one: one.name)
def test_a_planted_leak_is_noticed(leak: Guard) -> None:
    with planting.without(leak):
        assert CHECKS[leak.tests[0]]()


@pytest.mark.parametrize("leak", LEAKS, ids=lambda one: one.name)
def test_each_stands_once_in_the_code(leak: Guard) -> None:
    assert (planting.ROOT / leak.file).read_text("utf-8").count(leak.here) == 1
    assert set(leak.tests) <= set(CHECKS)


def test_there_are_enough_and_every_name_is_one_of_them() -> None:
    names = [one.name for one in LEAKS]
    assert len(names) == len(set(names)) >= 25
    assert len(IN_EVERY_RUN) == 5
    assert set(IN_EVERY_RUN) <= set(names)
