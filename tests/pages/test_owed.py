"""What is asked of a side, by post and person."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.people.models import Post
from tests import cycle, follow
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer, words


def given(text: str, title: str, short: str, due: str | None = "2019-06-01", side: str = "force") -> Action:
    post = make.post(title, short, side=side)
    meeting = Meeting.objects.filter(date="2019-03-12").first() or make.meeting("2019-03-12")
    made = make.action(meeting, text, [short], due)
    made.owners.update(post=post)
    if due and due < "2019-05-02":
        Action.objects.filter(pk=made.pk).update(overdue_from=make.dt.date.fromisoformat(due))
    return made


@pytest.fixture
def dcc(db: None) -> Post:
    make.tenure("Dana Fenn", "Deputy Chief Constable", "2018-01-01", abbreviation="DCC")
    return make.post("Deputy Chief Constable", "DCC")


@pytest.fixture
def record(dcc: Post) -> list[Action]:
    return [
        given("DCC to count callers", "Deputy Chief Constable", "DCC", "2019-04-01"),
        given("DCC to train handlers", "Deputy Chief Constable", "DCC", "2019-06-01"),
        given("ACC to write to the board", "Assistant Chief Constable", "ACC", None),
        given("PCC to meet the council", "Police and Crime Commissioner", "PCC", side="office"),
    ]


def test_the_force_sees_what_its_posts_owe_and_nothing_of_the_offices(record: list[Action]) -> None:
    cycle.planned("2019-06-11")
    shown = contributor().open("/owed/")
    assert shown.heading == "What is asked of us"
    assert "3 actions are open: 1 overdue, 1 due before they come back." in shown.main
    assert "DCC to count callers" in shown.main
    assert "Deputy Chief Constable Dana Fenn" in words(shown)
    assert "11 Jun 2019" in shown.main
    assert "council" not in shown.main


def test_the_office_sees_what_it_owes_itself(record: list[Action]) -> None:
    shown = officer().open("/owed/")
    assert shown.heading == "What we owe"
    assert "1 action is open." in shown.main
    assert "PCC to meet the council" in shown.main
    assert "callers" not in shown.main


def test_mine_are_the_posts_that_my_account_acts_for(record: list[Action], dcc: Post) -> None:
    cal = contributor()
    assert "Your account acts for no post yet" in cal.open("/owed/").main
    follow.acts_for(cal.user, dcc)
    mine = cal.open("/owed/")
    assert "2 actions are open: 1 overdue" in mine.main
    assert "board" not in mine.main
    everything = cal.open("/owed/?whose=all")
    assert "3 actions are open" in everything.main
    assert "ACC to write to the board" in everything.main


def test_the_longest_due_stands_first_in_its_post(record: list[Action]) -> None:
    shown = contributor().open("/owed/")
    rows = [row[1] for row in shown.rows() if len(row) > 1]
    assert rows == ["ACC to write to the board", "DCC to count callers", "DCC to train handlers"]


@pytest.mark.parametrize(
    ("show", "texts"),
    [
        ("overdue", ["DCC to count callers"]),
        ("drafts", ["DCC to train handlers"]),
        ("refused", ["DCC to count callers"]),
        ("waiting", ["ACC to write to the board"]),
    ],
)
def test_each_number_leads_to_what_it_counts(show: str, texts: list[str], record: list[Action]) -> None:
    follow.report(record[0], answer="refused", answer_text="Nobody has seen it.")
    follow.report(record[1], state="draft")
    follow.report(record[2])
    shown = contributor().open(f"/owed/?show={show}")
    assert [row[1] for row in shown.rows() if len(row) > 1] == texts


def test_what_became_of_a_report_stands_beside_its_action(record: list[Action]) -> None:
    follow.report(record[0], answer="refused", answer_text="Nobody has seen it.")
    follow.report(record[1], state="draft")
    follow.report(record[2], done=True)
    shown = words(contributor().open("/owed/"))
    assert "1 report was not accepted the other side says why; report again" in shown
    assert "1 draft waits to be released a chief officer releases" in shown
    assert "1 waits for the other side" in shown
    assert "Not accepted : Nobody has seen it." in shown
    assert "Draft by The person at this machine" in shown
    assert "Reported as done, 2 May 2019." in shown
    chief = Desk(Role.CHIEF_OFFICER).open("/owed/")
    assert "1 draft waits to be released you can release it" in words(chief)


def test_a_forum_that_was_followed_by_another_comes_back_there(record: list[Action]) -> None:
    board = make.forum("Performance Board", succeeds=make.forum())
    cycle.planned("2019-07-02", board)
    shown = contributor().open("/owed/")
    assert "2 Jul 2019" in shown.main


def test_nothing_open_is_said(db: None) -> None:
    assert "Nothing is open." in contributor().open("/owed/").main


def test_an_auditor_chooses_the_side(record: list[Action]) -> None:
    auditor = Desk(Role.AUDITOR)
    assert auditor.open("/owed/").heading == "What the force owes"
    shown = auditor.open("/owed/?side=office")
    assert "PCC to meet the council" in shown.main


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.ADMINISTRATOR])
def test_others_have_no_such_page(role: Role, db: None) -> None:
    Desk(role).open("/owed/", 403)


def test_an_unknown_value_is_told(record: list[Action]) -> None:
    shown = contributor().open("/owed/?show=everything", 400)
    assert "Choose what is shown from the list" in shown.main
