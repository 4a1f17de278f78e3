"""Typed minutes as a paper: read in print they say what the page of live minutes showed."""

from __future__ import annotations

import pytest

from answerable.core.minutes.printing import read_paper
from answerable.meetings.models import Forum, Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.paper import paper_of, style_of
from answerable.minuting.queries import standing_lines
from tests import cycle
from tests import factories as make

LINES = [
    "PCC asked if the target of 85% was still right.",
    "The DCC said a new baseline was being set.",
    "ACTION: DCC to share the new baseline by the end of June",
    "The PCC was disappointed with this. The CC explained that staff had left.",
    "Decision: the plan was agreed.",
    "Note: the PCC asked why.",
    "H: Call handling",
    "A (DCC): yes, by May.",
    "Q: is it right?",
    "ACTION (CC): the letter to be sent",
    "ACTION: CC to count the calls",
    "Due: 30 June",
    "3. Budget",
    "Snow fell.",
]


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned("2019-05-14")
    cycle.agenda(made, "Matters arising", "Victim satisfaction", "Any other business")
    made.items.filter(position=0).update(kind="matters_arising")
    for name, capacity, short in [
        ("Pat Lorne", "Police and Crime Commissioner", "PCC"),
        ("Cal Wade", "Chief Constable", "CC"),
        ("Eve Thorn", "Deputy Chief Constable", "DCC"),
    ]:
        cycle.present(made, name, capacity, short)
    return minuting.start_minutes(meeting=made, by=make.user(), at=make.NOW)


@pytest.mark.parametrize("layout", [str(one) for one in Forum.Layout])
def test_the_record_says_what_the_page_showed(layout: str, meeting: Meeting) -> None:
    item = meeting.items.get(position=1)
    minuting.add_lines(item=item, texts=LINES, by=make.user(), at=make.NOW)
    earlier = make.action(make.item(make.meeting("2019-03-12"), "2.1", "Calls"), "CC to count calls", ["CC"])
    arising = meeting.items.get(position=0)
    minuting.add_lines(
        item=arising,
        texts=["They are counted."],
        about=earlier,
        status="reported",
        by=make.user(),
        at=make.NOW,
    )
    Forum.objects.update(layout=layout)
    meeting = Meeting.objects.select_related("forum").get(pk=meeting.pk)
    record = read_paper(paper_of(meeting), style_of(meeting.forum))
    shown = [
        (piece["kind"], piece["text"], piece["speakers"])
        for line in standing_lines(meeting).filter(item=item)
        for piece in line.read if piece["kind"] != "action"
    ]  # fmt: skip
    said = [
        (entry["kind"], entry["text"], entry["speakers"])
        for entry in record["entries"] if entry["item"] == 1 and entry["kind"] != "action"
    ]  # fmt: skip
    assert [one for one in said if one[1] != "Actions arising:"] == shown
    actions = [(one["text"], one["owners"], [due["date"] for due in one["due"]]) for one in record["actions"]]
    assert actions == [
        ("DCC to share the new baseline by the end of June", ["DCC"], ["2019-06-30"]),
        ("the letter to be sent", ["CC"], []),
        ("CC to count the calls", ["CC"], ["2019-06-30"]),
    ]
    [update] = record["updates"]
    assert (update["meeting"], update["item"], update["update"], update["status"]) == (
        "2019-03", "2.1", "They are counted.", "reported",
    )  # fmt: skip
    assert [one["abbreviation"] for one in record["attendance"]] == ["PCC", "CC", "DCC"]


def test_a_judgement_is_printed_with_its_item(meeting: Meeting) -> None:
    item = meeting.items.get(position=1)
    minuting.add_lines(item=item, texts=["Snow fell."], by=make.user(), at=make.NOW)
    cycle.assurance(item, "partly")
    paper = paper_of(meeting)
    assert [one.assurance for one in paper.items] == [None, "Partly assured", None]
    record = read_paper(paper, style_of(meeting.forum))
    assert [one["assurance"] for one in record["items"]] == [None, "Partly assured", None]
