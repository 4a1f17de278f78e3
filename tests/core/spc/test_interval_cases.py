"""Intervals, comparisons, before and after against every case of the reference implementations."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.spc import conformance


@pytest.mark.parametrize(
    "name", ["proportion", "rate", "two_proportions", "k_proportions", "rate_ratio", "before_after"]
)
def test_every_case_passes(name: str, tmp_path: Path) -> None:
    groups = conformance.passed(name, tmp_path)
    assert {group for group, (good, every) in groups.items() if good != every} == set()
    assert sum(every for _, every in groups.values()) == len(conformance.cases(name)) >= 14
