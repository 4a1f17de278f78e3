"""Generated files of data.police.uk: the true columns, the same rows for the same seed, and countable."""

from __future__ import annotations

from pathlib import Path

import pytest
from generating.police import AREAS, FORCE, OTHERS, small_area, write, write_lookup, write_nation, write_year

from answerable.core.measures.loading.lookup import read_lookup
from answerable.core.measures.loading.police import HEADERS, PoliceFile
from answerable.readers.police import count_police
from answerable.readers.workbook import read_figures

MONTH = "2024-05"


@pytest.mark.parametrize("kind", list(PoliceFile))
def test_a_file_has_the_true_columns_and_every_row_counts(kind: PoliceFile, tmp_path: Path) -> None:
    path = write(kind, MONTH, 200, tmp_path)
    assert path.read_text(encoding="utf-8").splitlines()[0] == ",".join(HEADERS[kind])
    tally = count_police(path, path.name, {})
    assert (tally.kind, tally.rows, tally.faults, tally.months) == (kind, 200, [], [MONTH])
    assert sum(tally.counted.values()) == 200


def test_the_same_seed_gives_the_same_file(tmp_path: Path) -> None:
    first, again, other = (
        write(PoliceFile.STREET, MONTH, 50, tmp_path / name, seed=seed).read_bytes()
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first == again
    assert first != other


def test_anti_social_behaviour_has_no_crime_id_and_some_rows_no_place(tmp_path: Path) -> None:
    rows = [
        line.split(",")
        for line in write(PoliceFile.STREET, MONTH, 2_000, tmp_path).read_text().splitlines()[1:]
    ]
    assert {bool(row[0]) for row in rows if row[9] == "Anti-social behaviour"} == {False}
    assert all(row[0] for row in rows if row[9] != "Anti-social behaviour")
    assert any(not row[7] for row in rows)


def test_the_lookup_leads_every_small_area_to_an_area(tmp_path: Path) -> None:
    places = {name.casefold(): f"area:{at}" for at, name in enumerate(AREAS)}
    lookup = read_lookup(
        read_figures(write_lookup(tmp_path / "l.csv").read_bytes(), "l.csv").sheets[0], places
    )
    assert not lookup.faults
    tally = count_police(write(PoliceFile.STREET, MONTH, 500, tmp_path), "street.csv", lookup.codes)
    assert tally.rows_of(FORCE, "?") == 0
    assert {area for _, _, _, area in tally.counted} - {""} == set(places.values())
    assert small_area(0) in lookup.codes


def test_a_year_is_twelve_months_and_a_nation_is_every_force(tmp_path: Path) -> None:
    assert len({path.name[:7] for path in write_year(tmp_path, rows=5)}) == 12
    forces = count_police(write_nation(tmp_path, 2_000), "all.csv", {}).forces
    assert set(forces) == {FORCE, *OTHERS}
