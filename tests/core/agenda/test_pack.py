"""The pack on paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.agenda.arising import Counts, counts, group_of, in_order
from answerable.core.agenda.contents import Contents, FrozenAction, FrozenItem, contents_version, differences
from answerable.core.agenda.pack import HOLDS_RESTRICTED, Note, Pack, pack_sheet
from answerable.core.agenda.suggesting import Earlier, Given, line_of
from answerable.core.minutes.sheet import Heading, ListItem, Table, Text

TODAY = dt.date(2019, 5, 2)


def item(key: int, title: str, number: str = "1", **more: Any) -> FrozenItem:
    made: FrozenItem = {
        "item": key, "number": number, "label": number, "title": title, "note": "", "lead": "", "level": 1,
        "kind": "other", "restricted": False,
    }  # fmt: skip
    return {**made, **more}  # type: ignore[typeddict-item]


def action(text: str, group: str = "late", **more: Any) -> FrozenAction:
    made: FrozenAction = {
        "action": 1, "number": "A-0001", "text": text, "owner": "DCC", "given": "2019-03-12",
        "due": "2019-04-01", "group": group, "stands": "Overdue, 31 days late", "said": "", "said_on": None,
        "restricted": False,
    }  # fmt: skip
    return {**made, **more}  # type: ignore[typeddict-item]


def contents(*items: FrozenItem, arising: list[FrozenAction] | None = None, **more: Any) -> Contents:
    made: Contents = {
        "format": "agenda/1", "forum": "Assurance Meeting", "kind": "Thematic", "theme": "Calls",
        "date": "2019-06-11", "start_time": "10:30", "venue": "Town Hall", "items": list(items),
        "arising": arising or [],
    }  # fmt: skip
    return {**made, **more}  # type: ignore[typeddict-item]


def words(pack: Pack) -> str:
    """All that the sheet says, a block to a line."""
    return "\n".join(_words(block) for block in pack_sheet(pack).blocks)


def _words(block: Any) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(" ".join(map(_words, cell)) for cell in row) for row in block.rows)
    if isinstance(block, Text):
        return f"{block.lead} {block.text}".strip()
    if isinstance(block, ListItem):
        return f"{block.label} {block.text}".strip()
    return f"# {block.text}" if isinstance(block, Heading) else ""


def pack(of: Contents, **more: Any) -> Pack:
    return Pack(of, "Agenda 1.", "1 action comes back", **more)


def test_it_has_its_parts_in_order() -> None:
    said = words(pack(contents(item(1, "Matters arising"))))
    parts = ["# Agenda", "# Matters arising", "# Briefing note", "# Suggested lines of questioning"]
    assert [line for line in said.split("\n") if line.startswith("#")] == parts
    assert "When: Tuesday 11 June 2019 at 10:30am" in said
    assert pack_sheet(pack(contents())).title == "Pack: Assurance Meeting, Tuesday 11 June 2019"


def test_the_agenda_has_its_numbers_notes_and_who_speaks() -> None:
    said = words(pack(contents(item(1, "Calls", "2", lead="ACC", note="Briefing note: 3 Waits"))))
    assert "2 | Calls (ACC) Briefing note: 3 Waits" in said


def test_matters_arising_are_a_table_for_each_group() -> None:
    said = words(
        pack(
            contents(
                arising=[
                    action("Share it.", said="It waits.", said_on="2019-04-09"),
                    action("Count it.", "open", number=None, due=None, owner="", stands="Open, no date"),
                ]
            )
        )
    )
    row = "Share it. 9 Apr 2019: It waits. | DCC | 12 Mar 2019 | 1 Apr 2019 | Overdue, 31 days late"
    assert f"# Late\nA-0001 | {row}" in said
    assert "– | Count it. | nobody | 12 Mar 2019 | no date | Open, no date" in said


def test_a_note_says_what_the_office_made_of_it() -> None:
    note = Note(
        title="Briefing note", sent="Version 2, sent in.", state="Accepted.", parts=["1 Waits"],
        judged=[("Length", "Too long")], coverage=[("How long?", "1 Waits", "Covered")],
        judged_words="A better product.",
    )  # fmt: skip
    said = words(pack(contents(), notes=[note]))
    for part in (
        "How long? | 1 Waits | Covered",
        "Length: Too long",
        "A better product.",
        "Version 2, sent in.",
    ):
        assert part in said
    broken = words(pack(contents(), notes=[Note("N", "Sent.", "", problem="It has a password.")]))
    assert "It could not be read: It has a password." in broken


def test_lines_of_questioning_say_what_they_rest_on() -> None:
    earlier = Earlier(
        dt.date(2019, 3, 12), "Assurance Meeting", "2.1", ["PCC"], "How long?", ["CC"], "Less.",
        actions=[Given("A-0001", "Share it", "open", "31 days late", dt.date(2019, 4, 1), late=True)],
    )  # fmt: skip
    said = words(pack(contents(), lines=[line_of("Calls", ["Waits"], [earlier], TODAY)]))
    assert "(Assurance Meeting, 12 March 2019, item 2.1)" in said
    assert "PCC: How long?\nCC: Less.\nAction: A-0001 Share it (31 days late)" in said
    assert "For: Waits" in said


def test_the_force_has_no_lines_of_questioning() -> None:
    assert "questioning" not in words(pack(contents(), with_lines=False))


def test_one_that_holds_something_restricted_is_marked() -> None:
    closed = pack(contents(item(1, "Dogs", restricted=True)))
    assert pack_sheet(closed).marking == HOLDS_RESTRICTED
    assert "[Restricted] Dogs" in words(closed)
    assert pack_sheet(pack(contents(arising=[action("x", restricted=True)]))).marking
    assert pack_sheet(pack(contents(), notes=[Note("N", "", "", restricted=True)])).marking
    assert not pack_sheet(pack(contents(item(1, "Dogs")))).marking
    assert "Restricted parts were left out" in words(pack(contents(), left_out=True))


def test_what_differs_from_the_agenda_that_went_out() -> None:
    sent = contents(item(1, "Calls", "1"), item(2, "Dogs", "2"), item(3, "Cats", "3"))
    now = contents(
        item(3, "Cats", "1"), item(1, "Calls today", "2"), item(4, "Custody", "3"), venue="Guildhall"
    )
    assert differences(sent, now) == [
        "The venue is another", "Added: 3 Custody", "Taken off: 2 Dogs", "Changed: 2 Calls today",
        "The order is another",
    ]  # fmt: skip
    assert differences(sent, sent) == []
    assert contents_version(sent) != contents_version(now)
    assert contents_version(sent) == contents_version({**sent, "arising": [action("x")]})
    other_way = [dict(reversed(one.items())) for one in sent["items"]]
    assert contents_version(sent) == contents_version({**sent, "items": other_way})  # type: ignore[typeddict-item]
    hidden = contents(item(9, "Kestrel", "4", restricted=True))
    assert differences(contents(), hidden) == ["Added: 4 a restricted item"]


class Open:
    """An action as the rule of matters arising knows it."""

    def __init__(self, state: str, due: str | None, given: str = "2019-01-01") -> None:
        self.state, self.given = state, dt.date.fromisoformat(given)
        self.due = dt.date.fromisoformat(due) if due else None
        self.overdue_from = self.due + dt.timedelta(days=1) if self.due else None


def test_what_comes_back_is_in_the_order_in_which_it_is_taken() -> None:
    meeting = dt.date(2019, 6, 11)
    done, late, later = Open("reported", None), Open("open", "2019-04-01"), Open("open", "2019-04-20")
    due, far, none = Open("open", "2019-06-11"), Open("open", "2019-06-12"), Open("open", None)
    found = in_order([none, far, due, later, late, done], TODAY, meeting)
    assert found == [("reported", [done]), ("late", [late, later]), ("due", [due]), ("open", [far, none])]
    assert counts(found).in_words == (
        "6 actions come back: 1 reported as done, 2 late, 1 due by this meeting"
    )
    assert group_of(Open("open", "2019-05-02"), TODAY, meeting) == "due"
    assert Counts().in_words == "No action comes back to this meeting"
    assert counts([("open", [none])]).in_words == "1 action comes back"
