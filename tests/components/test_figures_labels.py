"""Labels never lie over one another and never off the picture, whatever is asked."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from answerable.components.figures_labels import Box, Crowd, Wanted, place, spread

places = st.floats(-50, 450)
wanted = st.lists(st.builds(Wanted, places, st.text(max_size=5), st.just(""), st.integers(0, 3)), max_size=30)
boxes = st.builds(
    lambda left, top, wide, tall: Box(left, top, left + wide, top + tall),
    st.integers(-20, 320), st.integers(-20, 220), st.integers(5, 90), st.integers(5, 30),
)  # fmt: skip


@given(wanted, st.floats(8, 30), st.floats(0, 100), st.floats(0, 300))
def test_labels_beside_a_line_are_apart_and_inside(
    asked: list[Wanted], apart: float, first: float, room: float
) -> None:
    last = first + room
    found = [at for _, at in spread(asked, apart, first, last)]
    assert all(other - one >= apart - 1e-6 for one, other in pairwise(found))
    assert all(first - 1e-6 <= at <= last + 1e-6 for at in found)
    assert len(found) == min(len(asked), int(room / apart + 1e-9) + 1)


@given(wanted)
def test_their_order_is_that_of_what_they_name(asked: list[Wanted]) -> None:
    found = [one.at for one, _ in spread(asked, 10, 0, 400)]
    assert found == sorted(found)


@given(wanted, st.integers(1, 6))
def test_what_matters_most_stays_where_room_is_short(asked: list[Wanted], many: int) -> None:
    found = [one.rank for one, _ in spread(asked, 10, 0, 10 * (many - 1))]
    assert sorted(found) == sorted(one.rank for one in asked)[:many]


def test_a_label_with_room_stands_where_it_would() -> None:
    asked = [Wanted(20, "target 85%"), Wanted(60, "mean 80%")]
    assert [at for _, at in spread(asked, 15, 0, 100)] == [20, 60]


def test_two_that_want_one_place_share_the_way() -> None:
    asked = [Wanted(50, "target 85%"), Wanted(50, "mean 85%")]
    assert [at for _, at in spread(asked, 16, 0, 100)] == [42, 58]


def test_at_the_edge_they_go_inwards() -> None:
    asked = [Wanted(0, "a"), Wanted(2, "b"), Wanted(99, "c")]
    assert [at for _, at in spread(asked, 10, 0, 100)] == [0, 10, 99]


@given(st.lists(st.lists(boxes, min_size=1, max_size=6), max_size=12), st.lists(boxes, max_size=12))
def test_words_inside_never_overlap_and_never_leave(asked: list[list[Box]], around: list[Box]) -> None:
    inside = Box(0, 0, 300, 200)
    taken: list[Box] = []
    for candidates in asked:
        found = place(candidates, taken, Crowd(around), inside)
        if found is not None:
            assert found in candidates
            taken.append(found)
    assert all(box.within(inside) for box in taken)
    assert not any(one.overlaps(other) for one, other in combinations(taken, 2))


def test_the_first_that_hides_nothing_is_taken() -> None:
    over, under = Box(0, 0, 10, 10), Box(0, 20, 10, 30)
    assert place([over, under], [], Crowd(), Box(0, 0, 100, 100)) == over
    assert place([over, under], [], Crowd([Box(4, 4, 6, 6)]), Box(0, 0, 100, 100)) == under
    assert place([over, under], [under], Crowd([Box(4, 4, 6, 6)]), Box(0, 0, 100, 100)) == over
    assert place([over], [over], Crowd(), Box(0, 0, 100, 100)) is None


@given(st.lists(boxes, max_size=12), boxes)
def test_a_crowd_knows_whether_anything_is_hidden(around: list[Box], box: Box) -> None:
    assert bool(Crowd(around).hidden(box)) == any(box.overlaps(other) for other in around)
