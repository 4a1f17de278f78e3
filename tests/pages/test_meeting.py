"""A meeting's page reads like good minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.meetings.models import Meeting
from answerable.workspace.meeting.minutes import CHARACTERS, LINES, cuts
from answerable.workspace.meeting.together import labelled, scan_in_words
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def july(archive: list[Meeting]) -> Meeting:
    return archive[0]


@pytest.fixture
def march(archive: list[Meeting]) -> Meeting:
    return archive[4]


def test_the_head_says_who_when_and_where(july: Meeting, get: Get) -> None:
    page = get(f"/meetings/{july.pk}/")
    assert page.heading == "Tuesday 3 July 2018"
    facts = dict(
        zip(
            [" ".join(one.text_content().split()) for one in page.tree.iter("dt")],
            [" ".join(one.text_content().split()) for one in page.tree.iter("dd")],
            strict=True,
        )
    )
    assert facts["Present"] == "Rhoda Fenn (PCC), Ismay Thorne (DPCC, from item 2), Gideon Marsh (CC)"
    assert facts["Apologies"] == "Adaeze Holt (DCC)"
    assert facts["Held"] == "10:30am, Committee room, Alder House"
    assert facts["Next meeting"] == "9 October 2018"


def test_items_stand_in_order_with_their_numbers(july: Meeting, get: Get) -> None:
    headings = [" ".join(one.text_content().split()) for one in get(f"/meetings/{july.pk}/").tree.iter("h2")]
    assert headings == ["1 Welcome and apologies", "2 Answering the telephone", "3 Rural burglary"]


def test_an_item_below_another_is_a_smaller_heading(archive: list[Meeting], get: Get) -> None:
    page = get(f"/meetings/{archive[2].pk}/")
    assert [" ".join(one.text_content().split()) for one in page.tree.iter("h3")] == [
        "2.1 Letters to victims"
    ]


def test_an_item_without_lines_keeps_its_place(march: Meeting, get: Get) -> None:
    main = get(f"/meetings/{march.pk}/").main
    assert main.index("1 Matters arising") < main.index("2 Risks") < main.index("3 Answering the telephone")


def test_an_exchange_is_a_dialogue(july: Meeting, get: Get) -> None:
    page = get(f"/meetings/{july.pk}/")
    said = [" ".join(one.text_content().split()) for one in page.tree.find_class("ans-says")]
    assert said[0] == "PCC asked The PCC asked how many callers hung up before anybody answered."
    assert said[1].startswith("CC answered The CC said one caller in six")
    assert "“disappointed”" in page.main


def test_an_action_shows_owner_due_and_state(july: Meeting, get: Get) -> None:
    page = get(f"/meetings/{july.pk}/")
    bars = [" ".join(one.text_content().split()) for one in page.tree.find_class("ans-action")]
    assert bars[0] == (
        "CC to bring a new shift pattern for the contact centre "
        "A-0001 · CC · 31 October 2018 · Closed, 15 Jan 2019"
    )
    assert bars[1].endswith("A-0002 · ACC · 30 September 2018 · Lapsed, 7 months late")


def test_a_promise_has_a_thin_mark(july: Meeting, get: Get) -> None:
    page = get(f"/meetings/{july.pk}/")
    marked = page.tree.find_class("ans-promised")
    assert len(marked) == 1
    assert "a named officer for every valley" in marked[0].text_content()
    assert "promise, by 31 October 2018" in page.main


def test_an_update_leads_to_where_its_action_came_from(archive: list[Meeting], get: Get) -> None:
    page = get(f"/meetings/{archive[1].pk}/")
    assert (
        "The new pattern is with the staff associations. Still open: A-0001, given 3 July 2018" in page.main
    )
    assert get(page.find("A-0001")).heading == "CC to bring a new shift pattern for the contact centre"


def test_an_update_that_waits_shows_its_score_and_the_question(march: Meeting, get: Get) -> None:
    page = get(f"/meetings/{march.pk}/")
    assert "Still open: perhaps A-0003, given 3 July 2018 (likeness 0.58): is that right?" in page.main
    assert page.find("is that right?").startswith(f"/review/meetings/{march.pk}/#update-")


def test_a_doubt_stands_beside_its_line(march: Meeting, get: Get) -> None:
    page = get(f"/meetings/{march.pk}/")
    line = next(one for one in page.tree.find_class("ans-line-of") if "DCC to show" in one.text_content())
    assert "Unsure: “DСС” with Cyrillic letters" in line.text_content()


def test_a_settled_doubt_is_gone(march: Meeting, get: Get) -> None:
    march.warnings.update(settled_at=make.NOW, settled_by=make.user())
    assert "Unsure" not in get(f"/meetings/{march.pk}/").text


def test_every_line_has_a_link_to_its_source(march: Meeting, get: Get) -> None:
    page = get(f"/meetings/{march.pk}/")
    sources = [link for link in page.links if link.startswith("/source/entry/")]
    assert sources == [f"/source/entry/{one.pk}/" for one in march.entries.order_by("position")]


def test_it_leads_to_the_meetings_before_and_after(archive: list[Meeting], get: Get) -> None:
    page = get(f"/meetings/{archive[1].pk}/")
    assert page.find("Meeting before, 3 July 2018") == f"/meetings/{archive[0].pk}/"
    assert page.find("Meeting after, 15 January 2019") == f"/meetings/{archive[2].pk}/"


def test_a_cancelled_meeting_says_so(archive: list[Meeting], get: Get) -> None:
    assert "This meeting was cancelled." in get(f"/meetings/{archive[3].pk}/").main


def test_long_minutes_come_a_page_at_a_time_and_nothing_is_lost(july: Meeting, get: Get) -> None:
    item = make.item(july, "4", "A long one")
    for number in range(250):
        make.entry(item, "note", f"Line {number}. " + "Words are many. " * 20)
    seen = []
    address = f"/meetings/{july.pk}/"
    while address:
        page = get(address)
        assert len(page.response.content) < 100_000
        seen += [link for link in page.links if link.startswith("/source/entry/")]
        address = next((f"/meetings/{july.pk}/" + link for link in page.links if link.startswith("?page=")
                        and "Next" in page.text and link == page.find("Next")), "")  # fmt: skip
    assert seen == [f"/source/entry/{one.pk}/" for one in july.entries.order_by("position")]


def test_the_address_of_a_line_opens_the_page_that_it_is_on(july: Meeting, get: Get) -> None:
    item = make.item(july, "4", "A long one")
    lines = [make.entry(item, "note", f"Line {number}. " + "Words. " * 60) for number in range(200)]
    page = get(f"/meetings/{july.pk}/?at={lines[150].position}")
    assert f"entry-{lines[150].position}" in page.tree.xpath("//@id")
    assert "4 A long one (continued)" in page.main


def test_words_of_the_minutes_are_never_taken_for_html(july: Meeting, client: Any) -> None:
    make.entry(make.item(july, "4", "<b>Bold</b>"), "note", "<script>alert(1)</script>", ["<i>PCC</i>"])
    html = client.get(f"/meetings/{july.pk}/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "<b>Bold" not in html


@given(st.lists(st.integers(0, 60_000), max_size=400))
def test_pages_cover_all_lines_once_and_are_short(lengths: list[int]) -> None:
    starts = cuts(lengths)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(lengths)], strict=True):
        assert end - start <= LINES
        assert end - start <= 1 or sum(lengths[start:end]) <= CHARACTERS


@pytest.fixture
def arising(archive: list[Meeting]) -> Any:
    """An item of the second meeting that repeats two actions and then says what became of them."""
    item = make.item(archive[1], "9", "Matters arising", "matters_arising")
    first, second = make.Action.objects.filter(number__in=["A-0001", "A-0002"]).order_by("number")
    lines = [
        make.entry(item, "update", text)
        for text in (first.text, second.text, "Update:", "It has begun.", "Nothing yet.")
    ]
    for action, asked, said in ((first, lines[0], lines[3]), (second, lines[1], lines[4])):
        made = make.update(item, action, said.text, "open")
        made.source = [*asked.source, *said.source]
        made.save()
        make.Entry.objects.filter(text=said.text).exclude(pk=said.pk).delete()
    return item


def test_what_became_of_an_action_stands_under_its_words(arising: Any, get: Get) -> None:
    page = get(f"/meetings/{arising.meeting_id}/")
    told = [" ".join(one.text_content().split()) for one in page.tree.find_class("ans-update")]
    assert told[-2].startswith("CC to bring a new shift pattern for the contact centre Update: It has begun.")
    assert told[-1].startswith("ACC to compare the lost callers with neighbouring forces Nothing yet.")


def test_each_line_of_them_can_be_reached(arising: Any, get: Get) -> None:
    page = get(f"/meetings/{arising.meeting_id}/")
    ids = {node.get("id") for node in page.tree.xpath("//*[starts-with(@id, 'entry-')]")}
    assert ids == {f"entry-{one.position}" for one in arising.meeting.entries.all()}


def test_a_line_that_only_announces_runs_in(july: Meeting, get: Get) -> None:
    item = make.item(july, "8", "Labels")
    make.entry(item, "response", "The DCC replied:", ["DCC"])
    make.entry(item, "response", "Nurses cover seven days.", ["DCC"])
    make.entry(item, "note", "Actions arising:")
    make.action(item, "DCC to write", ["DCC"])
    make.entry(item, "note", "Alone at the end:")
    page = get(f"/meetings/{july.pk}/")
    lines = [" ".join(one.text_content().split()) for one in page.tree.find_class("ans-line-of")][-3:]
    assert lines[0].startswith("DCC answered The DCC replied: Nurses cover seven days.")
    assert lines[1].startswith("Actions arising: DCC to write")
    assert lines[2].startswith("Alone at the end:")


def test_who_speaks_on_is_named_once(july: Meeting, get: Get) -> None:
    item = make.item(july, "8", "A long answer")
    for text in ("First.", "Second."):
        make.entry(item, "response", text, ["DCC"])
    who = get(f"/meetings/{july.pk}/").tree.find_class("ans-says__who")[-2:]
    assert [one.get("class") for one in who] == ["ans-says__who", "ans-says__who govuk-visually-hidden"]


def test_scanned_pages_are_one_line(july: Meeting, get: Get) -> None:
    for number in (1, 2, 3):
        one = make.warning(july, "no-text-layer", f"Page {number} has no text layer.")
        one.source = [make.place("x", page=number)]
        one.save()
    for _ in range(2):
        make.warning(july, "abbreviation-unknown", "“RSA” is never explained.")
    notices = get(f"/meetings/{july.pk}/").tree.find_class("ans-notices")[0]
    assert [one.text_content() for one in notices] == [
        "Pages 1 to 3 were read as a scan",
        "“RSA” is never explained.",
    ]


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([], "Some pages were read as a scan"),
        ([2], "Page 2 was read as a scan"),
        ([1, 2], "Pages 1 and 2 were read as a scan"),
        ([3, 1, 2, 2], "Pages 1 to 3 were read as a scan"),
        ([1, 2, 3, 7, 9], "Pages 1 to 3, 7 and 9 were read as a scan"),
    ],
)
def test_pages_in_words(pages: list[int], words: str) -> None:
    assert scan_in_words(pages) == words


@pytest.mark.parametrize(
    ("text", "label"),
    [("Update: Done.", "Update:"), ("Progress so far: none", ""), ("At 10:30 they met", ""), ("Update:", "")],
)
def test_the_label_of_an_update_is_told_apart(text: str, label: str) -> None:
    assert labelled(text)[0] == label
    assert "".join(labelled(text)).replace(":", "").replace(" ", "") == text.replace(":", "").replace(" ", "")


def test_a_source_link_says_which_line(march: Meeting, get: Get) -> None:
    names = [
        one.get("aria-label") for one in get(f"/meetings/{march.pk}/").tree.find_class("ans-source-link")
    ]
    assert len(names) == len(set(names)) == march.entries.count()
    assert any(name.startswith("page 1, source of “DCC to show") for name in names)
