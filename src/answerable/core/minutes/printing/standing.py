"""What an item says of itself: the judgement that was put on it, when the next meeting is."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.minutes.assurance import printed_assurance
from answerable.core.minutes.printing.opening import day_in_words
from answerable.core.minutes.printing.paper import Paper
from answerable.core.minutes.record import NextMeeting
from answerable.core.minutes.sheet import Text
from answerable.core.minutes.titles import item_kind


def standing(paper: Paper, index: int | None) -> Iterator[Text]:
    """The lines that end an item, where nothing typed under it says the same."""
    if index is None:
        return
    item = paper.items[index]
    typed = [one.text for one in paper.said if one.item == index]
    if item.assurance and not any(printed_assurance(text) for text in typed):
        yield Text(item.assurance, lead="Assurance:")
    if paper.next_meeting is None or typed:
        return
    about = [at for at, one in enumerate(paper.items) if item_kind(one.title) == "next_meeting"]
    if about[-1:] == [index]:
        yield from _next(paper.next_meeting)
    elif not about and index == len(paper.items) - 1:
        yield _in_a_sentence(paper.next_meeting)


def _next(meeting: NextMeeting) -> Iterator[Text]:
    if meeting["date"]:
        yield Text(f"Date: {day_in_words(meeting['date'])}")
    for label, value in (
        ("Time", meeting["start_time"]),
        ("Venue", meeting["venue"]),
        ("Type", meeting["type"]),
    ):
        if value:
            yield Text(f"{label}: {value}")


def _in_a_sentence(meeting: NextMeeting) -> Text:
    when = f" on {day_in_words(meeting['date'])}" if meeting["date"] else ""
    hour = f" at {meeting['start_time']}" if meeting["start_time"] else ""
    place = f" in {meeting['venue']}" if meeting["venue"] else ""
    return Text(f"The next meeting will be{when}{hour}{place}.")
