"""The agenda is written again, and nothing that a person did to it is undone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.agenda.building import Point, Question, Sources, Standing, Wanted, wanted
from answerable.core.agenda.merging import Held, Merged, Place, merge
from answerable.core.agenda.numbering import tidied

CALLS = Sources(theme="Calls", points=[Point(1, "Waits"), Point(2, "Staff")])


def begun(of: Sources) -> list[Held]:
    """The items of an agenda that has just been written."""
    return stored(merge(wanted(of), [], ()), [])


def stored(merged: Merged, before: list[Held]) -> list[Held]:
    """What an agenda holds once a merge was done."""
    held = {one.item: one for one in before}
    for change in merged.changed:
        held[change.item] = replace(
            held[change.item], title=change.title, note=change.note,
            proposed_title=change.wanted.title, proposed_note=change.wanted.note,
        )  # fmt: skip
    free = max(held, default=0) + 1
    return [
        held[one.item] if one.item is not None else made(free + at, one)
        for at, one in enumerate(merged.places)
    ]


def made(item: int, place: Place) -> Held:
    one = place.wanted
    assert one
    return Held(item, place.level, one.title, one.note, one.key, one.title, one.note)


def titles(held: list[Held]) -> list[str]:
    return [f"{'  ' * (one.level - 1)}{one.title}" for one in held]


def again(of: Sources, held: list[Held], taken_off: set[str] | None = None, **fixed: set[int]) -> list[str]:
    return titles(stored(merge(wanted(of), held, taken_off or set(), **fixed), held))


def test_an_agenda_is_begun_as_it_should_be() -> None:
    assert titles(begun(CALLS)) == [
        "Matters arising", "Calls", "  Waits", "  Staff", "Any other business", "Next meeting",
    ]  # fmt: skip


def test_what_follows_holding_to_account_follows_the_points_under_it() -> None:
    standing = [
        Standing(1, "Tracker", "matters_arising"),
        Standing(2, "Holding to account", "holding_to_account"),
        Standing(3, "Assessment", "executive_update"),
        Standing(4, "AOB", "any_other_business"),
    ]
    assert titles(begun(replace(CALLS, standing=standing))) == [
        "Tracker", "Holding to account", "  Calls", "    Waits", "    Staff", "Assessment", "AOB",
        "Next meeting",
    ]  # fmt: skip


def test_writing_it_again_says_nothing_new() -> None:
    assert not merge(wanted(CALLS), begun(CALLS), ()).says_something


def test_a_new_point_comes_behind_the_one_before_it() -> None:
    more = replace(CALLS, points=[Point(1, "Waits"), Point(3, "Repeat callers"), Point(2, "Staff")])
    assert again(more, begun(CALLS))[2:5] == ["  Waits", "  Repeat callers", "  Staff"]


def test_what_a_person_took_off_does_not_come_back() -> None:
    held = [one for one in begun(CALLS) if one.key != "point:2"]
    assert "  Staff" not in again(CALLS, held, {"point:2"})


def test_a_title_that_a_person_changed_stays_and_the_note_still_follows() -> None:
    held = [
        replace(one, title="How long people wait") if one.key == "point:1" else one for one in begun(CALLS)
    ]
    changed = replace(CALLS, points=[Point(1, "Waits on 101", "2 Waits"), Point(2, "Staff")])
    after = stored(merge(wanted(changed), held, ()), held)
    assert "  How long people wait" in titles(after)
    assert next(one.note for one in after if one.key == "point:1") == "Briefing note: 2 Waits"


def test_what_nobody_touched_follows_its_source() -> None:
    changed = replace(CALLS, points=[Point(1, "Waits on 101"), Point(2, "Staff")])
    assert "  Waits on 101" in again(changed, begun(CALLS))


def test_where_a_person_moved_things_they_stay() -> None:
    held = begun(CALLS)
    held = [held[4], *held[:4], held[5]]
    assert again(CALLS, held)[0] == "Any other business"


def test_a_point_that_is_asked_no_more_goes_unless_somebody_touched_it_or_something_hangs_on_it() -> None:
    held, less = begun(CALLS), replace(CALLS, points=[Point(1, "Waits")])
    staff = next(one for one in held if one.key == "point:2")
    assert "  Staff" not in again(less, held)
    assert "  Staff" in again(less, held, fixed={staff.item})
    touched = [replace(one, note="Ask first.") if one is staff else one for one in held]
    assert "  Staff" in again(less, touched)


def test_the_theme_stays_while_something_of_a_person_stands_under_it() -> None:
    held = begun(CALLS)
    held.insert(2, Held(99, 2, "Written by hand"))
    assert again(Sources(), held)[1:3] == ["Calls", "  Written by hand"]
    assert "Calls" not in again(Sources(), begun(CALLS))


def test_a_question_that_a_person_chose_is_not_taken_off_by_itself() -> None:
    held = begun(Sources(questions=[Question(1, "Why?")]))
    assert "  Why?" in again(Sources(), held)


def test_what_stood_under_an_item_that_was_taken_off_stands_by_itself() -> None:
    held = [one for one in begun(CALLS) if one.key != "theme" and one.key != "point:2"]
    held = [replace(one, level=1) for one in held]
    assert again(CALLS, held, {"theme"})[1:3] == ["Waits", "Staff"]


def test_new_standing_items_find_their_place_on_an_agenda_that_a_person_wrote() -> None:
    held = [Held(1, 1, "Custody"), Held(2, 1, "Dogs")]
    found = again(Sources([Standing(1, "Apologies")]), held)
    assert found == [
        "Custody", "Dogs", "Matters arising", "Apologies", "Any other business", "Next meeting",
    ]  # fmt: skip


KINDS = ["other", "matters_arising", "holding_to_account", "next_meeting"]
KEYS = st.integers(1, 4)


def several(kind: type, *values: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    """A few things of a kind, each with a key of its own."""
    return st.lists(st.builds(kind, KEYS, *values), max_size=4, unique_by=lambda one: one.key)


WANTED = st.builds(
    Sources,
    standing=several(Standing, st.sampled_from("AB"), st.sampled_from(KINDS), st.integers(1, 3)),
    theme=st.sampled_from(["", "Calls"]),
    points=several(Point, st.sampled_from("xy")),
    questions=several(Question, st.just("Why?")),
)


def keys(places: list[Place]) -> list[str]:
    return [one.key for one in places if one.key]


@settings(deadline=None)
@given(WANTED, WANTED, st.data())
def test_whatever_people_did_it_is_kept_and_nothing_stands_twice(
    first: Sources, then: Sources, data: st.DataObject
) -> None:
    held = begun(first)
    off = data.draw(st.sets(st.sampled_from([one.key for one in held])))
    edited = data.draw(st.sets(st.sampled_from([one.item for one in held])))
    held = [replace(one, title="Mine") if one.item in edited else one for one in held if one.key not in off]
    levels = tidied([one.level for one in held])
    held = [replace(one, level=level) for one, level in zip(held, levels, strict=True)]
    merged = merge(wanted(then), held, off)
    after = stored(merged, held)
    assert not off & {one.key for one in after}
    assert {one.item for one in held if one.title == "Mine"} <= {
        one.item for one in after if one.title == "Mine"
    }
    assert len({one.key for one in after}) == len(after)
    stood = [one.item for one in held if one.item not in merged.gone]
    assert [one.item for one in after if one.item in set(stood)] == stood
    levels = [one.level for one in after]
    if not merged.gone:
        assert levels == tidied(levels)
    assert not merge(wanted(then), after, off).new


@settings(deadline=None)
@given(WANTED)
def test_an_agenda_is_begun_in_its_own_order(of: Sources) -> None:
    assert keys(merge(wanted(of), [], ()).places) == [one.key for one in wanted(of)]


def test_every_proposal_is_there_once_it_was_put() -> None:
    of: list[Wanted] = wanted(CALLS)
    assert keys(merge(of, [], ()).places) == [one.key for one in of]
