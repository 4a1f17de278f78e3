"""Run charts, Shewhart charts and funnels against every case of the reference implementations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.spc import conformance


def test_every_run_and_shewhart_chart_passes_but_for_box_methods(tmp_path: Path) -> None:
    asked = [case["id"] for case in conformance.cases("run_and_shewhart") if not box(case)]
    passed = conformance.passed("run_and_shewhart", tmp_path, "--reference")
    assert sum(good for good, _ in passed.values()) == len(asked) > 50
    assert set(json.loads((tmp_path / "run_and_shewhart.json").read_text("utf-8"))) == set(asked)


def box(case: dict) -> bool:  # type: ignore[type-arg]
    return case["input"]["method"] in ("bestbox", "cutbox")


@pytest.mark.parametrize(("name", "least"), [("funnel", 40), ("funnel_phe", 15)])
def test_every_funnel_passes(name: str, least: int, tmp_path: Path) -> None:
    passed = conformance.passed(name, tmp_path, "--reference")
    assert {group for group, (good, every) in passed.items() if good != every} == set()
    assert sum(every for _, every in passed.values()) > least


def test_nothing_that_a_case_asks_for_is_kept_back(tmp_path: Path) -> None:
    """But the curve of public health's funnel, whose sizes are no part of the input."""
    for name in ("run_and_shewhart", "funnel", "funnel_phe"):
        found = json.loads(conformance.told(name))
        for case in conformance.cases(name):
            if case["id"] in found:
                assert set(case["expected"]) - set(found[case["id"]]) <= {"curve"}
