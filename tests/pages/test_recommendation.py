"""One recommendation: what both sides say, what becomes of it, what took its place, what is tied to it."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, PlanTie
from answerable.core.permissions.roles import Role
from answerable.plans.models import Inspection, Recommendation
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, contributor, officer, words


@pytest.fixture
def report(db: None) -> Inspection:
    return follow.inspection("Answering calls", "2019-03-20")


@pytest.fixture
def one(report: Inspection) -> Recommendation:
    return follow.recommendation(report, "1", "By June, answer sooner.")


@pytest.fixture
def action(db: None) -> Action:
    item = make.item(make.meeting("2019-04-02"), "1", "Calls")
    made = make.action(item, "Show how long callers wait.", ["DCC"], "2019-04-30")
    Action.objects.filter(pk=made.pk).update(number="A-0007")
    return Action.objects.get(pk=made.pk)


def page(one: Recommendation) -> str:
    return f"/inspections/recommendations/{one.pk}/"


def test_both_sides_comment_each_in_its_own_words(one: Recommendation) -> None:
    force, ada = contributor("Ben Sarsen"), officer("Ada Lorne")
    force.open(page(one))
    force.send("/force", force_comment="Two more handlers begin in May.")
    ada.open(page(one))
    after = ada.send(
        "/office", office_comment="We welcome it.", done_or_why_not="The office pays for both posts."
    )
    said = words(after)
    assert "Chief Constable Two more handlers begin in May. written by Ben Sarsen" in said
    assert "Police and Crime Commissioner We welcome it. written by Ada Lorne" in said
    assert "1 of 1 recommendation is addressed." in ada.open(f"/inspections/{one.inspection_id}/").main


def test_the_force_cannot_write_for_the_office(one: Recommendation) -> None:
    force = contributor()
    assert "What is or will be done, or why nothing is" not in force.open(page(one)).main
    force.post(f"{page(one)}office", 403, office_comment="Ours.")
    force.post(f"{page(one)}office-state", 403, step="close", why="Done.")
    one.refresh_from_db()
    assert (one.office_comment, one.state) == ("", "open")


def test_a_comment_that_is_too_long_is_kept(one: Recommendation) -> None:
    ada = officer()
    ada.open(page(one))
    after = ada.send("/office", 400, office_comment="x" * 20_001)
    assert "to 20,000 letters: it has 20,001" in after.text
    assert len(ada.form("/office")[1]["office_comment"]) == 20_001


def test_two_people_at_one_comment(one: Recommendation) -> None:
    ada, ben = Desk(Role.COMMISSIONER, "Ada Lorne"), officer("Ben Sarsen")
    ada.open(page(one))
    ben.open(page(one))
    ada.send("/office", office_comment="We welcome it.")
    clash = ben.send("/office", 409, office_comment="We doubt it.", done_or_why_not="Nothing.")
    assert "Ada Lorne changed the commissioner’s comment" in clash.main
    ben.send("/office", choose__office_comment="theirs", choose__done_or_why_not="mine")
    one.refresh_from_db()
    assert (one.office_comment, one.done_or_why_not) == ("We welcome it.", "Nothing.")


def test_the_force_says_done_and_the_office_closes(one: Recommendation) -> None:
    force, ada = contributor(), officer("Ada Lorne")
    force.open(page(one))
    assert [value for value, _ in steps(force)] == ["done"]
    after = force.send(
        "/force-state", step="done", why="Answered in two minutes since April.", on="2019-04-30"
    )
    assert "Done, says the force, 30 April 2019: Answered in two minutes since April." in after.main
    ada.open(page(one))
    assert [value for value, _ in steps(ada)] == ["close", "refuse", "reopen"]
    after = ada.send("/office-state", step="close", why="Seen in the call log")
    assert "Closed, 2 May 2019: Seen in the call log." in after.main
    assert "Closed Recommendation 1 of Answering calls. 2 May 2019, 10am, Ada Lorne" in words(after)
    assert "recommendation is like that" not in ada.open("/inspections/").main
    assert "Nothing is outstanding." in ada.open("/inspections/").main


def steps(desk: Desk) -> list[tuple[str, str]]:
    assert desk.page
    return [(one.get("value"), one.text) for one in desk.page.tree.xpath("//select[@id='step']/option")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"step": "close", "why": ""}, "Say what was seen, or who closed it."),
        ({"step": "done", "why": "x"}, "Choose from the list what becomes of it."),
        ({"step": "", "why": "x"}, "Choose from the list what becomes of it."),
        ({"step": "close", "why": "Seen.", "on": "2019-05-03"}, "that day is still to come"),
        ({"step": "close", "why": "Seen.", "on": "soon"}, "Write the day as a day, month and year"),
    ],
)
def test_a_step_that_cannot_be_is_said_and_kept(
    one: Recommendation, typed: dict[str, str], said: str
) -> None:
    ada = officer()
    ada.open(page(one))
    assert said in ada.send("/office-state", 400, **typed).text
    assert ada.form("/office-state")[1]["why"] == typed["why"]
    one.refresh_from_db()
    assert one.state == "open"


def test_one_closes_while_the_other_refuses(one: Recommendation) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(page(one))
    ben.open(page(one))
    ada.send("/office-state", step="close", why="Seen.")
    after = ben.send("/office-state", 400, step="refuse", why="It costs too much.")
    assert "It is already closed: look at the page again." in after.main
    assert Recommendation.objects.get().state == "closed"


def test_a_step_is_taken_once(one: Recommendation) -> None:
    ada = officer()
    ada.open(page(one))
    form = ada.form("/office-state")
    ada.send(form, step="close", why="Seen.")
    ada.post(form[0], 400, **{**form[1], "step": "close", "why": "Seen."})
    assert Recommendation.objects.get().state == "closed"


def test_a_local_one_gives_way_to_a_national_one(one: Recommendation) -> None:
    national = follow.inspection("How all forces answer", "2019-04-10", national=True)
    new = follow.recommendation(national, "4", "By 2020, all forces answer in ten seconds.")
    ada = officer()
    ada.open(page(one))
    after = ada.send("/superseded", instead=str(new.pk))
    assert (
        "Superseded on 2 May 2019: Recommendation 4 of How all forces answer, 10 April 2019 took its place."
        in (after.main)
    )
    assert "Recommendation 1 of Answering calls, 20 March 2019" in ada.open(page(new)).main
    folded = ada.open("/inspections/").tree.xpath("//details")[0].text_content()
    assert "Recommendation 1 of Answering calls" in folded
    assert "By June, answer sooner." not in [row[0] for row in ada.open("/inspections/").rows()]
    ada.open(page(one))
    assert "Taken back: it is open again." in ada.send("/restored").main
    assert Recommendation.objects.get(pk=one.pk).state == "open"


def test_a_chain_is_told_to_its_end_and_never_a_circle(report: Inspection, one: Recommendation) -> None:
    second, third = follow.recommendation(report, "2"), follow.recommendation(report, "3")
    ada = officer()
    for old, new in ((one, second), (second, third)):
        ada.open(page(old))
        ada.send("/superseded", instead=str(new.pk))
    shown = ada.open(page(one)).main
    assert shown.index("Recommendation 2 of") < shown.index("and in its turn Recommendation 3 of")
    after = ada.post(f"{page(third)}superseded", instead=str(one.pk))
    assert "it cannot go in a circle" in after.main
    assert "Choose from the list which one took its place" in ada.post(f"{page(third)}superseded", 400).main


def test_another_offices_cannot_take_its_place(one: Recommendation) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = follow.recommendation(follow.inspection("Theirs"), "1")
    after = officer().post(f"{page(one)}superseded", 400, instead=str(theirs.pk))
    assert "Choose from the list which one took its place" in after.main


def test_its_owner_date_and_topic_are_put_in(one: Recommendation) -> None:
    post = make.post("Assistant Chief Constable", "ACC")
    line = make.entry(make.item(make.meeting("2019-04-02"), "1", "Calls"), "note", "Calls were spoken of.")
    topic = make.topic("Callers", [line])
    ada = officer()
    ada.open(f"{page(one)}edit")
    after = ada.send("/edit", post=str(post.pk), due="2019-04-30", topic=str(topic.pk))
    shown = words(after)
    assert "Owner Assistant Chief Constable" in shown
    assert "Due 30 April 2019 2 days late" in shown
    assert "Topic Callers" in shown


def test_a_topic_of_restricted_minutes_is_named_to_nobody_else(one: Recommendation) -> None:
    item = make.item(make.meeting("2019-04-02"), "1", "Kestrel")
    topic = make.topic("Kestrel review", [make.entry(item, "note", "x", restricted=True)])
    type(item).objects.update(restricted=True)
    Recommendation.objects.update(topic=topic)
    assert "Kestrel review" in officer().open(page(one)).main
    assert "Kestrel" not in Desk(Role.PANEL_READER).open(page(one)).main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"number": ""}, "Write its number"),
        ({"text": " "}, "Write what it recommends"),
        ({"due": "31/2/2019"}, "Write the day by which it is due as a day, month and year"),
        ({"post": "99999"}, "Choose a post from the list: that one is not there any more"),
        ({"topic": "x"}, "Choose a topic from the list: “x” is not on it"),
        ({"number": "2"}, "Number 2 stands twice in this report"),
        ({}, "Nothing was changed"),
    ],
)
def test_an_edit_that_cannot_be(
    report: Inspection, one: Recommendation, typed: dict[str, str], said: str
) -> None:
    follow.recommendation(report, "2")
    ada = officer()
    ada.open(f"{page(one)}edit")
    assert said in ada.send("/edit", 400, **typed).text


def test_two_people_edit_it(one: Recommendation) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(f"{page(one)}edit")
    ben.open(f"{page(one)}edit")
    ada.send("/edit", due="2019-06-30")
    clash = ben.send("/edit", 409, text="By July, answer sooner.", due="2019-07-31")
    assert "Ada Lorne changed the recommendation" in clash.main
    ben.send("/edit", choose__text="mine", choose__due="theirs")
    one.refresh_from_db()
    assert (one.text, str(one.due)) == ("By July, answer sooner.", "2019-06-30")


def test_an_action_is_tied_by_its_number_and_untied(one: Recommendation, action: Action) -> None:
    ada = officer()
    ada.open(page(one))
    after = ada.send("/tie", action="a7")
    assert "Tied A-0007." in after.main
    assert "A-0007 Show how long callers wait." in after.main
    assert "Untied." in ada.send("/untie").main
    assert not PlanTie.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the number of the action, such as A-0123"),
        ("A-0099", "There is no action “A-0099”"),
        ("the calls", "There is no action “the calls”"),
    ],
)
def test_a_number_that_is_none(one: Recommendation, action: Action, typed: str, said: str) -> None:
    ada = officer()
    ada.open(page(one))
    assert said in ada.send("/tie", 400, action=typed).main


def test_what_is_not_tied_is_not_untied(one: Recommendation) -> None:
    assert "not tied to it any more" in officer().post(f"{page(one)}untie", tie="99").main


def test_a_restricted_action_is_shown_to_those_who_may_see_it(one: Recommendation, action: Action) -> None:
    PlanTie.objects.create(
        office=action.office, recommendation=one, action=action, at=make.NOW, by=make.user()
    )
    Action.objects.update(restricted=True)
    assert "Show how long callers wait." in officer().open(page(one)).main
    shown = Desk(Role.PANEL_READER).open(page(one)).main
    assert "callers wait" not in shown
    assert "No action is tied to it." in shown


def test_one_that_was_put_in_by_mistake_is_taken_out(one: Recommendation) -> None:
    ada = officer()
    ada.open(page(one))
    assert "Took out Recommendation 1." in ada.send("/remove").main
    assert not Recommendation.objects.exists()


def test_one_that_something_was_said_of_stays(one: Recommendation) -> None:
    Recommendation.objects.update(force_comment="We accept it.")
    ada = officer()
    ada.open(page(one))
    assert "Something was said of it: it stays." in ada.send("/remove").main
    assert Recommendation.objects.exists()


def test_the_next_one_is_a_link_away(report: Inspection, one: Recommendation) -> None:
    follow.recommendation(report, "2")
    ada = officer()
    assert page(Recommendation.objects.get(number="2")) in ada.open(page(one)).links
