"""Which public pages are looked at for the accessibility statement: some of each shape of address."""

from __future__ import annotations

import pytest

from tools.accessing.states import FILE, shape


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/wyvern/assurance/2022-08-25", "/wyvern/board/2019-01-02", True),
        ("/wyvern/assurance/2022-08-25/item/2.7", "/wyvern/assurance/2022-08-25/item/3", True),
        ("/wyvern/assurance/2022-08-25/item/2.7", "/wyvern/assurance/2022-08-25/entry/2", False),
        ("/wyvern/actions/A-0001", "/wyvern/topics/calls", False),
        ("/wyvern/search?q=calls", "/wyvern/search?q=burglary", True),
        ("/wyvern/search?q=calls", "/wyvern/search?q=calls&kind=action", False),
        ("/wyvern/search", "/wyvern/scheme", False),
    ],
)
def test_addresses_of_one_kind_have_one_shape(one: str, other: str, same: bool) -> None:
    assert (shape(one) == shape(other)) is same


def test_files_are_no_pages() -> None:
    assert FILE.search("/wyvern/feeds/meetings.atom")
    assert not FILE.search("/wyvern/assurance/2022-08-25/item/2.7")
