"""Attacks made directly in the database: found, located, or named as what no kept head can prove.

The page in the documentation is what this test counts. On PostgreSQL a tenth as many are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from django.db import connection, transaction

from answerable.core.chain.events import Event
from answerable.core.chain.findings import Finding, Kind
from answerable.core.chain.verifying import KnownHead
from tests.audit.attacks import ATTACKS, Attack
from tests.audit.chains import findings, head_of, people, put, write_chain

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "audit-attacks.md"
LENGTH = 60
HEADS = [20, 40, 48]
"""The events whose heads were kept elsewhere; what comes after the last is nobody's to prove."""

COVERED, BEHIND = 1000, 200
"""Attacks of each kind that begin under the last head, and behind it."""


@dataclass
class Count:
    """What became of the attacks of one kind."""

    tried: int = 0
    found: int = 0
    located: int = 0
    behind: int = 0
    seen: int = 0
    unproved: int = 0


def test_every_attack_is_found_and_located_or_named_as_unprovable() -> None:
    events = write_chain(LENGTH, people())
    heads = [head_of(events, one) for one in HEADS]
    assert not any(one.harm for one in findings(heads))
    whole = connection.vendor == "sqlite"
    counts = {}
    for seed, (name, attack) in enumerate(ATTACKS.items()):
        share = 1 if whole else 10
        counts[name] = _count(attack, Random(seed), events, heads, COVERED // share, BEHIND // share)
    missed = {
        name: one
        for name, one in counts.items()
        if not (one.tried == one.found == one.located and one.behind == one.unproved)
    }
    assert missed == {}
    if whole:
        assert PAGE.read_text("utf-8") == printed(counts)


def _count(
    attack: Attack, chance: Random, events: list[Event], heads: list[KnownHead], covered: int, behind: int
) -> Count:
    count = Count()
    for _ in range(covered):
        found, begins = _attacked(attack, chance, events, heads, 1, HEADS[-1])
        count.tried += 1
        count.found += any(one.harm for one in found)
        count.located += _located(found, begins)
    for _ in range(behind):
        found, begins = _attacked(attack, chance, events, heads, HEADS[-1] + 1, LENGTH - 1)
        count.behind += 1
        count.seen += any(one.harm for one in found)
        count.unproved += any(one.kind == Kind.UNPROVED and one.first <= begins for one in found)
    return count


def _attacked(
    attack: Attack, chance: Random, events: list[Event], heads: list[KnownHead], first: int, last: int
) -> tuple[list[Finding], int]:
    """The findings after an attack, which is undone."""
    after, begins = attack(chance, events, first, last)
    with transaction.atomic():
        put(events, after)
        found = findings(heads)
        transaction.set_rollback(True)
    return found, begins


def _located(found: Sequence[Finding], begins: int) -> bool:
    """Whether the first finding is about the event where the damage begins."""
    first = min((one for one in found if one.harm), key=lambda one: (one.first, one.last), default=None)
    return first is not None and first.first <= begins <= first.last


HEAD = """# Attacks on the audit trail

Somebody who can write to the database falsifies a chain of {length} events by SQL. The heads of the events
{heads} were kept elsewhere. Each attack is made clumsily, with care (the hashes of the touched events
fit) or with every hash from there on made to fit; which, where and how is left to chance. **Located**: the
first finding is about the event where the damage begins; where all hashes fit, it names the stretch between
two kept heads. Behind the last head nothing can be proved, and the check says so each time; what was clumsy
is found all the same. `tests/audit/test_attacks.py` makes the attacks and holds this page.

| Attack | Under the last head | Found | Located | Behind the last head | Found | Named as unprovable |
|---|---|---|---|---|---|---|
"""


def printed(counts: dict[str, Count]) -> str:
    rows = [
        f"| {name} | {one.tried:,} | {one.found:,} | {one.located:,} | {one.behind} | {one.seen} |"
        f" {one.unproved} |\n"
        for name, one in counts.items()
    ]
    heads = ", ".join(map(str, HEADS[:-1])) + f" and {HEADS[-1]}"
    return HEAD.format(length=LENGTH, heads=heads) + "".join(rows)
