"""An action's page: what is to be done, and its life across the meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from answerable.actions.models import Action, ActionUpdate
from answerable.actions.operations.living import renew_lives
from answerable.meetings.models import Meeting
from tests import factories as make

Get = Callable[..., Any]


def facts(page: Any) -> dict[str, str]:
    names = [" ".join(one.text_content().split()) for one in page.tree.iter("dt")]
    values = [" ".join(one.text_content().split()) for one in page.tree.iter("dd")]
    return dict(zip(names, values, strict=True))


def steps(page: Any) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.tree.xpath("//ol[@class='ans-rows']/li")]


def of(number: str) -> str:
    return f"/actions/{Action.objects.get(number=number).pk}/"


def test_it_says_what_by_whom_and_when(archive: object, get: Get) -> None:
    page = get(of("A-0001"))
    assert page.heading == "CC to bring a new shift pattern for the contact centre"
    assert facts(page)["Owner"] == "Chief Constable, Gideon Marsh then, Adaeze Holt now"
    assert facts(page)["Given"] == "3 July 2018, Assurance Meeting, item 2"
    assert facts(page)["Due"].startswith("31 October 2018")
    assert "Closed, 15 Jan 2019" in page.main


def test_an_owner_who_still_holds_the_post_is_named_once(archive: object, get: Get) -> None:
    assert facts(get(of("A-0006")))["Owner"] == "Police and Crime Commissioner, Rhoda Fenn then and now"


def test_somebody_acting_in_a_post_is_marked(archive: object, get: Get) -> None:
    owner = facts(get(of("A-0007")))["Owner"]
    assert owner == "Deputy Chief Constable, Tom Brack (acting) then and now"


def test_an_action_of_nobody_says_so(archive: object, get: Get) -> None:
    assert facts(get(of("A-0004")))["Owner"] == "Nobody is named."


def test_a_due_without_a_date_is_quoted(archive: object, get: Get) -> None:
    assert facts(get(of("A-0003")))["Due"] == "no date yet: it waits for this (“once harvest is over”)"


def moved(archive: list[Meeting]) -> Action:
    """A-0002, put off twice by later meetings."""
    one = Action.objects.get(number="A-0002")
    for of, text in [
        (archive[1], "Deferred to February, because the other forces answer slowly."),
        (archive[2], "New timescale agreed, March 2019."),
    ]:
        make.update(make.item(of, "9", "Matters arising"), one, text, "open")
    return one


def test_a_date_that_was_moved_shows_the_first_and_the_one_now(archive: list[Meeting], get: Get) -> None:
    moved(archive)
    page = get(of("A-0002"))
    assert facts(page)["Due"].startswith("30 September 2018")
    assert facts(page)["Due"].endswith("Now 31 March 2019 (moved twice).")
    assert "214 days past its first date" in page.main


def test_a_move_is_told_with_its_new_date(archive: list[Meeting], get: Get) -> None:
    moved(archive)
    page = get(of("A-0002"))
    told = steps(page)
    assert told[2].startswith("Moved to 28 February 2019, 9 October 2018 “Deferred to February")
    assert any(step.startswith("Moved to 31 March 2019, 15 January 2019") for step in told)
    assert "Overdue, 31 March 2019" in told
    label = page.tree.xpath("//*[name()='svg']/@aria-label")[0]
    assert "moved to 28 February 2019, 9 October 2018" in label


def test_the_page_says_the_same_as_the_register(archive: list[Meeting], get: Get) -> None:
    one = moved(archive)
    renew_lives(one.office_id, Action.objects.filter(pk=one.pk))
    one.refresh_from_db()
    assert (one.first_due, one.due) == (dt.date(2018, 9, 30), dt.date(2019, 3, 31))
    assert "Overdue, 32 days late" in get(of("A-0002")).main


def test_two_words_of_one_meeting_are_both_told(archive: list[Meeting], get: Get) -> None:
    one = Action.objects.get(number="A-0002")
    item = make.item(archive[1], "9", "Matters arising")
    make.update(item, one, "Half of it is done.", "open")
    make.update(item, one, "The rest was reported later that day.", "reported")
    told = " ".join(steps(get(of("A-0002"))))
    assert "Half of it is done." in told
    assert "The rest was reported" in told


def test_an_action_that_was_closed_says_whether_it_was_kept(archive: object, get: Get) -> None:
    assert "Closed, 15 Jan 2019 · kept late" in get(of("A-0001")).main


def test_a_long_action_stands_whole_below_a_short_heading(archive: list[Meeting], get: Get) -> None:
    text = "ACC to count " + "every caller and every call, by hour, by day and by valley, " * 8 + "soon"
    made = make.action(archive[0].items.all()[0], text, ["ACC"])
    page = get(f"/actions/{made.pk}/")
    assert len(page.heading) <= 181
    assert text in page.main


def test_its_life_is_told_meeting_by_meeting(archive: object, get: Get) -> None:
    told = steps(get(of("A-0001")))
    assert [step.split("“")[0].strip() for step in told] == [
        "Given, 3 July 2018",
        "Still open, 9 October 2018",
        "Overdue, 31 October 2018",
        "Complete, 15 January 2019",
    ]
    assert "“The pattern began on 6 January. Complete.”" in told[3]
    assert "linked by likeness 0.91" in told[1]


def test_silence_and_cancelled_meetings_are_told_too(archive: object, get: Get) -> None:
    assert steps(get(of("A-0002")))[1:] == [
        "Overdue, 30 September 2018",
        "Not mentioned, 9 October 2018 to 15 January 2019, 2 meetings one after another",
        "Cancelled, 12 February 2019",
        "Not mentioned, 12 March 2019",
    ]


def test_the_picture_says_the_same_in_words(archive: object, get: Get) -> None:
    label = get(of("A-0001")).tree.xpath("//*[name()='svg']/@aria-label")[0]
    assert label == (
        "given, 3 July 2018; still open, 9 October 2018; overdue, 31 October 2018; complete, 15 January 2019"
    )


def test_every_mention_leads_to_its_source(archive: object, get: Get) -> None:
    page = get(of("A-0001"))
    first, second = ActionUpdate.objects.filter(action__number="A-0001").order_by("meeting__date")
    sources = [link for link in page.links if link.startswith("/source/")]
    assert f"/source/update/{first.pk}/" in sources
    assert f"/source/update/{second.pk}/" in sources
    assert sources.count(f"/source/action/{Action.objects.get(number='A-0001').pk}/") == 2


def test_an_update_that_waits_is_offered_and_not_counted(archive: object, get: Get) -> None:
    page = get(of("A-0003"))
    assert "Perhaps about this action" in page.main
    assert "12 March 2019: “Two of five groups have been met.”" in page.main
    assert not any(step.startswith("Still open") for step in steps(page))


def test_a_rejected_update_is_gone(archive: object, get: Get) -> None:
    ActionUpdate.objects.filter(link="waiting").update(link="rejected")
    assert "Two of five groups" not in get(of("A-0003")).main


def test_promises_of_the_same_item_stand_below(archive: object, get: Get) -> None:
    assert (
        "“a named officer for every valley by the end of October” ACC, by 31 October 2018"
        in get(of("A-0003")).main
    )


def test_its_topic_is_marked_offered(archive: object, get: Get) -> None:
    assert facts(get(of("A-0001")))["Topic"] == "Answering the telephone (offered)"


def test_the_successor_of_its_forum_follows_it(archive: object, get: Get) -> None:
    after = make.forum("Accountability Board", succeeds=make.forum())
    make.meeting("2019-04-09", of=after)
    assert (
        steps(get(of("A-0002")))[-1]
        == "Not mentioned, 12 March 2019 to 9 April 2019, 2 meetings one after another"
    )


def test_a_long_life_stays_a_small_page(archive: list[Any], get: Get) -> None:
    one = Action.objects.get(number="A-0005")
    for number in range(150):
        day = f"{2019 - number // 28}-{1:02}-{number % 28 + 1:02}"
        if day < "2018" and one.given.isoformat() > day:
            item = make.item(make.meeting(day), "1", "Matters arising")
            make.update(item, one, "Going on. " * 20, "open")
    assert len(get(of("A-0005")).response.content) < 100_000
