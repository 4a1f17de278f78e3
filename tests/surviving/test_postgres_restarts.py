"""PostgreSQL is stopped and started while people save: pages say so, and are well again by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import Cluster, running
from tools.soaking.house import House
from tools.soaking.restart import PLAIN, SAVERS, run

RESTARTS = 20
"""As docs/reference/surviving.md says."""


@pytest.fixture
def own_cluster(cluster: Cluster) -> Iterator[Cluster]:
    """One that no other test uses."""
    del cluster  # it says what is missing where nothing can be started
    with running() as found:
        yield found


def test_restarted_twenty_times_nothing_confirmed_is_lost(own_cluster: Cluster, tmp_path: Path) -> None:
    house = House(tmp_path / "house", own_cluster.new_database())
    house.fill(SAVERS)
    done = run(house, own_cluster, RESTARTS)
    assert done["wrong"] == []
    assert done["confirmed"] >= RESTARTS
    assert 503 in done["statuses"], "somebody was told that the database cannot be reached"
    assert set(done["statuses"]) <= PLAIN
