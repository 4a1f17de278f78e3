"""An address is given once: what is found again keeps its own, and nothing gets another's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication.addresses import item_path, line_path
from answerable.core.publication.keeping_addresses import Held, Thing, addresses

MEETING = "wyvern/assurance/2022-08-25"


def items(things: list[Thing], held: list[Held]) -> list[str]:
    found = addresses(things, held, lambda at, taken: item_path(MEETING, things[at].number, at, taken))
    return [one.removeprefix(f"{MEETING}/item/") for one in found]


def held(*pairs: tuple[str, str, str]) -> list[Held]:
    return [Held(f"{MEETING}/item/{path}", Thing(number, words)) for path, number, words in pairs]


def test_an_item_has_its_number() -> None:
    assert items([Thing("1", "Calls"), Thing("2.7", "Burglary"), Thing("", "Close")], []) == [
        "1", "2.7", "line-3",
    ]  # fmt: skip


def test_a_repeated_number_gets_another_address() -> None:
    assert items([Thing("2.7", "Calls"), Thing("2.7", "Burglary")], []) == ["2.7", "2.7-2"]


def test_an_item_that_got_another_number_keeps_its_address() -> None:
    before = held(("1", "1", "Calls"), ("2", "2", "Burglary"))
    now = [Thing("1", "Minutes"), Thing("2", "Calls"), Thing("3", "Burglary")]
    assert items(now, before) == ["1-2", "1", "2"]


def test_a_title_put_right_keeps_its_address() -> None:
    assert items([Thing("1", "Answering 101 calls")], held(("1", "1", "Answring 101 calls"))) == ["1"]


def test_what_is_gone_leaves_its_address_behind() -> None:
    assert items([Thing("1", "Rural crime")], held(("1", "1", "Answering 101"))) == ["1-2"]


def test_what_comes_back_gets_its_address_back() -> None:
    before = held(("1", "1", "Calls"), ("1-2", "1", "Rural crime in the winter"))
    assert items([Thing("1", "Calls")], before) == ["1"]


def test_a_line_that_comes_between_gets_a_number_behind_all() -> None:
    def line(at: int, taken: set[str]) -> str:
        return line_path(MEETING, "entry", at, taken)

    first = addresses([Thing("", "One."), Thing("", "Two.")], [], line)
    assert first == [f"{MEETING}#entry-1", f"{MEETING}#entry-2"]
    before = [Held(path, Thing("", words)) for path, words in zip(first, ["One.", "Two."], strict=True)]
    then = addresses([Thing("", "One."), Thing("", "Quite another matter."), Thing("", "Two.")], before, line)
    assert then == [f"{MEETING}#entry-1", f"{MEETING}#entry-3", f"{MEETING}#entry-2"]


def test_lines_of_the_same_words_keep_their_order() -> None:
    before = [Held(f"{MEETING}#entry-{at}", Thing("", "Noted.")) for at in (1, 2)]
    again = addresses(
        [Thing("", "Noted.")] * 2, before, lambda at, taken: line_path(MEETING, "entry", at, taken)
    )
    assert again == [one.path for one in before]


titles = st.sampled_from(["Answering the phone", "Burglary", "Rural crime", "Estates", "Vetting", "Budget"])
readings = st.lists(
    st.lists(st.builds(Thing, st.sampled_from(["", "1", "2", "2.7"]), titles), max_size=6), max_size=5
)


@given(readings)
def test_an_address_never_goes_to_another_thing(all_readings: list[list[Thing]]) -> None:
    """Whatever the numbers are, in however many readings: a thing is told by its title here."""
    given_to: dict[str, str] = {}
    before: list[Held] = []
    for things in all_readings:
        found = items(things, before)
        assert len(set(found)) == len(found)
        for path, thing in zip(found, things, strict=True):
            assert given_to.setdefault(path, thing.words) == thing.words
        now = {f"{MEETING}/item/{path}": thing for path, thing in zip(found, things, strict=True)}
        before = [Held(one.path, now.pop(one.path, one.thing)) for one in before]
        before += [Held(path, thing) for path, thing in now.items()]


@given(st.lists(titles, unique=True), st.permutations(range(6)))
def test_the_same_things_in_any_order_keep_their_addresses(words: list[str], order: list[int]) -> None:
    things = [Thing(str(at), one) for at, one in enumerate(words)]
    first = items(things, [])
    before = [Held(f"{MEETING}/item/{path}", thing) for path, thing in zip(first, things, strict=True)]
    shuffled = [at for at in order if at < len(things)]
    again = items([Thing(str(place), words[at]) for place, at in enumerate(shuffled)], before)
    assert again == [first[at] for at in shuffled]
