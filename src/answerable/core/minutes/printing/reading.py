"""A paper read: laid out, read as any minutes are, laid out more plainly where that was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from answerable.core.minutes import markers
from answerable.core.minutes.labels import marker
from answerable.core.minutes.printing.comparing import bare, differing, parts_by_group
from answerable.core.minutes.printing.document import folded
from answerable.core.minutes.printing.forms import groups, task_of
from answerable.core.minutes.printing.furnishing import furnished
from answerable.core.minutes.printing.layout import Choices, Frame, typed
from answerable.core.minutes.printing.paper import Paper, Said
from answerable.core.minutes.printing.settling import Attempt, Faults, settle
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.record import Action, Entry, MeetingRecord
from answerable.core.minutes.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """The sheet of a paper, what is read from it, and, by index of the paper's ``said``, its entries.

    ``unmet``: indexes of what did not come back as it was demanded.
    """

    record: MeetingRecord
    sheet: Sheet
    entries: tuple[tuple[int, ...], ...]
    unmet: tuple[int, ...] = ()


def read(paper: Paper, style: Style) -> Reading:
    """Print a paper in this style and read it, until what a person demands of it holds."""
    judge = _Judge(paper)
    made, faults = settle(paper, style, judge, partial(_start, paper, style))
    made = furnished(paper, style, made)
    by_group: dict[int | None, list[int]] = {}
    for entry, at in enumerate(made.blame.entries):
        by_group.setdefault(at, []).append(entry)
    of_group = groups(paper)
    found: list[tuple[int, ...]] = [()] * len(paper.said)
    for at, group in enumerate(of_group):
        for index in group:
            found[index] = tuple(by_group.get(at, ()))
    unmet = [index for at in sorted(faults.groups | faults.owners) for index in of_group[at]]
    return Reading(made.record, made.laid.sheet, tuple(found), tuple(unmet))


def _start(paper: Paper, style: Style, frame: Frame) -> Choices:
    """Owners that a person gave stand in the column, where there is one."""
    choices = typed(style, frame)
    for at, group in enumerate(groups(paper) if frame == "column" else ()):
        said = paper.said[group[0]]
        if said.owners and task_of(said) is not None:
            choices.columns[at] = ["/".join(said.owners)]
    return choices


def read_paper(paper: Paper, style: Style) -> MeetingRecord:
    """The record of a paper in this style. Never fails: what is not understood is a note."""
    return read(paper, style).record


class _Judge:
    """Holds what is read against what a person demands, and one format's reading against the other's."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.groups = groups(paper)
        self.last: Attempt | None = None

    def __call__(self, made: Attempt) -> Faults:
        if made.blame.stray:
            return Faults(owners=set(made.blame.stray))
        faults = Faults()
        self._said(made, faults)
        self._items(made, faults)
        meeting, head = made.record["meeting"], self.paper.head
        faults.title = meeting["title"] != head["title"] and bool(head["title"])
        faults.kind = meeting["kind"] != head["kind"] and head["kind"] is not None
        self._alike(made, faults)
        return faults

    def _alike(self, made: Attempt, faults: Faults) -> None:
        """The same print must say the same where headings are only bold."""
        before, self.last = self.last, made
        if faults or before is None or before.choices_made != made.choices_made:
            return
        if bare(before.record) != bare(made.record):
            mine = parts_by_group(made.record, made.blame.entries)
            faults.groups |= differing(parts_by_group(before.record, before.blame.entries), mine)

    def _items(self, made: Attempt, faults: Faults) -> None:
        got = [(one["number"], one["title"]) for one in made.record["items"]]
        if got == [(one.number, folded(one.title)) for one in self.paper.items]:
            return
        taken = {made.blame.group(one["source"]) for one in made.record["items"]}
        faults.groups |= {one for one in taken if one is not None}
        faults.frame = not faults.groups

    def _said(self, made: Attempt, faults: Faults) -> None:
        entries: dict[int | None, list[int]] = {}
        for entry, of_group in enumerate(made.blame.entries):
            entries.setdefault(of_group, []).append(entry)
        actions = {one["entry"]: one for one in made.record["actions"]}
        for at, group in enumerate(self.groups):
            mine = entries.get(at, [])
            for index in group:
                said = self.paper.said[index]
                found = [made.record["entries"][one] for one in mine]
                if not self._holds(said, found, made):
                    faults.groups.add(at)
                elif not _owned(said, [actions[one] for one in mine if one in actions]):
                    faults.owners.add(at)

    def _holds(self, said: Said, found: list[Entry], made: Attempt) -> bool:
        if not found or found[-1]["item"] != said.item:
            return not folded(said.text)
        if said.about is not None:
            return _answers(said, found, made.record)
        if not _same_words(" ".join(one["text"] for one in found), said):
            return False
        if said.kind and any(one["kind"] != said.kind for one in found):
            return False
        return said.speakers is None or all(one["speakers"] == list(said.speakers) for one in found)


def _same_words(got: str, said: Said) -> bool:
    """Whether words are those that were typed, but for a marker that the print took off or put on."""
    text = folded(said.text)
    found = marker(text)
    bare_text = text[found.length :] if found else text
    mark = markers.action_mark(bare_text)
    got_mark = markers.action_mark(got)
    return (
        got in (text, bare_text)
        or (mark is not None and got == bare_text[mark.length :])
        or (said.kind == "action" and got_mark is not None and got[got_mark.length :] in (text, bare_text))
    )


def _answers(said: Said, found: list[Entry], record: MeetingRecord) -> bool:
    """Whether what is said of an earlier action is an update of that action and no other."""
    about = said.about
    assert about is not None  # what is asked here
    words = folded(said.text)
    return found[-1]["text"] == words and any(
        one["update"] == words
        and one["action"] == folded(about.action)
        and (about.status is None or one["status"] == about.status)
        and (one["meeting"], one["item"]) == (about.meeting, about.item)
        for one in record["updates"]
    )


def _owned(said: Said, actions: list[Action]) -> bool:
    return said.owners is None or all(one["owners"] == list(said.owners) for one in actions)
