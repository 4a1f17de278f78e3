"""Recurring subjects: what is offered as a topic, where it leads, and what is left alone."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.subjects import SubjectEntry, SubjectItem, SubjectMeeting, offer


def meeting(key: int, *items: tuple[str, list[str]], names: tuple[str, ...] = ()) -> SubjectMeeting:
    """A meeting of items given as title and entries; entries are numbered through."""
    number = count()
    return SubjectMeeting(
        key,
        tuple(
            SubjectItem(position, title, "other", tuple(SubjectEntry(next(number), text) for text in texts))
            for position, (title, texts) in enumerate(items)
        ),
        names,
    )


def offered(*meetings: SubjectMeeting) -> dict[str, list[tuple[int, int]]]:
    """Name of each offer and the meetings and items it leads to."""
    return {one.name: [(link.meeting, link.item) for link in one.links] for one in offer(meetings)}


FILLER = ("Estates", ["The roof of the annex leaks in winter.", "Plumbers were sent to the annex."])


def test_a_title_that_returns_in_the_text_of_another_meeting_is_offered():
    found = offered(
        meeting(1, ("Ferry patrols", ["The boat has been mended."]), FILLER),
        meeting(2, ("Performance", ["The lack of ferry patrols was noticed in May."]), FILLER),
    )
    assert found["Ferry patrols"] == [(1, 0), (2, 0)]


def test_a_heading_counts_like_a_title():
    one = SubjectMeeting(
        1, (SubjectItem(0, "Performance", entries=(SubjectEntry(0, "Boats are old.", "Ferry patrols"),)),)
    )
    other = meeting(2, ("Crime", ["Residents want ferry patrols back."]))
    found = offer([one, other])
    assert [one.name for one in found] == ["Ferry patrols"]
    assert found[0].why[0] == "heading"


def test_the_words_may_be_turned_round_and_bent():
    found = offered(
        meeting(1, ("Staffing", ["The uplift of wardens was welcomed."])),
        meeting(2, ("Budget", ["Members asked what the warden uplift would cost."])),
    )
    assert [set(links) for links in found.values()] == [{(1, 0), (2, 0)}]


def test_a_word_with_its_number_is_a_subject():
    found = offer(
        [
            meeting(1, ("Disposals", ["Use of disposal code 16 had doubled."])),
            meeting(2, ("Justice", ["Disposal 16 was too often a mistake."])),
        ]
    )
    assert found[0].name == "Disposal 16"
    assert "label" in found[0].why


def test_a_defined_acronym_joins_both_wordings():
    found = offer(
        [
            meeting(1, ("Levels", ["All Rural Larceny Index (RLI) rose."]), FILLER),
            meeting(2, ("Farms", ["The RLI fell."])),
            meeting(3, ("Fields", ["The rural larceny index was steady."])),
        ]
    )
    index = next(one for one in found if one.name == "Rural Larceny Index (RLI)")
    assert [link.meeting for link in index.links] == [1, 2, 3]
    assert index.why[0] == "acronym"


@pytest.mark.parametrize("body", ["Harbour Oversight Board (HOB)", "Tidal Watch Team (TWT)"])
def test_a_body_is_no_subject(body):
    acronym = body[-4:-1]
    found = offered(
        meeting(1, ("Governance", [f"The {body} met twice.", f"The {acronym} was thanked."])),
        meeting(2, ("Harbour", [f"The {acronym} will decide.", f"A paper went to the {body}."])),
    )
    assert not any(acronym in name or name in body for name in found)


def test_a_count_is_no_label():
    found = offered(
        meeting(1, ("Sampling", ["Wardens dip 50 boats a week."])),
        meeting(2, ("Boats", ["They will dip 50 boats again."])),
    )
    assert not any("50" in name for name in found)


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("Some skippers ring; some ring 112.", "How many of those ring 112 at night?", "112"),
        ("Moorings fell from 22 to 9.", "The note says that moorings fell from 22.", "22"),
        ("Wardens dip sample 50 boats.", "They may dip sample 50 of the boats.", "50"),
        ("The wardens have to board 30.", "They were asked to board 30 again.", "30"),
    ],
)
def test_a_verb_with_a_number_is_no_label(one, other, number):
    found = offer([meeting(1, ("Sampling", [one])), meeting(2, ("Boats", [other]))])
    assert not any(number in offered.name for offered in found)


def test_a_label_with_a_capital_may_stand_after_to():
    found = offered(
        meeting(1, ("Disposals", ["It was compared to Disposal 16."])),
        meeting(2, ("Justice", ["All went to Disposal 16."])),
    )
    assert "Disposal 16" in found


def test_a_title_is_named_without_its_number_and_capitals():
    found = offered(
        meeting(1, ("Agenda item 2.3: Otter census", ["Otters were counted."])),
        meeting(2, ("OTTER CENSUS", ["Otters were counted again."])),
        meeting(3, ("Otter census", ["No otters."])),
    )
    assert "Otter census" in found


def test_a_place_comes_after_a_subject():
    found = list(
        offered(
            meeting(1, ("Patrols", ["Lamp oil is short in Lantern Quay."])),
            meeting(2, ("Boats", ["Nobody sells lamp oil in Lantern Quay."])),
        )
    )
    assert found[0] == "Lamp oil"


def test_people_and_their_posts_are_no_subject():
    names = ("Ottoline Crake", "OC", "Wyvern Assurance Meeting")
    found = offered(
        meeting(1, ("Ferries", ["Ottoline Crake spoke. OC was thanked."]), names=names),
        meeting(2, ("Trams", ["Ottoline Crake asked why. OC was told."]), names=names),
    )
    assert found == {}


def test_standing_items_are_no_subject():
    items = tuple(
        SubjectItem(position, title, kind)
        for position, (title, kind) in enumerate(
            [("Matters brought forward", "matters_arising"), ("Sundry business", "any_other_business")]
        )
    )
    assert offer([SubjectMeeting(1, items), SubjectMeeting(2, items)]) == []


def test_talk_at_meetings_is_no_subject():
    talk = ["The chair asked for an update and was given reassurance.", "Members noted the report."]
    assert offered(meeting(1, ("Business", talk)), meeting(2, ("Business", talk))) == {}


def test_a_phrase_of_one_meeting_is_not_offered():
    assert (
        offered(
            meeting(1, ("Ferry patrols", ["Ferry patrols stopped.", "Ferry patrols began."])), FILLER_MEETING
        )
        == {}
    )


FILLER_MEETING = meeting(2, FILLER)


def test_a_longer_and_a_shorter_wording_are_one_subject():
    text = ["Farm machinery marking went well.", "Farm machinery marking kits ran out."]
    found = offered(meeting(1, ("Rural", text)), meeting(2, ("Fields", text)))
    assert len([name for name in found if "achinery" in name or "arking" in name]) == 1


def test_links_name_the_entries_and_weigh_what_is_mostly_about_it_more():
    found = offer(
        [
            meeting(1, ("Ferry patrols", ["Ferry patrols stopped in May.", "Nothing else."])),
            meeting(2, ("Sundry", ["Litter was seen.", "One resident spoke of ferry patrols."])),
        ]
    )
    first, second = found[0].links
    assert (first.entries, second.entries) == ((0,), (1,))
    assert 0 < second.score < first.score < 1


def test_offers_do_not_grow_faster_than_anybody_can_look_through():
    words = [
        f"{first}{second}"
        for first in ("bar", "cor", "dun", "fel", "gor", "lum")
        for second in ("den", "ket", "mil", "pos", "tan", "vor")
    ]
    text = [f"The {one} {other} was seen." for one in words for other in words if one != other]
    found = offered(meeting(1, ("Sundry", text)), meeting(2, ("Others", text)))
    assert len(found) <= 11


names = st.sampled_from(
    ["ferry patrols", "lamp oil", "river bailiffs", "the", "asked", "Board", "16", "RLI", "(RLI)", "."]
)
entry_texts = st.lists(st.lists(names, max_size=8).map(" ".join), max_size=4)
meetings = st.lists(st.lists(st.tuples(names, entry_texts), max_size=4), max_size=5).map(
    lambda each: [meeting(key, *items) for key, items in enumerate(each)]
)


@given(meetings)
@settings(deadline=None)
def test_offers_are_sound_and_the_same_every_time(given_meetings):
    found = offer(given_meetings)
    assert found == offer(list(given_meetings))
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert one.name
        assert one.why
        assert len({link.meeting for link in one.links}) >= 2
        for link in one.links:
            item = given_meetings[link.meeting].items[link.item]
            assert {entry.key for entry in item.entries} >= set(link.entries)
            assert 0 < link.score < 1
