"""A word of its own stands in every text of the record: none is public but those that are meant to be."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from answerable.published.purging import ON_SQLITE
from tests.leaks.allowed import ALLOWED
from tests.leaks.conftest import Looked
from tests.leaks.kinds import LEAST, LEAST_LEFT_OUT, LEFT_OUT, PLACE_KINDS
from tests.leaks.looking import EVERY_SURFACE, LOGGED
from tests.leaks.serving import asked, edition, served
from tests.leaks.surfaces import ERRORS, SURFACES
from tools.soaking.house import House

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

STAGES = pytest.mark.parametrize("stage", [0, 1], ids=["published", "corrected and withdrawn"])
LEAST_ANSWERS = 250
FEW_NOT_SHOWN = 12
"""Words that the table allows and that stand nowhere: figures beside a name, bodies that nothing names."""

FEW = 60  # answers of a server: the whole walk is done without one
ALSO = (
    "health/ready",
    "account/sign-in/",
    "metrics",
    "api/v1",
    "files/",
    "published.sqlite3",
    "..%2fpublished.sqlite3",
)


@STAGES
def test_nothing_that_is_not_public_is_found(stage: int, looked: list[Looked]) -> None:
    assert looked[stage].leaks == []


@STAGES
def test_there_is_something_to_find_in_every_kind_of_place(stage: int, looked: list[Looked]) -> None:
    places = looked[stage].places
    assert {
        one.name: places.get(one.name, 0) for one in PLACE_KINDS if places.get(one.name, 0) < one.least
    } == {}
    assert places[LEFT_OUT] >= LEAST_LEFT_OUT
    assert sum(places[one.name] for one in PLACE_KINDS) >= LEAST


@STAGES
def test_what_is_public_is_found(stage: int, looked: list[Looked]) -> None:
    """Else nothing would be looked at."""
    assert len(looked[stage].missing) <= FEW_NOT_SHOWN, looked[stage].missing
    assert len(looked[stage].seen.found) >= 100


@STAGES
def test_every_surface_is_asked_and_shows_what_is_public(stage: int, looked: list[Looked]) -> None:
    seen = looked[stage].seen
    assert [one for one in SURFACES if not seen.asked[one]] == []
    assert sum(seen.asked.values()) >= LEAST_ANSWERS
    shown = {surface for where in seen.found.values() for surface in where}
    assert {*EVERY_SURFACE} - shown <= {ERRORS, LOGGED}


def test_served_alone_and_handed_over_it_holds_nothing_else(tmp_path: Path, looked: list[Looked]) -> None:
    last = looked[-1]
    hidden = set(last.garden.planted) - last.seen.public
    house = House(tmp_path / "house", extra={"LOG_LEVEL": "DEBUG"})
    store = house.folder / "published.sqlite3"
    store.write_bytes(last.store)
    chosen = [*last.paths[:: max(1, len(last.paths) // FEW)], *(f"/{one}" for one in ALSO)]
    with served(house) as (address, log):
        for path in chosen:
            assert not last.garden.found_in(asked(address + path)) & hidden, path
    said = re.sub(rb"/wyvern-valley[^\s\"]*", b"", log.read_bytes())  # the addresses that were asked for
    assert said
    assert not last.garden.found_in(said) & hidden
    left = {one.name for one in house.folder.rglob("*") if one.is_file()}
    assert left <= {"published.sqlite3", "serve.log"}

    handed_over = list(edition(house))
    assert len(handed_over) > FEW
    for one in handed_over:
        assert not last.garden.found_in(one) & hidden

    assert not last.garden.found_in(store.read_bytes()) & hidden
    with closing(sqlite3.connect(store)) as purged:
        for statement in ON_SQLITE:
            purged.execute(statement)
    assert not last.garden.found_in(store.read_bytes()) & hidden
    assert last.garden.found_in(store.read_bytes()), "what is public is in it"


def test_the_table_names_each_column_once_with_a_reason() -> None:
    columns = [(one.table, column, one.open) for one in ALLOWED for column in one.columns.split()]
    assert len(columns) == len(set(columns))
    assert all(one.why for one in ALLOWED)
