"""Addresses at which something stood: 410 with when and why, whatever stood there."""

from __future__ import annotations

import lxml.html
import pytest
from django.test import Client

from answerable.core.publication.parts import Part
from tests import open_data
from tests.core.publication.contents import PATH, entry
from tests.public.given import agenda, meeting, office, taken, topic

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
WHY = "It named somebody."


def main(path: str, status: int) -> str:
    answer = Client().get(f"/{path}")
    assert answer.status_code == status, answer.status_code
    tree = lxml.html.document_fromstring(answer.content.decode())
    return " ".join(tree.get_element_by_id("main-content").text_content().split())


def shorter() -> Part:
    """The minutes with their first line alone, and without items."""
    lines = [entry(1, None, "note", "The meeting began at 10:30.")]
    return meeting(entries=lines, items=[], actions=[], promises=[])


@pytest.mark.parametrize("rest", ["/item/1", "/entry/2"])
def test_what_a_correction_left_out_says_which_decision_took_it(rest: str) -> None:
    taken(office(), meeting())
    taken(shorter(), doing="correct", note=WHY, title="Minutes, corrected")
    taken(agenda("2030-01-10"), title="Something else")
    said = main(PATH + rest, 410)
    assert WHY in said
    assert "Publication 2: Minutes, corrected" in said
    main(f"{PATH}/item/9", 404)


def test_what_was_put_back_is_there_again() -> None:
    taken(office(), agenda("2022-08-25"))
    taken(withdrawn=(f"{PATH}/agenda",), note=WHY)
    assert WHY in main(f"{PATH}/agenda", 410)
    taken(agenda("2022-08-25"), title="Agenda again")
    main(f"{PATH}/agenda", 200)


@pytest.mark.parametrize(
    "part",
    [topic("calls", f"{PATH}#promise-1"), open_data.measure(), open_data.decision()],
    ids=lambda one: one.path,
)
def test_a_part_that_was_withdrawn_says_when_and_why(part: Part) -> None:
    taken(office(), meeting())
    taken(part, title="What was here")
    main(part.path, 200)
    taken(withdrawn=(part.path,), note=WHY)
    said = main(part.path, 410)
    assert "“What was here” was here, published on 3 September 2022" in said
    assert WHY in said
    main(f"{part.path}-too", 404)


@pytest.mark.parametrize("path", ["people", "people/ada-example", "posts/dcc"])
def test_people_who_were_taken_away_too(path: str) -> None:
    taken(office())
    taken(open_data.people())
    main(f"wyvern-valley/{path}", 200)
    taken(withdrawn=("wyvern-valley/people",), note=WHY)
    assert WHY in main(f"wyvern-valley/{path}", 410)
    main("wyvern-valley/people/nobody", 404)
