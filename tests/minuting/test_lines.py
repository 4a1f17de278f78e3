"""Lines are typed, read, changed, moved and taken out; their actions stand in the register at once."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest

from answerable.actions.models import Action
from answerable.audit.models import Event
from answerable.core.clash import Clash, Gone
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item, Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Line, LineText
from answerable.minuting.queries import line_version, standing_lines
from tests import cycle
from tests import factories as make
from tests.signing import person_with

NOW = make.NOW
BASELINE = "ACTION: DCC to share the new baseline by the end of June"


@pytest.fixture
def meeting(db: None) -> Meeting:
    """A meeting that is being minuted, with who is there."""
    make.tenure("Eve Thorn", "Deputy Chief Constable", "2018-01-01", abbreviation="DCC")
    made = cycle.planned("2019-05-14")
    cycle.agenda(made, "Victim satisfaction", "Call handling")
    cycle.present(made, "Pat Lorne", "Police and Crime Commissioner", "PCC")
    cycle.present(made, "Eve Thorn", "Deputy Chief Constable", "DCC")
    return minuting.start_minutes(meeting=made, by=make.user(), at=NOW)


@pytest.fixture
def item(meeting: Meeting) -> Item:
    return meeting.items.order_by("position")[0]


def typed(item: Item, *texts: str, **more: Any) -> list[Line]:
    return minuting.add_lines(item=item, texts=texts, by=make.user(), at=NOW, **more)


def change(line: Line, **values: Any) -> Line:
    more = {
        "by": values.pop("by", make.user()),
        "at": values.pop("at", NOW),
        "seen": values.pop("seen", None),
    }
    return minuting.change_line(line=line, values=values, **more)


def kinds(line: Line) -> list[str]:
    return [piece["kind"] for piece in Line.objects.get(pk=line.pk).read]


def standing(meeting: Meeting) -> list[str]:
    return [line.text for line in standing_lines(meeting)]


def test_a_typed_action_is_in_the_register_at_once(item: Item) -> None:
    typed(item, BASELINE)
    action = Action.objects.get()
    assert (action.text, action.number) == (BASELINE.removeprefix("ACTION: "), "A-0001")
    assert (action.draft, action.restricted, action.state) == (True, True, "open")
    assert (str(action.due), str(action.given)) == ("2019-06-30", "2019-05-14")
    owner = action.owners.get()
    assert (owner.printed, owner.post and owner.post.abbreviation) == ("DCC", "DCC")
    assert owner.person and owner.person.name == "Eve Thorn"


def test_an_action_keeps_its_number_whatever_its_line_says(item: Item) -> None:
    [line] = typed(item, "ACTION: D")
    change(line, text=BASELINE)
    action = Action.objects.get()
    assert (action.number, action.owners_printed, str(action.due)) == ("A-0001", "DCC", "2019-06-30")
    change(line, text="ACTION: CC to write to every victim by September")
    action.refresh_from_db()
    assert (action.number, action.owners_printed, str(action.due)) == ("A-0001", "CC", "2019-09-30")


def test_an_action_keeps_its_number_in_another_place(item: Item, meeting: Meeting) -> None:
    first, second = typed(item, BASELINE, "ACTION: CC to write to the council")
    other = meeting.items.order_by("position")[1]
    minuting.move_line(line=first, item=other, by=make.user(), at=NOW)
    numbers = list(meeting.actions.order_by("position").values_list("number", "item_id"))
    assert numbers == [("A-0002", item.pk), ("A-0001", other.pk)]
    minuting.remove_line(line=second, by=make.user(), at=NOW)
    typed(other, "ACTION: CC to write to the council")
    assert meeting.actions.count() == 2


def test_a_number_is_never_used_twice(item: Item) -> None:
    [line] = typed(item, BASELINE)
    change(line, text="The PCC asked about the baseline.")
    assert not Action.objects.exists()
    change(line, text=BASELINE)
    assert Action.objects.get().number == "A-0002"  # a number is never used twice


def test_a_line_that_is_no_action_any_more_takes_it_out(item: Item) -> None:
    [line] = typed(item, BASELINE)
    change(line, kind="note")
    assert not Action.objects.exists()


def test_what_a_line_means_depends_on_those_before_it(item: Item) -> None:
    asked, said = typed(item, "The PCC asked about calls.", "The DCC said that they were fewer.")
    assert (kinds(asked), kinds(said)) == (["question"], ["response"])
    minuting.remove_line(line=asked, by=make.user(), at=NOW)
    assert kinds(said) == ["note"]
    minuting.restore_line(line=asked, by=make.user(), at=NOW)
    assert kinds(said) == ["response"]


def test_who_is_there_says_who_speaks(item: Item, meeting: Meeting) -> None:
    [line] = typed(item, "Wade asked if calls were answered.")
    assert Line.objects.get(pk=line.pk).read[0]["speakers"] == []
    minuting.mark_typed(
        meeting=meeting, name="Cal Wade", capacity="Policy Officer", abbreviation="PO", status="present",
        by=make.user(), at=NOW,
    )  # fmt: skip
    assert Line.objects.get(pk=line.pk).read[0]["speakers"] == ["Wade"]


def test_a_line_sent_twice_is_one_line(item: Item, meeting: Meeting) -> None:
    key = uuid.uuid4()
    [one] = typed(item, "The CC said", keys=[key])
    [again] = typed(item, "The CC said yes.", keys=[key])
    assert (one.pk, standing(meeting)) == (again.pk, ["The CC said yes."])


def test_lines_are_put_between_others(item: Item, meeting: Meeting) -> None:
    first, *_ = typed(item, "One.", "Four.")
    typed(item, "Two.", "Three.", after=first)
    assert standing(meeting) == ["One.", "Two.", "Three.", "Four."]
    minuting.move_line(line=standing_lines(meeting)[3], item=item, by=make.user(), at=NOW)
    assert standing(meeting) == ["Four.", "One.", "Two.", "Three."]


def test_the_second_of_two_has_to_choose_and_nothing_is_lost(item: Item) -> None:
    [line] = typed(item, "The CC said 48%.")
    seen = line_version(line)
    other = person_with(Role.POLICY_OFFICER, make.office(), "Ada Lorne")
    change(line, text="The CC said 84%.", by=other, seen=seen)
    with pytest.raises(Clash) as clash:
        change(line, text="The CC said 50%.", seen=seen)
    choice = clash.value.choices[0]
    assert (clash.value.who, choice.theirs, choice.yours) == (
        "Ada Lorne",
        "The CC said 84%.",
        "The CC said 50%.",
    )
    change(line, text="The CC said 50%.", seen=clash.value.version)
    assert set(LineText.objects.values_list("text", "by__name")) == {
        ("The CC said 48%.", make.user().name), ("The CC said 84%.", "Ada Lorne"),
    }  # fmt: skip


def test_two_on_different_lines_never_clash(item: Item, meeting: Meeting) -> None:
    one, two = typed(item, "One.", "Two.")
    versions = line_version(one), line_version(two)
    change(one, text="One and a half.", seen=versions[0])
    change(two, text="Two and a half.", seen=versions[1])
    assert standing(meeting) == ["One and a half.", "Two and a half."]


def test_typing_on_keeps_no_text_of_every_stroke(item: Item) -> None:
    [line] = typed(item, "The")
    for text in ("The CC", "The CC said", "The CC said so."):
        change(line, text=text)
    assert not LineText.objects.exists()
    change(line, text="Nothing was said.", at=NOW + dt.timedelta(hours=1))
    assert LineText.objects.get().text == "The CC said so."


def test_a_line_that_was_taken_out_meanwhile_is_gone(item: Item) -> None:
    [line] = typed(item, "One.")
    minuting.remove_line(line=line, by=make.user(), at=NOW)
    with pytest.raises(Gone):
        change(line, text="Two.")


@pytest.mark.parametrize(
    ("state", "reason"),
    [("", "Start the minutes first."), ("checked", "Send them back"), ("approved", "approved and stay")],
)
def test_closed_minutes_are_not_typed_into(state: str, reason: str, item: Item, meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state=state)
    with pytest.raises(Refusal, match=reason):
        typed(item, "One more.")
    assert not Line.objects.exists()


def test_minutes_that_came_as_a_file_are_not_begun(db: None) -> None:
    read = make.meeting("2019-03-12", source_sha256="a" * 64)
    with pytest.raises(Refusal, match="were imported"):
        minuting.start_minutes(meeting=read, by=make.user(), at=NOW)


def test_every_write_leaves_one_event_without_the_words(item: Item) -> None:
    before = Event.objects.count()
    [line] = typed(item, "The CC spoke of Kestrelwind.")
    change(line, text="The CC spoke of Kestrelwind again.")
    assert Event.objects.count() == before + 2
    assert not Event.objects.filter(content__contains="Kestrelwind").exists()
