"""The check of a record's places and indices finds what is wrong, and only that."""

from __future__ import annotations

import pytest
from scoring.coverage import violations

from tests.tools.records import TEXT, place, record


def test_a_right_record_has_no_breach():
    assert violations(record(), TEXT) == []


def broken(change):
    given = record()
    change(given)
    return violations(given, TEXT)


def test_lost_text_is_named():
    def drop_last(given):
        given["entries"].pop()

    assert broken(drop_last) == [f"not covered at {TEXT.index('Patrols fell')}: 'Patrols fell by 12%.'"]


def test_a_warning_covers_what_was_taken_out():
    def move(given):
        given["entries"].pop()
        given["warnings"].append(
            {"code": "hidden-text", "message": "", "source": [place("Patrols fell by 12%.")]}
        )

    assert broken(move) == []


@pytest.mark.parametrize(
    "wrong", [{"quote": "elsewhere"}, {"start": 5, "end": 5}, {"end": 10_000}, {"page": 3}]
)
def test_a_false_place_is_named(wrong):
    def change(given):
        given["actions"][0]["source"][0] |= wrong

    lines = broken(change)
    assert lines
    assert all("actions[0]" in line for line in lines)


def test_overlapping_entries_are_named():
    def overlap(given):
        given["entries"][1]["source"] = [place("had stopped. The Chief said that the boat was broken.")]

    assert any("overlap" in line for line in broken(overlap))


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("actions", {"item": 4}),
        ("actions", {"entry": 9}),
        ("exchanges", {"entries": [0, 7]}),
        ("figures", {"item": -1}),
    ],
)
def test_an_index_that_points_nowhere_is_named(key, change):
    def point(given):
        given[key][0] |= change

    assert any(line.startswith(f"{key}[0]") for line in broken(point))


def test_a_key_that_was_left_out_is_named():
    def drop(given):
        del given["actions"][0]["label"]

    assert broken(drop) == ["actions[0]: keys differ: ['label']"]
