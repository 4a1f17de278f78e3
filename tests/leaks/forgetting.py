"""What search notes of words that were withdrawn: in a small index, where no later writing sweeps it away."""

from __future__ import annotations

from answerable.publishing.building import meeting as building
from answerable.publishing.operations import deliver_due, withdraw
from tests import factories as make
from tests import publish
from tests.leaks.canaries import Garden
from tests.leaks.looking import store_bytes


def left_behind() -> list[str]:
    """Words of withdrawn minutes that the store's bytes still have."""
    garden, files = Garden(), building.minutes_files
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", f"Calls, {garden.plant('item.title')}")
    for column in ("text", "text of another"):
        make.entry(item, "note", f"Callers waited, said {garden.plant(f'entry.{column}')}.")
    building.minutes_files = lambda *some: []
    try:
        made = publish.published("minutes", meeting)
    finally:
        building.minutes_files = files
    assert garden.found_in(store_bytes())
    withdraw(
        publication=made, office=make.office(), note="Wrong.", as_role="commissioner",
        by=publish.second_person(), at=publish.AT,
    )  # fmt: skip
    deliver_due(at=publish.AT)
    return sorted(garden.planted[one].column for one in garden.found_in(store_bytes()))
