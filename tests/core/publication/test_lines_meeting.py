"""What can be found and cited of the minutes of a meeting."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.lines.meeting import lines_of_meeting
from answerable.core.publication.open_data.field import shaped
from answerable.core.publication.open_data.resources import BY_KIND
from tests.open_data import PATH, content


def of(kind: str, **more: Any) -> list[Any]:
    return [one for one in lines_of_meeting(content(**more)) if one.kind == kind]


def test_every_line_has_an_address_of_its_own() -> None:
    paths = [one.path for one in lines_of_meeting(content())]
    assert len(paths) == len(set(paths)) == 12


def test_an_exchange_stands_beside_its_first_line() -> None:
    first, second = of("exchange")
    assert first.path == f"{PATH}#exchange-2"
    assert first.data["entries"] == [f"{PATH}#entry-2", f"{PATH}#entry-3"]
    assert first.data["item"] == f"{PATH}/item/2.1"
    assert first.text == "Why?\nBecause."
    assert second.path == f"{PATH}#exchange-line-2"
    assert second.data["item"] is None


def test_a_figure_keeps_its_address_when_others_come_and_go() -> None:
    twice, again, other = of("figure")
    assert again.path == f"{twice.path}-2"
    alone = of("figure", figures=content()["figures"][2:])
    assert [one.path for one in alone] == [other.path]


def test_a_promise_is_found_by_who_made_it_and_what_became_of_it() -> None:
    (promise,) = of("promise")
    assert promise.data["entry"] == f"{PATH}#entry-3"
    assert promise.tags == (("owner", "DCC"), ("state", "open"))


def test_an_update_is_found_by_its_action() -> None:
    (update,) = of("update")
    assert update.tags == (("action", "wyvern-valley/actions/A-0001"),)


def test_every_field_that_is_promised_is_told() -> None:
    for line in lines_of_meeting(content()):
        fields = BY_KIND[line.kind].fields
        assert {one.name for one in fields} <= set(line.data), line.kind
        assert shaped(fields, line.data)["meeting" if line.kind != "meeting" else "date"]
