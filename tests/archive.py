"""The invented archive that pages are tested and looked at with: five meetings of a year, one cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from answerable.meetings.models import Meeting
from answerable.search.operations import Row, index_rows
from tests import factories as make

HEAD = ["Wyvern Valley", "Assurance Meeting, 12 March 2019"]
PDF_LINES = [
    *HEAD,
    "3 Answering the telephone",
    "The PCC asked why one caller in nine still hung up before being answered.",
    "The CC answered that nine people had joined and that training took until May.",
    "ACTION: DCC to show the callers lost each week, by hour, by the end of April.",
]


def fill() -> list[Meeting]:
    """The meetings, the oldest first."""
    _posts()
    meetings = [_july(), _october(), _january(), _february(), _march()]
    _life(meetings)
    index(meetings)
    return meetings


def _posts() -> None:
    make.tenure(
        "Rhoda Fenn", "Police and Crime Commissioner", "2018-05-10", abbreviation="PCC", side="office"
    )
    make.tenure(
        "Ismay Thorne",
        "Deputy Police and Crime Commissioner",
        "2018-07-03",
        abbreviation="DPCC",
        side="office",
    )
    make.tenure("Gideon Marsh", "Chief Constable", "2018-07-03", "2019-01-31", abbreviation="CC")
    make.tenure("Adaeze Holt", "Chief Constable", "2019-02-01", abbreviation="CC")
    make.tenure("Adaeze Holt", "Deputy Chief Constable", "2018-07-03", "2019-01-31", abbreviation="DCC")
    make.tenure("Tom Brack", "Deputy Chief Constable", "2019-02-05", acting=True, abbreviation="DCC")
    make.tenure("Tom Brack", "Assistant Chief Constable", "2018-07-03", "2019-02-04", abbreviation="ACC")
    make.tenure("Lena Quill", "Assistant Chief Constable", "2018-10-09", abbreviation="ACC")


def _present(of: Meeting, chief: str, deputy: str) -> None:
    make.attend(of, "Rhoda Fenn", "Police and Crime Commissioner", "PCC")
    make.attend(of, "Ismay Thorne", "Deputy Police and Crime Commissioner", "DPCC", from_item="2")
    make.attend(of, chief, "Chief Constable", "CC")
    make.attend(of, deputy, "Deputy Chief Constable", "DCC", status="apologies")


def _july() -> Meeting:
    of = make.meeting(
        "2018-07-03",
        title="Assurance Meeting 3 July 2018",
        kind="performance",
        start_time="10:30",
        venue="Committee room, Alder House",
        chair="Rhoda Fenn",
        next_date="2018-10-09",
    )
    _present(of, "Gideon Marsh", "Adaeze Holt")
    one = make.item(of, "1", "Welcome and apologies")
    make.entry(one, "note", "The PCC welcomed everybody to the first meeting of the new term.")
    two = make.item(of, "2", "Answering the telephone", "holding_to_account")
    make.entry(two, "heading", "Callers who hang up")
    ask = make.entry(
        two, "question", "The PCC asked how many callers hung up before anybody answered.", ["PCC"]
    )
    say = make.entry(
        two,
        "response",
        "The CC said one caller in six, and that shifts no longer fitted the hours when people ring.",
        ["CC"],
    )
    make.exchange(ask, say, "disappointed")
    make.action(
        two,
        "CC to bring a new shift pattern for the contact centre",
        ["CC"],
        "2018-10-31",
        "closed",
        ended="2019-01-15",
    )
    make.action(
        two,
        "ACC to compare the lost callers with neighbouring forces",
        ["ACC"],
        "2018-09-30",
        silent_from="2019-01-15",
        last_mentioned="2018-07-03",
    )
    three = make.item(of, "3", "Rural burglary", "holding_to_account")
    make.entry(three, "note", "A farm had been visited four times in a fortnight; a van was seen each time.")
    make.action(
        three,
        "DPCC and ACC to meet the farm watch groups",
        ["DPCC", "ACC"],
        None,
        due_text="once harvest is over",
    )
    promised = make.entry(
        three,
        "response",
        "The ACC would have a named officer for every valley by the end of October.",
        ["ACC"],
    )
    make.promise(promised, ["ACC"], "a named officer for every valley by the end of October", "2018-10-31")
    return of


def _october() -> Meeting:
    of = make.meeting(
        "2018-10-09",
        title="Assurance Meeting 9 October 2018",
        kind="performance",
        start_time="10:30",
        next_date="2019-01-15",
    )
    _present(of, "Gideon Marsh", "Adaeze Holt")
    make.item(of, "1", "Matters arising", "matters_arising")
    two = make.item(of, "2", "Detectives", "holding_to_account")
    ask = make.entry(two, "question", "The DPCC asked how many detective posts stood empty.", ["DPCC"])
    say = make.entry(
        two,
        "response",
        "The DCC said eleven of ninety, and that all would be filled by the end of April.",
        ["DCC"],
    )
    make.exchange(ask, say)
    make.promise(say, ["DCC"], "all would be filled by the end of April", "2019-04-30")
    line = make.action(two, "Share the plan for training new detectives", [], "2018-12-31").entry
    assert line
    make.warning(line, "owner-missing", "Nobody is named as the owner of this action.")
    return of


def _january() -> Meeting:
    of = make.meeting(
        "2019-01-15",
        title="Assurance Meeting 15 January 2019",
        kind="thematic",
        start_time="10:30",
        next_date="2019-02-12",
    )
    _present(of, "Gideon Marsh", "Adaeze Holt")
    make.item(of, "1", "Matters arising", "matters_arising")
    two = make.item(of, "2", "Victims", "holding_to_account")
    lead = make.item(of, "2.1", "Letters to victims", "other", level=2)
    make.entry(two, "note", "The paper was taken as read.")
    make.entry(lead, "note", "One letter in four had gone out late.")
    make.action(lead, "DCC to rewrite the letter that victims are sent", ["DCC"], "2019-05-31")
    make.action(lead, "PCC to write to the court about waiting times", ["PCC"], "2019-03-31")
    make.entry(
        make.item(of, "3", "Answering the telephone"),
        "note",
        "Callers who hang up had fallen to one in nine.",
    )
    return of


def _february() -> Meeting:
    return make.meeting("2019-02-12", state="cancelled", title="Assurance Meeting 12 February 2019")


def _march() -> Meeting:
    data, boxes = make.pdf(PDF_LINES)
    text = "\n".join(PDF_LINES)
    kept = make.document(text, "2019-03.pdf", data, media_type="application/pdf", pages=1)
    of = make.meeting(
        "2019-03-12",
        title="Assurance Meeting 12 March 2019",
        kind="performance",
        start_time="10:30",
        end_time="12:15",
        next_date="2019-05-09",
        next_start_time="10:30",
        document=kept,
        source_sha256=kept.sha256,
        source_name=kept.name,
    )

    def at(row: int) -> list[dict[str, object]]:
        line = PDF_LINES[row]
        return [make.place(line, text.index(line), 1, boxes[row])]

    _present(of, "Adaeze Holt", "Tom Brack")
    make.item(of, "1", "Matters arising", "matters_arising")
    make.item(of, "2", "Risks", "risk")
    three = make.item(of, "3", "Answering the telephone", "holding_to_account")
    ask = make.entry(three, "question", PDF_LINES[3], ["PCC"], source=at(3))
    say = make.entry(three, "response", PDF_LINES[4], ["CC"], source=at(4))
    make.exchange(ask, say)
    given = make.action(
        three,
        "DCC to show the callers lost each week, by hour, by the end of April",
        ["DCC"],
        "2019-04-30",
        source=at(5),
        due_text="by the end of April",
    )
    assert given.entry
    make.warning(given.entry, "homoglyph", "“DСС” with Cyrillic letters was read as “DCC”.")
    make.topic("Answering the telephone", [ask, *_lines("Callers who hang up", "One letter")])
    return of


def _lines(*starts: str) -> list[make.Entry]:
    return [line for start in starts for line in make.Entry.objects.filter(text__startswith=start)]


def _life(meetings: list[Meeting]) -> None:
    """What later meetings said of the actions of July."""
    _, october, january, _, march = meetings
    shifts = make.Action.objects.get(text__startswith="CC to bring")
    farms = make.Action.objects.get(text__startswith="DPCC and ACC")
    make.update(
        october.items.get(number="1"), shifts, "The new pattern is with the staff associations.", "open"
    )
    make.update(
        january.items.get(number="1"), shifts, "The pattern began on 6 January. Complete.", "complete"
    )
    make.update(
        march.items.get(number="1"),
        farms,
        "Two of five groups have been met.",
        "open",
        "waiting",
        score=0.58,
        why="the words are alike; the meeting it names is not held",
    )


def index(meetings: list[Meeting]) -> None:
    """Put meetings, items, lines and actions into the search index, with the anchors of an import."""
    for one in meetings:
        index_rows(_found_in(one))


def _found_in(one: Meeting) -> Iterator[Row]:
    row = partial(Row, office_id=one.office_id, meeting_id=one.pk, forum_id=one.forum_id, date=one.date)
    yield row(kind="meeting", object_id=one.pk, title=one.title, text="")
    for item in one.items.all():
        yield row(kind="item", object_id=item.pk, title=item.title, text="", anchor=f"item-{item.position}")
    for line in one.entries.exclude(kind__in=["action", "heading"]):
        yield row(kind="entry", object_id=line.pk, title="", text=line.text, anchor=f"entry-{line.position}")
    for action in one.actions.select_related("entry"):
        anchor = f"entry-{action.entry.position}" if action.entry else ""
        yield row(kind="action", object_id=action.pk, title="", text=action.text, anchor=anchor)
