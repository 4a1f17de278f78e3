"""A measure's page: the sentence, the chart, areas and others beside it, what was asked and done about it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import Action
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure, Series
from tests import factories as make
from tests import follow, measuring
from tests.pages.desk import Desk, contributor, officer, words

MOST_QUERIES = 15
STEADY = [70.0 + place % 3 for place in range(24)]
pytestmark = pytest.mark.django_db


def page(one: Measure, more: str = "") -> str:
    return f"/measures/{one.pk}/{more}"


@pytest.fixture
def one() -> Measure:
    """Fell in September 2018, below a target of 85%."""
    measure = measuring.measure(tier="gold", source="The force’s telephone system")
    measuring.months(measuring.series(measure), "2017-04", [*STEADY[:17], *[60.0] * 7])
    measuring.line(measure, value=85)
    return measure


def force_of(one: Measure) -> Series:
    return Series.objects.get(measure=one, who="force")


def area_of(one: Measure, name: str, values: list[float], **fields: float) -> Series:
    of = measuring.series(one, measuring.area(name))
    measuring.months(of, "2018-01", values, **fields)
    return of


def test_the_sentence_stands_over_the_chart(one: Measure) -> None:
    shown = officer().open(page(one))
    said = words(shown)
    assert shown.heading == "101 calls answered in time"
    assert "Gold measure" in said
    assert "Worse since September 2018, and a real change: 7 months in a row below" in said
    assert "Will miss the target of 85%" in said
    assert said.index("Worse since") < said.index("Areas") if "Areas" in said else True
    assert shown.tree.xpath("//figure//*[local-name()='svg'][@role='img']")
    assert "Source: The force’s telephone system" in said
    assert "Making Data Count" in said


def test_a_survey_says_what_its_sample_can_bear() -> None:
    of = measuring.measure("Satisfaction", kind="survey")
    measuring.months(measuring.series(of), "2018-01", [*[80.0] * 14, 79.0], sample=600)
    said = words(officer().open(page(of)))
    assert (
        "79% of 600 people asked in Wyvern Valley Police: among everybody likely between 76% and 82%." in said
    )


def test_a_figure_that_is_no_survey_has_no_such_sentence(one: Measure) -> None:
    assert "among everybody" not in words(officer().open(page(one)))


def test_without_figures_it_says_so() -> None:
    said = words(officer().open(page(measuring.measure())))
    assert "There are no figures of it yet." in said
    assert "No topic is tied to it, and no question in the minutes sounds like it." in said
    assert "none was written down" in said


def test_areas_stand_in_the_order_of_their_names(one: Measure) -> None:
    for name, value in (("West", 60.0), ("East", 90.0), ("North", 75.0)):
        area_of(one, name, [value + place % 3 for place in range(15)])
    shown = officer().open(page(one))
    captions = [node.text_content().strip() for node in shown.tree.xpath("//figcaption")]
    assert captions[:3] == ["East", "North", "West"]
    assert "East 92% Mar 2019 Ordinary variation" in words(shown)


def test_areas_are_held_against_chance(one: Measure) -> None:
    for name, value in (("East", 82.0), ("North", 80.0), ("West", 81.0)):
        area_of(one, name, [value] * 15, denominator=100, numerator=value)
    assert "Nothing says that the 3 areas differ." in officer().open(page(one)).main


def test_one_area_s_chart_can_stand_at_the_top(one: Measure) -> None:
    north = area_of(one, "North", [75.0 + place % 3 for place in range(15)])
    shown = officer().open(page(one, f"?of={north.pk}"))
    assert shown.title.startswith("101 calls answered in time, North")
    assert "Ordinary variation" in words(shown).split("Areas")[0]


def test_a_series_of_another_measure_is_not_taken(one: Measure) -> None:
    other = measuring.series(measuring.measure("Another"), "Otterdale Police")
    assert "Otterdale" not in officer().open(page(one, f"?of={other.pk}")).main


def test_others_stand_beside_ours_with_their_lag(one: Measure) -> None:
    other = measuring.series(one, "Otterdale Police")
    nation = Series.objects.create(measure=one, who="nation", name="England and Wales")
    national = measuring.series(one, source="national", lag="published three months later")
    for of in (other, nation, national):
        measuring.months(of, "2018-01", [80.0 + place % 2 for place in range(15)])
    said = words(officer().open(page(one)))
    beside = said.split("Beside ours")[1]
    assert "Wyvern Valley Police (national) 80% Mar 2019 Published three months later." in beside
    assert beside.index("England and Wales") < beside.index("Otterdale Police 80%")


def test_what_was_asked_and_done_about_it(one: Measure) -> None:
    item = make.item(make.meeting("2019-04-02"), "2.1", "Calls")
    question = make.entry(item, "question", "How long do callers wait?", ["PCC"])
    make.exchange(question, make.entry(item, "response", "Two minutes.", ["CC"]))
    action = make.action(item, "Show what the handlers did.", ["DCC"], "2019-04-30")
    one.topic = make.topic("Callers", [question, action.entry] if action.entry else [question])
    one.save()
    said = words(officer().open(page(one)))
    assert "PCC How long do callers wait?" in said
    assert "CC Two minutes." in said
    assert "Show what the handlers did." in said
    assert "Everything about Callers" in said


def test_without_a_topic_the_questions_that_sound_like_it_stand_there(archive: object) -> None:
    one = measuring.measure("Callers who hung up", aliases="Calls not answered")
    shown = officer().open(page(one))
    assert "No topic is tied to it. These sound like it:" in words(shown)
    first = " ".join(shown.tree.xpath("//ol[contains(@class, 'ans-asked-before')]/li")[0].itertext())
    assert "asked" in first
    assert "callers" in first
    measuring.months(measuring.series(one), "2017-04", STEADY)
    for name in ("East", "North"):
        area_of(one, name, [82.0] * 15, denominator=100, numerator=82)
    assert queries(page(one)) <= MOST_QUERIES


def test_an_action_that_is_to_move_it_is_named_and_marked(one: Measure) -> None:
    action = make.action(
        make.item(make.meeting("2018-06-05"), "1", "Calls"), "Take on ten call handlers.", ["DCC"]
    )
    Action.objects.filter(pk=action.pk).update(number="A-0012", given=dt.date(2018, 6, 5))
    measuring.moves(action, one)
    shown = officer().open(page(one))
    assert "given 5 June 2018, to move this measure" in shown.main
    assert "A-0012: Take on ten call handlers." in shown.main.split("What was asked")[0]


def test_a_restricted_action_is_kept_from_the_panel(one: Measure) -> None:
    action = make.action(make.item(make.meeting("2018-06-05"), "1", "Calls"), "Kestrel.", ["DCC"])
    Action.objects.filter(pk=action.pk).update(restricted=True)
    measuring.moves(action, one)
    assert "Kestrel." in officer().open(page(one)).main
    assert "Kestrel." not in Desk(Role.PANEL_READER).open(page(one)).main


def test_definitions_stand_with_their_days(one: Measure) -> None:
    measuring.definition(one, "2017-04-01", "Within 30 seconds")
    measuring.definition(one, "2019-01-01", "Within two minutes", reason="As the nation counts it.")
    said = words(officer().open(page(one)))
    assert said.index("From 1 Jan 2019 Within two minutes As the nation counts it.") < said.index(
        "From 1 Apr 2017 Within 30 seconds"
    )


def test_step_changes_stand_there_and_those_taken_back_do_not(one: Measure) -> None:
    measuring.phase(force_of(one), "2018-09-01", "Staff left.", agreed_by="The board")
    measuring.phase(
        force_of(one), "2018-01-01", "A mistake.", taken_back_at=make.NOW, taken_back_by=make.user()
    )
    said = words(officer().open(page(one)))
    assert "1 September 2018 : Staff left. agreed by The board" in said
    assert "A mistake" not in said


def test_it_looks_back_as_far_as_charts_do_unless_asked(one: Measure) -> None:
    measuring.months(force_of(one), "2005-01", [10.0] * 12)
    desk = officer()
    assert "2005" not in desk.open(page(one)).main
    assert "2005" in desk.open(page(one, "?from=all")).main


def test_an_ended_measure_says_until_when(one: Measure) -> None:
    Measure.objects.filter(pk=one.pk).update(ended=dt.date(2019, 3, 31))
    assert "kept until 31 March 2019" in officer().open(page(one)).main


@pytest.mark.parametrize(
    ("query", "said"),
    [("?of=x", "Choose whose figures from the list"), ("?from=then", "Choose how far back")],
)
def test_a_value_that_cannot_be_used(one: Measure, query: str, said: str) -> None:
    assert said in officer().open(page(one, query), 400).main


def test_only_officers_are_offered_to_change_it(one: Measure) -> None:
    assert "Change what is said of it" in officer().open(page(one)).main
    for desk in (contributor(), Desk(Role.PANEL_READER), Desk(Role.COMMISSIONER)):
        assert "Change what is said of it" not in desk.open(page(one)).main
    assert "Decide that a new phase begins" in Desk(Role.COMMISSIONER).open(page(one)).main
    assert "Decide that a new phase begins" not in contributor().open(page(one)).main


def test_a_restricted_one_is_for_those_who_may_and_leaves_an_event(one: Measure) -> None:
    Measure.objects.update(restricted=True, marking="restricted")
    officer().open(page(one))
    assert Event.objects.filter(operation="view").exists()
    for more in ("", "areas/", "set/", "figures.csv"):
        Desk(Role.PANEL_READER).open(page(one, more), 404)


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.measure("Theirs")
    for more in ("", "areas/", "set/", "figures.csv"):
        officer().open(page(theirs, more), 404)


def test_figures_with_every_mark_come_as_a_file(one: Measure) -> None:
    Measure.objects.filter(pk=one.pk).update(restricted=True)
    area = area_of(one, "=cmd()", [1.5], numerator=3, denominator=200, provisional=True)
    answer = officer().client.get(page(one, "figures.csv"))
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert answer["Content-Disposition"] == f'attachment; filename="measure-{one.pk}.csv"'
    assert lines[0].startswith("whose,kind,source,from,to,value")
    assert lines[1] == "'=cmd(),An area,,2018-01-01,2018-01-31,1.5,3.0,200.0,,yes,,,"
    assert lines[2].startswith("Wyvern Valley Police,The whole force,,2017-04-01,2017-04-30,70.0")
    assert len(lines) == 1 + 1 + 24
    assert area.name == "=cmd()"
    assert Event.objects.filter(operation="view").exists()


def queries(path: str) -> int:
    desk = officer()
    with CaptureQueriesContext(connection) as found:
        desk.open(path)
    assert len(found) <= MOST_QUERIES, [each["sql"][:100] for each in found]
    return len(found)


@pytest.mark.parametrize("more", ["", "areas/", "set/"])
def test_it_asks_as_much_for_ten_areas_as_for_one(one: Measure, more: str) -> None:
    item = make.item(make.meeting("2019-04-02"), "2.1", "Calls")
    question = make.entry(item, "question", "How long do callers wait?", ["PCC"])
    make.exchange(question, make.entry(item, "response", "Two minutes.", ["CC"]))
    action = make.action(item, "Show what the handlers did.", ["DCC"], "2019-04-30")
    measuring.moves(action, one)
    one.topic = make.topic("Callers", [question])
    one.objective = follow.part(follow.plan())
    one.save()
    for name in ("East", "North"):
        area_of(one, name, [82.0] * 15, denominator=100, numerator=82)
    measuring.event(one, "2018-06-01")
    measuring.gap(one, "2017-01-01", "2017-03-31")
    measuring.definition(one, "2017-04-01")
    measuring.phase(force_of(one), "2018-09-01", "Staff left.")
    before = queries(page(one, more))
    for number in range(10):
        area_of(one, f"Area {number}", [80.0 + number] * 15, denominator=100, numerator=80 + number)
        measuring.months(measuring.series(one, f"Force {number}"), "2018-01", [80.0] * 15)
        measuring.event(one, f"2018-06-{number + 2:02}", f"It happened, {number}")
        measuring.moves(make.action(item, f"Do {number}.", ["DCC"]), one)
        measuring.line(one, "aspiration", 90 + number)
    assert queries(page(one, more)) == before
