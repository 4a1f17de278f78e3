"""What minutes say is to come back to a later meeting, and from which day on."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.minutes.revisits import returns

SAID = dt.date(2024, 11, 21)


def found(text: str, *, is_action: bool = False, next_meeting: dt.date | None = None) -> list[str]:
    made = returns(text, SAID, is_action=is_action, next_meeting=next_meeting)
    return [str(one.due or "next meeting") for one in made]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The item is to be brought back in three months.", "2025-02-21"),
        ("To be reviewed again at the autumn meeting.", "2025-09-01"),
        ("The PCC will come back to this in Q3.", "2024-11-21"),
        ("She would look at the matter again in May 2025.", "2025-05-01"),
        ("An update to the next public meeting was agreed.", "next meeting"),
        ("RESOLVED: That the matter be revisited in September 2025.", "2025-09-01"),
        ("A further update will be given at the June Board.", "2025-06-01"),
        ("She was reassured and will ask for the figure again in six months.", "2025-05-21"),
        ("The chair would return to this subject on 14 January 2025.", "2025-01-14"),
    ],
)
def test_what_is_said_to_come_back(text: str, due: str) -> None:
    assert found(text) == [due]


@pytest.mark.parametrize(
    "text",
    [
        "Officers came back from the course in May.",
        "Victims who come back within a year were asked again in March.",
        "The DCC will report back to the March meeting.",
        "The backlog was brought back under control in May.",
        "They will go back to the old form until Christmas.",
        "This can come back by exception.",
        "The kitchen will reopen in May 2025.",
        "The inspectors will return for a week in May 2025 to look again at custody.",
        "Bring back.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("Bring back in 6 months to see what the desk has changed.", ["2025-05-21"]),
        ("Custody waits to be brought back to the Board in three months.", ["2025-02-21"]),
        ("ACC to report back to the March meeting.", []),
        ("DCC to bring back a plan by March.", []),
        ("DCC to bring a further update to the March meeting.", []),
        ("PCC to look at this again in six months.", ["2025-05-21"]),
    ],
)
def test_an_action_counts_only_where_its_subject_returns(text: str, dues: list[str]) -> None:
    assert found(text, is_action=True) == dues


def test_two_days_are_two_returns() -> None:
    assert found("Bring back in 3 months and in 6 months.") == ["2025-02-21", "2025-05-21"]


def test_only_the_sentence_that_says_so_counts() -> None:
    (one,) = returns("The pilot ends in May. It comes back in June 2025. No more was said.", SAID)
    assert (one.text, one.due) == ("It comes back in June 2025.", dt.date(2025, 6, 1))


def test_without_a_day_of_the_meeting_only_what_names_its_year_is_dated() -> None:
    assert [one.due for one in returns("To be brought back in June 2025.", None)] == [dt.date(2025, 6, 1)]
    assert list(returns("To be brought back in three months.", None)) == []
