"""Generated minutes: the same for the same seed, whole by the contract, and readable in every format."""

from __future__ import annotations

import json
from itertools import islice

import pytest
from generate import write_files, write_records
from generating.files import WRITERS
from generating.records import ACTIONS, ENTRIES, Maker, text_of
from scoring.coverage import violations

from answerable.core.minutes.grammar import read_minutes
from answerable.core.records import check
from answerable.readers import read


def test_the_same_seed_gives_the_same_meetings():
    assert list(Maker(3).meetings(5)) == list(Maker(3).meetings(5))
    assert list(Maker(3).meetings(5)) != list(Maker(4).meetings(5))


def test_records_are_whole_and_keep_the_contract():
    for record in Maker().meetings(200):
        check(record)
        assert violations(record, text_of(record)) == []
        assert (len(record["entries"]), len(record["actions"])) == (ENTRIES, ACTIONS)


def test_no_two_meetings_share_forum_and_date():
    keys = [(one["meeting"]["forum"], one["meeting"]["date"]) for one in Maker().meetings(1000)]
    assert len(set(keys)) == len(keys)


def test_later_meetings_come_back_to_earlier_actions():
    given: dict[str, set[str]] = {}
    for record in islice(Maker().meetings(300), 300):
        forum = record["meeting"]["forum"]
        assert {update["action"] for update in record["updates"]} <= given.get(forum, set())
        given[forum] = {action["text"] for action in record["actions"]}


def test_records_stand_one_a_line(tmp_path):
    lines = write_records(3, tmp_path).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(Maker().meetings(3))


@pytest.mark.parametrize("suffix", WRITERS)
def test_files_are_read_back(suffix, tmp_path):
    [path] = write_files(1, tmp_path, suffixes=[suffix])
    made = next(Maker().meetings(1))
    found = read_minutes(read(path.read_bytes(), path.name))
    assert found["meeting"]["date"] == made["meeting"]["date"]
    assert [one["text"] for one in found["actions"]] == [one["text"] for one in made["actions"]]
    assert [one["owners"] for one in found["actions"]] == [one["owners"] for one in made["actions"]]
    assert [one["name"] for one in found["attendance"]].sort() == [
        one["name"] for one in made["attendance"]
    ].sort()


def test_files_come_in_turn_and_are_the_same_bytes(tmp_path):
    first = write_files(len(WRITERS), tmp_path / "one")
    again = write_files(len(WRITERS), tmp_path / "two")
    assert [path.suffix for path in first] == list(WRITERS)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
