"""The ways in which a paragraph can be printed, from the plainest to the one that leaves nothing open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from answerable.core.minutes import markers
from answerable.core.minutes.dates import MONTH_NAMES
from answerable.core.minutes.labels import marker
from answerable.core.minutes.printing.document import folded
from answerable.core.minutes.printing.paper import About, Paper, Said
from answerable.core.minutes.sheet import Heading, ListItem, Piece, Text
from answerable.core.minutes.told import FURTHER, WORDS, arrow, word_for, word_for_earlier

Form = Literal[
    "heading", "cited", "matter", "plain", "listed", "marked", "number", "bullet", "row", "apart", "told"
]
"""``plain``: as the words stand; ``number``, ``bullet``: as an item of a list; ``row``: as a row of a table;
``apart``: each entry of the paragraph by itself; ``told``: with its word before it; ``matter``: an earlier
action and what is said of it; ``cited``: a heading with the earlier item's number before it; ``marked``:
an action with its marker; ``listed``: in the list "Actions arising:".
"""
ACTIONS_ARISING = "Actions arising:"


def groups(paper: Paper) -> list[tuple[int, ...]]:
    """Indexes of what is printed together: the entries of one paragraph, each heading by itself."""
    found: list[list[int]] = []
    for index, one in enumerate(paper.said):
        before = paper.said[found[-1][-1]] if found else None
        together = (
            before is not None
            and one.group is not None
            and (one.group, one.item) == (before.group, before.item)
            and "heading" not in (one.kind, before.kind)
        )
        if together:
            found[-1].append(index)
        else:
            found.append([index])
    return [tuple(group) for group in found]


def task_of(one: Said) -> str | None:
    """The words of an action as typed, without "ACTION:"; None for what is none, or says more than that."""
    text = folded(one.text)
    mark = markers.action_mark(text)
    if mark is None:
        return text if one.kind == "action" else None
    plain = mark.label is None and mark.owner is None and not mark.clipped
    rest = text[mark.length :]
    return rest if plain and rest and not markers.says_none(rest) and one.kind in ("", "action") else None


def forms_of(said: Sequence[Said], listed: bool) -> tuple[Form, ...]:
    """The forms to try, in order, for what is printed together; ``listed``: actions stand in lists."""
    first = said[0]
    kept = first.group is not None
    if first.kind == "heading":
        return ("cited", "heading") if kept and first.about else ("heading",) if kept else ("heading", "told")
    if not kept and first.about is not None:
        return ("matter",)
    if not kept and task_of(first) is not None:
        return ("listed", "marked", "told") if listed else ("marked", "told")
    if not kept:
        return ("plain", "told")
    if first.told:
        return ("told",)
    bulleted = marker(first.text) is not None  # what looks like a marker now stood behind another one
    if len(said) > 1:
        return ("bullet", "plain", "apart", "told") if bulleted else ("plain", "bullet", "apart", "told")
    if first.kind == "action" and markers.action_mark(first.text) is None:
        return ("row", "plain", "told") if first.cells else ("number", "told", "plain")
    if first.place is not None:
        return ("number", "told", "plain")
    if first.cells:
        return ("plain", "row", "told")
    return ("bullet", "plain", "told") if bulleted else ("plain", "told", "bullet")


def pieces_of(said: Sequence[Said], form: Form, number: int, pointed: bool, word: str) -> list[Piece]:
    """``number``: the place in the list that is open; ``pointed``: whether owners stand behind an arrow;
    ``word``: what is set before an action ("ACTION:").
    """
    if form == "heading":
        return [Heading(said[0].text)]
    if form == "cited" and said[0].about is not None:
        return [Heading(said[0].text, number=f"Agenda item {said[0].about.item}:")]
    if form == "row":
        return [Text(words) for _, words in said[0].cells]
    if form == "matter":
        return _matter(said[0])
    if form == "told":
        return [_told(one) for one in said]
    if form == "apart":
        return [marked(one.text + (_behind(one) if pointed else "")) for one in said]
    behind = _behind(said[-1]) if pointed else ""
    if form in ("listed", "marked"):
        task = f"{task_of(said[0])}{behind}"
        return [ListItem(task, f"{number}.") if form == "listed" else Text(task, lead=word)]
    text = " ".join(folded(one.text) for one in said) + behind
    if form == "bullet":
        return [ListItem(text)]
    label = said[0].place or number
    return [ListItem(text, f"{label}.")] if form == "number" else [marked(text)]


def marked(text: str) -> Piece:
    """A paragraph with the marker of an action that it begins with in bold, or an item of a list as typed."""
    text = folded(text)
    item = marker(text)
    if item is not None and item.kind == "bullet" and text[item.length :]:
        return ListItem(text[item.length :])
    if item is not None and text.startswith(f"{item.label}. ") and text[item.length :]:
        return ListItem(text[item.length :], f"{item.label}.")
    if text.endswith(":") and markers.action_header(text):
        return Text(text, strong=True)
    mark = markers.action_mark(text)
    if mark is None or mark.clipped or text[mark.length - 1 : mark.length] != " ":
        return Text(text)
    return Text(text[mark.length :], lead=text[: mark.length - 1])


def _behind(one: Said) -> str:
    return arrow(one.owners, one.due) if one.owners is not None else ""


def _told(one: Said) -> Text:
    """With the word of its kind; "" is a note, an update that is about no action goes on with another."""
    if one.kind == "update":
        asked = one.about is not None and one.about.status is None and one.about.action == one.text
        return Text(one.text, lead=_earlier(one.about) if asked and one.about else _standing(one.about))
    if one.kind == "action":
        return Text(one.text + (_behind(one) or ""), lead=word_for("action"))
    if one.kind == "" or one.kind == "heading":
        return Text(one.text, lead=word_for("note"))
    return Text(one.text, lead=word_for(one.kind, one.speakers or ()))


def _matter(one: Said) -> list[Piece]:
    about = one.about
    assert about is not None  # what makes it a matter
    return [Text(about.action, lead=_earlier(about)), Text(one.text, lead=_standing(about))]


def _earlier(about: About) -> str:
    """ "Earlier action (March 2026, item 2.1):"."""
    month = ""
    if about.meeting:
        year, number = about.meeting.split("-")
        month = f"{MONTH_NAMES[int(number) - 1]} {year}"
    return word_for_earlier(month, about.item or "")


def _standing(about: About | None) -> str:
    """ "Update (complete):"; of words that are about no action of their own "Update (further):"."""
    return f"{WORDS['update']} ({(about.status or 'reported') if about else FURTHER}):"
