"""Published minutes as a page: whole, one item, one line, as they were."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client

from answerable.core.publication.parts import Kind, made
from tests import open_data
from tests.core.publication import contents
from tests.core.publication.contents import PATH, entry, item
from tests.public.counting import queries_of
from tests.public.given import agenda, meeting, office, small_meeting, taken

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def tree(path: str, status: int = 200) -> Any:
    answer = Client().get(f"/{path}")
    assert answer.status_code == status, answer.status_code
    return lxml.html.document_fromstring(answer.content.decode())


def words(found: Any) -> str:
    return " ".join(found.text_content().split())


def main(path: str, status: int = 200) -> str:
    return words(tree(path, status).get_element_by_id("main-content"))


def test_questions_and_answers_are_a_dialogue() -> None:
    taken(office(), meeting())
    page = tree(PATH)
    asked, answered = page.get_element_by_id("entry-2"), page.get_element_by_id("entry-3")
    assert words(asked).startswith("PCC asked Is it < 5%?")
    assert words(answered).startswith("DCC and ACC answered It will be by autumn.")
    assert asked.xpath(".//a/@href") == [f"/{PATH}/entry/2"]


def test_headings_go_down_one_at_a_time() -> None:
    items = [item("1.1", "First", level=2), item("2", "Second"), item("2.1", "Third", level=2)]
    taken(office(), meeting(items=items, entries=[], actions=[], promises=[], exchanges=[], figures=[]))
    page = tree(PATH)
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4")]
    assert levels == [1, 2, 2, 3]
    assert len(page.xpath("//h1")) == 1


def test_every_place_that_is_told_is_on_the_page() -> None:
    from answerable.core.publication.lines import lines

    part = meeting()
    taken(office(), part)
    there = set(tree(PATH).xpath("//@id"))
    assert {one.path.partition("#")[2] for one in lines(part) if "#" in one.path} <= there


def test_a_version_that_was_replaced_says_when_and_why_in_a_sentence() -> None:
    taken(office(), meeting())
    for number, note in enumerate(("It named somebody.", "The place", ""), start=1):
        taken(meeting(venue=f"Room {number}"), doing="correct", note=note)
    notices = [words(tree(f"{PATH}/version/{one}").xpath("//*[@role='note']")[0]) for one in (1, 2, 3)]
    assert notices == [
        "This was replaced on 3 September 2022, 11am. It named somebody. The page as it is now",
        "This was replaced on 4 September 2022, 11am. The place. The page as it is now",
        "This was replaced on 5 September 2022, 11am. The page as it is now",
    ]


def test_an_action_says_where_it_stands_in_the_register() -> None:
    taken(office(), meeting())
    said = words(tree(PATH).get_element_by_id("entry-4"))
    assert "ACTION: DCC to share the new baseline." in said
    assert "A-0001" in said
    path = f"{PATH.split('/')[0]}/actions"
    register = {"path": path, "as_of": "2022-12-31", "actions": 1, "meetings": 1, "first": "2022-08-25",
                "last": "2022-08-25", "promises_passed": [], "promises_lapsed": []}  # fmt: skip
    late = open_data.action(due="2022-11-30", first_due="2022-11-30", overdue_from="2022-12-01")
    taken(made(path, Kind.REGISTER, register), late)
    assert "Overdue, 31 days late" in words(tree(PATH).get_element_by_id("entry-4"))
    assert "Overdue, 31 days late" in main(f"{path}/A-0001")


@pytest.mark.parametrize(
    ("value", "to", "said"),
    [(84.0, None, "84%"), (1_234_567.0, None, "1,234,567%"), (0.25, 1_250.5, "0.25 to 1,250.5%")],
)
def test_a_figure_has_every_digit_that_it_has_in_the_record(
    value: float, to: float | None, said: str
) -> None:
    figure = {
        "item": 0, "measure": "calls", "area": None, "value": value, "to": to, "approximate": False,
        "unit": "%", "kind": "level", "text": "Is it < 5%?",
    }  # fmt: skip
    taken(office(), meeting(figures=[figure]))
    (shown,) = tree(PATH).xpath("//p[@class='pub-figure__facts']")
    assert words(shown) == f"Figure {said}"


def test_what_is_left_out_is_said_at_the_top_and_in_its_place() -> None:
    gap = "[left out: personal data]"
    lines = [
        entry(1, None, "note", f"The call of {gap} was lost."),
        entry(2, 0, "note", gap, left_out="personal"),
    ]
    told = {"entries": lines, "actions": [], "promises": [], "exchanges": [], "figures": [], "updates": []}
    taken(office(), meeting(left_out=[{"category": "personal", "times": 2}], **told))
    assert "Left out: personal data (2 places)." in main(PATH)
    marks = tree(PATH).xpath("//*[@class='pub-left-out']")
    assert [words(one) for one in marks] == [gap, gap]


def test_an_item_stands_at_its_own_address_with_its_neighbours() -> None:
    taken(office(), meeting())
    page = main(f"{PATH}/item/2")
    assert page.startswith("Assurance meeting · 25 August 2022 2 Answering 101 & 999")
    assert "← 1 Calls" in page
    assert "PCC asked" not in page
    assert f"{PATH}/item/2" in page


def test_a_line_is_shown_in_its_place() -> None:
    taken(office(), meeting())
    page = tree(f"{PATH}/entry/3")
    chosen = page.xpath("//*[contains(@class, 'pub-row--chosen')]")
    assert [words(one)[:20] for one in chosen] == ["DCC and ACC answered"]
    assert "PCC asked" in words(page)


def test_a_correction_says_so_and_the_old_version_stays() -> None:
    taken(office(), meeting())
    changed = [entry(1, None, "note", "The meeting began at 11:00.")]
    none: dict[str, Any] = {"actions": [], "promises": [], "exchanges": [], "figures": [], "updates": []}
    taken(meeting(entries=changed, **none), doing="correct", note="The time was wrong.")
    now, old = main(PATH), main(f"{PATH}/version/1")
    assert "began at 11:00" in now
    assert "Corrected on" in now
    assert "The time was wrong." in now
    assert "began at 10:30" in old
    assert "This was replaced on" in old
    assert "11am. The time was wrong." in old
    assert "Version 1, replaced on" in now


@pytest.mark.parametrize("shown", [PATH, f"{PATH}/item/1"])
def test_a_correction_does_not_lead_to_a_version_that_it_took_away(shown: str) -> None:
    taken(office(), meeting(venue="Room 1"))
    taken(meeting(venue="Room 2"), doing="correct", note="The place.")
    assert "As it was before" in main(shown)
    taken(meeting(venue="Room 3"), doing="correct", note="It was private.", withdrawn=(f"{PATH}/version/2",))
    assert "Corrected on" in main(shown)
    assert "As it was before" not in main(shown)


def test_a_line_that_a_correction_took_away_is_gone_and_says_why() -> None:
    taken(office(), meeting())
    none: dict[str, Any] = {"actions": [], "promises": [], "exchanges": [], "figures": [], "updates": []}
    taken(meeting(entries=[entry(1, None, "note", "It began.")], items=[item("1", "Calls")], **none),
          doing="correct", note="It named somebody.")  # fmt: skip
    for path in (f"{PATH}/entry/2", f"{PATH}/item/2"):
        said = main(path, 410)
        assert "no longer published" in said
        assert "It named somebody." in said
        assert "Answering" not in said


def test_what_is_withdrawn_leaves_a_page_everywhere() -> None:
    taken(office(), meeting(), title="Minutes of 25 August 2022")
    taken(withdrawn=(PATH,), note="The force had not seen them.")
    for path in (PATH, f"{PATH}/version/1", f"{PATH}/item/1", f"{PATH}/entry/2"):
        said = main(path, 410)
        assert "The force had not seen them." in said
        assert "Minutes of 25 August 2022" in said
        assert "Is it" not in said


def test_an_agenda_stands_at_the_meetings_address_until_there_are_minutes() -> None:
    taken(office(), agenda("2030-01-10"))
    for path in ("wyvern-valley/assurance/2030-01-10", "wyvern-valley/assurance/2030-01-10/agenda"):
        said = main(path)
        assert "Thursday 10 January 2030" in said
        assert "Town hall" in said
        assert "Everybody" in said
    taken(small_meeting("2030-01-10"))
    assert "These minutes hold no lines." in main("wyvern-valley/assurance/2030-01-10")
    assert "Town hall" in main("wyvern-valley/assurance/2030-01-10/agenda")


@pytest.mark.parametrize(
    "rest",
    ["/item/9", "/item/%00", "/entry/99", "/entry/two", "/version/2", "/version/99999999999999999999",
     "/item/<b>", "/agenda", "/nothing", "/item/1/more"],
)  # fmt: skip
def test_what_is_not_there_is_said_in_the_frame_of_the_site(rest: str) -> None:
    taken(office(), meeting())
    page = tree(PATH + rest, 404)
    assert words(page.xpath("//h1")[0]) == "Page not found"
    assert page.xpath("//header//a/@href")[0] == "/wyvern-valley"


def test_a_longer_meeting_takes_as_many_queries() -> None:
    taken(office(), meeting(), small_meeting("2022-09-25"))
    few = {path: queries_of(f"/{path}") for path in (PATH, f"{PATH}/item/1", f"{PATH}/entry/2")}
    many = [entry(number, 0, "note", f"Line {number}.") for number in range(5, 201)]
    others = [small_meeting(f"2021-0{month}-01") for month in range(1, 10)]
    taken(meeting(entries=[*contents.meeting()["entries"], *many]), *others)
    assert {path: queries_of(f"/{path}") for path in few} == few
    assert max(few.values()) <= 15


def test_steps_to_the_meetings_before_and_after() -> None:
    taken(office(), meeting(), small_meeting("2022-07-25"), small_meeting("2022-09-25"))
    steps = tree(PATH).xpath("//nav[@class='ans-steps']//a/@href")
    assert steps == ["/wyvern-valley/assurance/2022-07-25", "/wyvern-valley/assurance/2022-09-25"]
