"""The agenda as it would write itself."""

from __future__ import annotations

from answerable.core.agenda.building import Carried, Point, Question, Sources, Standing, Wanted, wanted


def outline(of: Sources) -> list[tuple[str, str]]:
    """Each title with the title that it stands under."""
    found = wanted(of)
    titles = {one.key: one.title for one in found}
    return [(one.title, titles.get(one.under, "")) for one in found]


def titles(of: Sources) -> list[str]:
    return [title for title, _ in outline(of)]


def find(of: Sources, key: str) -> Wanted:
    return next(one for one in wanted(of) if one.key == key)


def test_the_barest_agenda_has_what_arose_any_other_business_and_the_next_meeting() -> None:
    assert titles(Sources()) == ["Matters arising", "Any other business", "Next meeting"]


def test_a_forum_has_its_own_words_for_them() -> None:
    labels = {"arising": "Action tracker", "aob": "AOB", "next": "Date of next meeting"}
    assert titles(Sources(labels=labels)) == ["Action tracker", "AOB", "Date of next meeting"]


def test_standing_items_keep_their_order_and_what_they_stand_under() -> None:
    standing = [
        Standing(1, "Apologies"),
        Standing(2, "Review of the action tracker", "matters_arising"),
        Standing(3, "National priorities"),
        Standing(4, "Serious violence", level=2),
        Standing(5, "Any other business", "any_other_business"),
    ]
    assert outline(Sources(standing)) == [
        ("Apologies", ""),
        ("Review of the action tracker", ""),
        ("National priorities", ""),
        ("Serious violence", "National priorities"),
        ("Any other business", ""),
        ("Next meeting", ""),
    ]


def test_points_stand_under_the_theme_before_any_other_business() -> None:
    of = Sources(theme="Call handling", points=[Point(7, "Say how long callers wait.", "3 Waiting times")])
    assert outline(of)[1:3] == [("Call handling", ""), ("Say how long callers wait.", "Call handling")]
    assert find(of, "point:7").note == "Briefing note: 3 Waiting times"


def test_points_without_a_theme_have_a_heading() -> None:
    assert outline(Sources(points=[Point(7, "Waits")]))[1:3] == [
        ("Terms of reference", ""),
        ("Waits", "Terms of reference"),
    ]


def test_points_stand_under_the_forums_own_item_for_them() -> None:
    standing = [Standing(1, "Holding to account", "holding_to_account"), Standing(2, "Risks")]
    of = Sources(standing, points=[Point(7, "Waits")])
    assert ("Waits", "Holding to account") in outline(of)
    themed = outline(Sources(standing, theme="Calls", points=[Point(7, "Waits")]))
    assert ("Calls", "Holding to account") in themed
    assert ("Waits", "Calls") in themed


def test_questions_of_the_public_stand_together_with_who_asked() -> None:
    of = Sources(questions=[Question(3, "Why do I wait?", "A. Resident")], public=True)
    assert outline(of)[1:3] == [
        ("Questions from the public", ""),
        ("Why do I wait?", "Questions from the public"),
    ]
    assert find(of, "question:3").note == "A. Resident"


def test_what_is_carried_comes_behind_the_matters_arising_and_says_from_where() -> None:
    standing = [
        Standing(1, "Action tracker", "matters_arising"),
        Standing(2, "Closed since", level=2),
        Standing(3, "Risks"),
    ]
    of = Sources(standing, carried=[Carried(9, "Custody", came="Carried forward from 12 March 2019")])
    assert titles(of)[:4] == ["Action tracker", "Closed since", "Custody", "Risks"]
    assert find(of, "carried:9").note == "Carried forward from 12 March 2019"


def test_the_next_meeting_is_said_whether_the_forum_lists_it_or_not() -> None:
    day = "Tuesday 11 June 2019 at 10:30am"
    assert find(Sources(next_meeting=day), "next").note == day
    listed = [Standing(1, "Date of next meeting", "next_meeting")]
    assert find(Sources(listed, next_meeting=day), "next").note == day


def test_a_kind_that_is_listed_twice_is_itself_once() -> None:
    standing = [Standing(1, "Actions", "matters_arising"), Standing(2, "Referred", "matters_arising")]
    assert [one.key for one in wanted(Sources(standing))][:2] == ["arising", "standing:2"]


def test_every_key_stands_once_and_each_says_why() -> None:
    of = Sources(
        [Standing(1, "A"), Standing(2, "B", "matters_arising"), Standing(3, "C", level=2)], "Theme",
        [Point(1, "P")], [Question(1, "Q")], [Carried(1, "X")],
    )  # fmt: skip
    found = wanted(of)
    assert len({one.key for one in found}) == len(found)
    assert {one.origin for one in found} == {"standing", "arising", "point", "question", "carried"}
