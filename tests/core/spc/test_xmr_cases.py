"""XmR charts against every case of the reference implementation."""

from __future__ import annotations

import json
from pathlib import Path

from tests.core.spc import conformance


def test_every_case_passes(tmp_path: Path) -> None:
    groups = conformance.passed("xmr", tmp_path)
    assert {name for name, (good, every) in groups.items() if good != every} == set()
    assert sum(every for _, every in groups.values()) == len(conformance.cases("xmr")) > 200


def test_so_does_the_reference_as_it_is_with_its_faults(tmp_path: Path) -> None:
    groups = conformance.passed("xmr", tmp_path, "--reference")
    assert {name for name, (good, every) in groups.items() if good != every} == set()
    with_an_answer = [case for case in conformance.cases("xmr") if "expected" in case]
    assert sum(every for _, every in groups.values()) == len(with_an_answer)


def test_the_current_rule_of_two_of_three_gives_what_the_cases_say_of_it() -> None:
    found = json.loads(conformance.told("xmr", "--current"))
    tried = 0
    for case in conformance.cases("xmr"):
        for key, wanted in case.get("mdc_two_of_three", {}).items():
            tried += 1
            told = found[case["id"]]
            assert (told["points"][key] if key in told["points"] else told[key]) == wanted, case["id"]
    assert tried >= 8


def test_results_are_plain_json_without_nan() -> None:
    json.loads(conformance.told("xmr"), parse_constant=lambda name: 1 / 0)
