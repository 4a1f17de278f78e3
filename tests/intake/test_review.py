"""What a person says of an import is kept, with who and when, also when the file is read again."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest

from answerable.actions.models import Action, ActionUpdate
from answerable.actions.operations import accept_update
from answerable.audit.models import Event
from answerable.core.refusal import Refusal
from answerable.intake.models import Candidate, Correction
from answerable.intake.operations import accept_candidate, correct_line, drop_candidate
from answerable.intake.queries import left_to_review, record_of
from answerable.meetings.models import Entry, Meeting
from answerable.meetings.operations import settle_warning
from answerable.search.models import SearchRow
from answerable.topics.models import Topic
from answerable.topics.operations import Offered, decide_topic, offer_topics
from tests.intake.bringing import AT, bring, bring_minutes, minutes, office, the_action, the_meeting, user
from tests.records import action, exchange, item, note, record, update, warning

pytestmark = pytest.mark.django_db

MARCH = record(
    "2024-03-12",
    item("1", "Call handling"),
    note("The CC will write to the board."),
    exchange("How long do callers wait?", "Nine seconds."),
    action("CC to publish the figures", "CC", due="2024-04-30"),
    action("Bring the survey back"),
    warning("owner-missing", "An action has no owner."),
)
READ = minutes(MARCH)


def correct(part: str, position: int, field: str, new: Any) -> None:
    correct_line(meeting=the_meeting(), part=part, position=position, field=field, new=new, by=user(), at=AT)


def read_again(change: Any = None) -> None:
    """The same bytes again, by a reader that may read them a little differently."""
    made = copy.deepcopy(MARCH)
    if change is not None:
        change(made)
    bring_minutes(minutes(made), again=True)


def test_a_correction_holds_at_once_and_after_reading_again() -> None:
    bring_minutes(READ)
    key, number = the_action("Bring the survey back").pk, the_action("Bring the survey back").number
    correct("actions", 1, "owners", ["ACC"])
    for _ in range(2):
        corrected = Action.objects.get(pk=key)
        assert (corrected.number, corrected.owners_printed) == (number, "ACC")
        assert str(corrected.owners.get().post) == "Assistant Chief Constable"
        read_again()
    kept = Correction.objects.get()
    assert (kept.part, kept.field, kept.old, kept.new, kept.by, kept.at) == (
        "actions", "owners", [], ["ACC"], user(), AT,
    )  # fmt: skip


def test_a_due_a_text_and_an_item_can_be_corrected() -> None:
    bring_minutes(READ)
    correct("actions", 1, "due", [{"text": "in June", "date": "2024-06-30", "precision": "month"}])
    correct("actions", 1, "text", "Bring the survey back in June")
    correct("items", 0, "title", "Answering calls")
    read_again()
    corrected = the_action("Bring the survey back in June")
    assert corrected.due == dt.date(2024, 6, 30)
    assert corrected.item is not None
    assert corrected.item.title == "Answering calls"
    assert SearchRow.objects.filter(kind="action", text="Bring the survey back in June").exists()


def test_an_entry_becomes_an_action_and_a_false_action_goes() -> None:
    bring_minutes(READ)
    correct("entries", 0, "kind", "action")
    correct("entries", 3, "kind", "note")
    read_again()
    texts = Action.objects.order_by("position").values_list("text", flat=True)
    assert list(texts) == ["The CC will write to the board.", "Bring the survey back"]
    assert the_action("The CC will write to the board.").number == "A-0003"


def test_a_correction_survives_a_reader_that_finds_the_line_elsewhere() -> None:
    bring_minutes(READ)
    correct("actions", 1, "owners", ["ACC"])

    def shift(made: dict[str, Any]) -> None:
        for part in ("items", "entries", "actions"):
            for line in made[part]:
                line["source"] = [
                    {**place, "start": place["start"] + 40, "end": place["end"] + 40}
                    for place in line["source"]
                ]

    read_again(shift)
    assert the_action("Bring the survey back").owners_printed == "ACC"


def test_rows_keep_their_ids_so_that_links_to_them_hold() -> None:
    bring_minutes(READ)
    before = list(Entry.objects.order_by("position").values_list("pk", flat=True))
    correct("entries", 0, "speakers", ["CC"])
    read_again()
    assert list(Entry.objects.order_by("position").values_list("pk", flat=True)) == before


def test_a_new_reading_without_corrections_is_just_held() -> None:
    bring_minutes(READ)
    read_again(lambda made: made["entries"][0].update(text="The CC will write to the board soon."))
    assert record_of(the_meeting())["entries"][0]["text"] == "The CC will write to the board soon."


def test_an_action_that_a_new_reading_loses_goes_with_its_number() -> None:
    bring_minutes(READ)
    read_again(lose)
    assert list(Action.objects.values_list("number", "text")) == [("A-0001", "CC to publish the figures")]


def reworded(made: dict[str, Any]) -> None:
    """The reader gives the second action in other words, cut elsewhere."""
    for line in (made["actions"][1], made["entries"][4]):
        line["text"] = "The meeting is to have the results"
        line["source"] = [
            {**place, "start": 900, "end": 930, "quote": line["text"]} for place in line["source"]
        ]


def unsettled() -> dict[str, str]:
    return dict(the_meeting().warnings.filter(settled_at=None).values_list("code", "message"))


def test_a_correction_that_finds_its_line_no_more_becomes_a_warning() -> None:
    bring_minutes(READ)
    correct("actions", 1, "owners", ["ACC"])
    read_again(reworded)
    told = the_meeting().warnings.get(code="correction-unplaced")
    assert told.message == (
        "Robin Ashe corrected owners of an action from “nothing” to “ACC” on 2 March 2026, "
        "and a new reading has no such line."
    )
    assert (told.entry, told.item) == (None, None), "it is about the meeting"
    settle_warning(warning=told, by=user("Kim Dale"), at=AT)
    read_again(reworded)
    assert "correction-unplaced" not in unsettled(), "settled once it stays so"
    read_again()
    assert not the_meeting().warnings.filter(code="correction-unplaced").exists()
    assert the_action("Bring the survey back").owners_printed == "ACC"


def lose(made: dict[str, Any]) -> None:
    made["entries"][made["actions"].pop()["entry"]]["kind"] = "note"


def test_an_action_that_somebody_dealt_with_stays_when_a_reading_loses_it() -> None:
    bring_minutes(READ)
    bring(record("2024-04-09", update("Half of them came back.", "Bring survey forms", None)))
    key = the_action("Bring the survey back").pk
    accept_update(update=ActionUpdate.objects.get(), action=Action.objects.get(pk=key), by=user(), at=AT)
    for _ in range(2):
        read_again(lose)
        held = Action.objects.get(pk=key)
        assert (held.number, held.entry, held.last_mentioned) == ("A-0002", None, dt.date(2024, 4, 9))
        assert unsettled()["action-lost"] == "A-0002, “Bring the survey back”, is not read any more."
    correct("entries", 0, "speakers", ["CC"])
    assert "action-lost" in unsettled(), "another correction does not hide it"
    read_again()
    again = Action.objects.get(pk=key)
    assert again.entry is not None
    assert "action-lost" not in unsettled()


@pytest.mark.parametrize(
    ("part", "position", "field", "new", "sentence"),
    [
        ("meeting", 0, "date", "2024-03-13", "The date of meeting cannot be corrected."),
        ("actions", 7, "text", "x", "This line is not there any more: look at the page again."),
        ("actions", 0, "owners", ["CC"], "That is what it says already."),
        ("actions", 0, "owners", "ACC", "That cannot be: actions[0].owners is not a list."),
        ("entries", 0, "kind", "joke", "That cannot be: entries[0].kind is none of heading"),
        ("entries", 0, "item", 3, "That cannot be: entries[0].item points to item 3, and there are 1."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    part: str, position: int, field: str, new: Any, sentence: str
) -> None:
    bring_minutes(READ)
    with pytest.raises(Refusal) as refused:
        correct(part, position, field, new)
    assert str(refused.value).startswith(sentence)
    assert not Correction.objects.exists()


def test_a_correction_leaves_one_event() -> None:
    bring_minutes(READ)
    before = Event.objects.count()
    correct("entries", 0, "kind", "decision")
    events = Event.objects.order_by("id")[before:]
    assert [one.operation for one in events] == ["intake.correct_line"]


def test_a_warning_is_settled_once_and_stays_settled() -> None:
    bring_minutes(READ)
    settle_warning(warning=the_meeting().warnings.get(), by=user("Kim Dale"), at=AT)
    read_again()
    settled = the_meeting().warnings.get()
    assert (settled.settled_by, settled.settled_at) == (user("Kim Dale"), AT)
    with pytest.raises(Refusal, match="settled already"):
        settle_warning(warning=settled, by=user(), at=AT)


OTHER = record(
    "2024-03-12",
    item("1", "Call handling"),
    note("A better version."),
    action("CC to publish the figures", "CC"),
)


def test_a_candidate_takes_the_place_of_what_is_held_and_the_action_lives_on() -> None:
    bring(
        MARCH,
        OTHER,
        record("2024-04-09", update("Done.", "CC to publish the figures", "2024-03", "1", "complete")),
    )
    number, waiting = the_action("CC to publish the figures").number, Candidate.objects.get()
    accept_candidate(candidate=waiting, by=user(), at=AT)
    assert Meeting.objects.filter(date="2024-03-12").count() == 1
    assert [one.text for one in the_meeting().entries.all()] == [
        "A better version.",
        "CC to publish the figures",
    ]
    again = the_action("CC to publish the figures")
    assert (again.number, again.state) == (number, "closed")
    assert left_to_review(office())["candidates"] == 0
    with pytest.raises(Refusal, match="decided about this record already"):
        drop_candidate(candidate=waiting, by=user(), at=AT)


def test_a_candidate_that_is_dropped_leaves_the_meeting_and_does_not_come_back() -> None:
    bring(MARCH, OTHER)
    drop_candidate(candidate=Candidate.objects.get(), by=user(), at=AT)
    assert [one.state for one in bring(OTHER)] == ["known"]
    assert the_meeting().entries.count() == 5
    assert left_to_review(office())["candidates"] == 0


def test_minutes_without_a_date_are_placed_by_a_person() -> None:
    bring(record(None, note("Said on some day.")))
    waiting = Candidate.objects.get()
    with pytest.raises(Refusal, match=r"Say on which day the meeting was\."):
        accept_candidate(candidate=waiting, by=user(), at=AT)
    accept_candidate(candidate=waiting, date=dt.date(2024, 5, 14), by=user(), at=AT)
    assert str(the_meeting("2024-05-14").forum) == "Assurance Meeting"


def offer(*names: str) -> set[str]:
    offers = {name.casefold(): Offered(name, "title", 1.0) for name in names}
    return set(offer_topics(office=office(), offers=offers, by=user(), at=AT))


def test_a_topic_that_is_dropped_is_not_offered_again_and_a_kept_one_stays() -> None:
    offer("Rural crime", "Fell on the fen", "Knife crime")
    decide_topic(topic=Topic.objects.get(name="Fell on the fen"), keep=False, by=user(), at=AT)
    decide_topic(topic=Topic.objects.get(name="Rural crime"), keep=True, by=user(), at=AT)
    assert offer("Fell on the fen") == set()
    states = dict(Topic.objects.values_list("name", "state"))
    assert states == {"Rural crime": "kept", "Fell on the fen": "dropped"}
    with pytest.raises(Refusal, match="dropped already"):
        decide_topic(topic=Topic.objects.get(state="dropped"), keep=False, by=user(), at=AT)


def test_a_subject_that_returns_is_offered_with_where_it_stands() -> None:
    said = ["Thefts of plant fell.", "Two farms were hit again.", "Drones are on loan to the team."]
    heading = "Rural Crime Strategy"
    bring(
        *(
            record(f"2024-0{month}-12", item("1", heading), note(f"The {heading} was discussed. {one}"))
            for month, one in enumerate(said, 1)
        )
    )
    offered = Topic.objects.get(name__icontains="rural crime")
    assert (offered.state, offered.links.count()) == ("offered", 3)
    assert offered.why
