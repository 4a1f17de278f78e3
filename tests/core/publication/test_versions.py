"""Which version of what stands at which address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication.versions import (
    Step,
    Version,
    book,
    current,
    readable,
    split_version,
    version_path,
)

PATH = "wyvern/assurance/2022-08-25"


def states(*steps: Step, path: str = PATH) -> list[str]:
    return [one.state for one in book(steps).get(path, [])]


def test_a_version_has_an_address() -> None:
    assert version_path(PATH, 2) == f"{PATH}/version/2"
    assert split_version(f"{PATH}/version/2") == (PATH, 2)
    assert split_version(PATH) == (PATH, None)


@pytest.mark.parametrize("number", ["two", "", "0", "01", "-1", "²", "9" * 5000])
def test_what_is_no_number_of_a_version_is_an_address_like_any_other(number: str) -> None:
    assert split_version(f"{PATH}/version/{number}") == (f"{PATH}/version/{number}", None)


@given(st.integers(1, 999_999_999))
def test_the_address_of_a_version_is_read_as_it_was_written(version: int) -> None:
    assert split_version(version_path(PATH, version)) == (PATH, version)


def test_a_correction_replaces() -> None:
    found = book([Step(1, [(PATH, "a")]), Step(4, [(PATH, "b")])])[PATH]
    assert found == [Version(PATH, 1, "a", "replaced", 1, 4), Version(PATH, 2, "b", "current", 4)]
    assert current(found) == found[1]
    assert readable(found) == found


def test_a_withdrawal_takes_every_version_or_one() -> None:
    both = [Step(1, [(PATH, "a")]), Step(2, [(PATH, "b")])]
    assert states(*both, Step(3, withdrawn=[PATH])) == ["withdrawn", "withdrawn"]
    assert states(*both, Step(3, withdrawn=[f"{PATH}/version/1"])) == ["withdrawn", "current"]
    assert states(*both, Step(3, withdrawn=["somewhere/else"])) == ["replaced", "current"]


def test_a_correction_can_take_the_version_before_with_it() -> None:
    assert states(Step(1, [(PATH, "a")]), Step(2, [(PATH, "b")], [f"{PATH}/version/1"])) == [
        "withdrawn", "current",
    ]  # fmt: skip


def test_what_is_put_back_is_a_new_version() -> None:
    steps = [Step(1, [(PATH, "a")]), Step(2, withdrawn=[PATH]), Step(3, [(PATH, "a")])]
    assert states(*steps) == ["withdrawn", "current"]


paths = st.sampled_from(["a", "b", "c"])
steps = st.lists(
    st.builds(
        Step,
        number=st.just(0),
        brings=st.lists(st.tuples(paths, st.just("hash")), max_size=2, unique_by=lambda one: one[0]),
        withdrawn=st.lists(paths | st.builds(version_path, paths, st.integers(1, 4)), max_size=2),
    ),
    max_size=12,
)


@given(steps)
def test_one_version_stands_at_most_and_numbers_have_no_gap(given_steps: list[Step]) -> None:
    for path, versions in book(given_steps).items():
        assert [one.version for one in versions] == list(range(1, len(versions) + 1))
        assert sum(one.state == "current" for one in versions) <= 1
        assert all(one.path == path for one in versions)
        assert all(one.state != "current" for one in versions[:-1])


@given(steps, steps)
def test_nothing_that_was_withdrawn_comes_back_as_the_same_version(
    first: list[Step], then: list[Step]
) -> None:
    before, after = book(first), book([*first, *then])
    for path, versions in before.items():
        for one in versions:
            if one.state == "withdrawn":
                assert after[path][one.version - 1].state == "withdrawn"
