"""What a letter reads like, what is told once, and how long mail waits."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.reminders.letter import Letter, Line, Section, as_html, as_text
from answerable.core.reminders.telling import Part, papers_are_near, subject, to_tell, week
from answerable.core.reminders.waiting import GIVE_UP_AFTER, is_final, is_given_up, wait_after

TODAY = dt.date(2019, 5, 28)


class Words(HTMLParser):
    """The words of a page without its head, and the addresses that it leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(html.partition("<body")[2].partition(">")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def letter(text: str = "Share it.", name: str = "Nadia", **fields: str) -> Letter:
    line = Line(text, fields.get("detail", "DCC"), "https://a.example/actions/7/")
    section = Section(
        fields.get("heading", "Overdue"),
        "One is.",
        (line,),
        Line("And 3 more", link="https://a.example/owed/"),
    )
    return Letter("Subject", name, (section,), "You have an account.", "https://a.example/mail/wishes")


def test_plain_text() -> None:
    assert as_text(letter()) == (
        "Hello Nadia\n\nOverdue\n-------\n\nOne is.\n\n"
        "* Share it.\n  DCC\n  https://a.example/actions/7/\n\n"
        "And 3 more\nhttps://a.example/owed/\n\n"
        "-- \nYou have an account.\nChange which mails you get: https://a.example/mail/wishes\n"
    )


def test_the_html_says_the_same_words() -> None:
    page = Words(as_html(letter()))
    plain = [word for word in as_text(letter()).split() if not word.startswith(("https:", "--", "*"))]
    assert [word for word in plain if word != "get:"] == [word for word in page.words if word != "get"]
    assert page.links == [
        "https://a.example/actions/7/", "https://a.example/owed/", "https://a.example/mail/wishes",
    ]  # fmt: skip
    assert {"img", "script", "table", "link", "style"}.isdisjoint(page.tags)


@given(st.text(), st.text(), st.text())
def test_no_text_becomes_markup_or_another_line(text: str, name: str, heading: str) -> None:
    one, plain = letter(text=text, name=name, heading=heading), letter()
    assert Words(as_html(one)).tags == Words(as_html(plain)).tags
    assert Words(as_html(one)).links == Words(as_html(plain)).links
    assert as_text(one).count("\n") == as_text(plain).count("\n")


def test_marks_that_turn_the_reading_direction_are_taken_out() -> None:
    assert "\u202e" not in as_text(letter(text="DCC \u202e to share")) + as_html(letter(text="\u202eDCC"))


# ---------------------------------------------------------------- what is told
def part(kind: str, *keys: str, brief: str = "1 action overdue") -> Part:
    return Part(kind, keys, brief, ())


def test_what_was_told_is_not_told_again() -> None:
    parts = [part("before", "before:7"), part("overdue", "overdue:2019-W22"), part("given", "given:3")]
    assert to_tell(parts, {"before:7"}, set()) == parts[1:]
    assert to_tell(parts, {"before:7"}, {"given"}) == parts[1:2]


def test_a_part_with_something_new_is_told_whole() -> None:
    both = part("reported", "report:1", "report:2")
    assert to_tell([both], {"report:1"}, set()) == [both]
    assert to_tell([both], {"report:1", "report:2", "report:3"}, set()) == []


keys = st.sampled_from("abcdef")
parts = st.lists(st.builds(lambda some: part("before", *some), st.lists(keys, min_size=1, max_size=3)))


@given(parts, st.sets(keys))
def test_nothing_is_left_once_it_was_told(every: list[Part], told: set[str]) -> None:
    now = told | {key for one in to_tell(every, told, set()) for key in one.keys}
    assert to_tell(every, now, set()) == []


def test_the_subject_names_everything() -> None:
    said = subject([part("a", "a", brief="a briefing note for 11 June"), part("b", "b")], "Wyvern Valley")
    assert said == "A briefing note for 11 June; 1 action overdue (Wyvern Valley)"


@pytest.mark.parametrize(("days", "near"), [(8, False), (7, True), (0, True), (-1, False)])
def test_papers_within_the_week(days: int, near: bool) -> None:
    assert papers_are_near(TODAY + dt.timedelta(days=days), TODAY) is near


def test_weeks_begin_on_mondays() -> None:
    assert week(dt.date(2018, 12, 30)) == "2018-W52"
    assert week(dt.date(2018, 12, 31)) == "2019-W01"


# ---------------------------------------------------------------- how long mail waits
def test_waits_grow_and_stay_at_four_hours() -> None:
    minutes = [wait_after(tries) / dt.timedelta(minutes=1) for tries in range(1, 8)]
    assert minutes == [1, 5, 15, 60, 240, 240, 240]


def test_it_is_given_up_after_five_days() -> None:
    made = dt.datetime(2019, 5, 1, tzinfo=dt.UTC)
    assert not is_given_up(made, made + GIVE_UP_AFTER - dt.timedelta(seconds=1))
    assert is_given_up(made, made + GIVE_UP_AFTER)


@pytest.mark.parametrize(
    ("code", "final"), [(250, False), (421, False), (451, False), (550, True), (553, True)]
)
def test_last_words_of_a_mail_server(code: int, final: bool) -> None:
    assert is_final(code) is final
