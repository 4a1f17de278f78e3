"""The letter of each person, as they would see the pages; nobody gets one that says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.actions.models import Action
from answerable.components.words import date, plural, shortened, weekday_date
from answerable.components.words import time as clock
from answerable.core.actions.steps import SIDES, Who, sides_that
from answerable.core.permissions.table import Permission
from answerable.core.reminders.letter import Letter, Line, Section
from answerable.core.reminders.telling import Part, subject, to_tell, week
from answerable.mail.kinds import BEFORE, GIVEN, OVERDUE, REPORTED
from answerable.meetings.models import Meeting
from answerable.reminders.addresses import FOOT, WISHES, whole
from answerable.reminders.gathering import Ahead, Answerable, Gathered, Owing, Reader, actions_of
from answerable.reminders.lines import LONGEST, MOST_LINES, RESTRICTED, lines_of, more_of
from answerable.web.actor import Actor

OWED = "/owed/"
MOST_REPORTS = 30  # in one letter: more wait on the page that the last line leads to


@dataclass(frozen=True, slots=True)
class Written:
    """A letter, whom it is for, and the keys of what it tells."""

    reader: Reader
    letter: Letter
    keys: tuple[str, ...]
    kinds: tuple[str, ...]


def letters_of(found: Gathered) -> list[Written]:
    """Everybody's letter of the day, of those who have something to be told. One query."""
    drafts = [(one, _owed_by(one, found)) for one in found.readers]
    named = {key for _, lists in drafts for keys in lists.values() for key in keys[:MOST_LINES]}
    rows = actions_of(named) if named else {}
    written = (_written(found, reader, lists, rows) for reader, lists in drafts)
    return [one for one in written if one is not None]


Lists = Mapping[str, list[int]]
"""By the key of what is told: the actions that it names, in order."""


def _owed_by(reader: Reader, found: Gathered) -> dict[str, list[int]]:
    """What the reader's posts owe, as far as they may see it."""
    actor = _actor(reader, found)
    if not actor.may(Permission.READ_RECORD):
        return {}
    posts = set(reader.posts)
    if not SIDES["office"].isdisjoint(reader.roles):
        posts |= found.office_posts
    lists = {f"overdue:{week(found.today)}": _seen(actor, found.overdue, posts)}
    lists |= {f"before:{one.meeting.pk}": _seen(actor, one.owing, posts) for one in found.ahead}
    lists |= {f"given:{one.pk}": _seen(actor, owing, posts) for one, owing in found.given}
    return lists


def _seen(actor: Actor, owing: Owing, posts: set[int]) -> list[int]:
    """Each action once, in their order, whichever of the posts owns it."""
    of_all = sorted(row for post in posts for row in owing.get(post, ()))
    seen = (key for _, key, restricted in of_all if actor.sees_restricted or not restricted)
    return list(dict.fromkeys(seen))


def _written(found: Gathered, reader: Reader, lists: Lists, rows: Mapping[int, Action]) -> Written | None:
    every = list(_parts(found, reader, lists, rows))
    parts = to_tell(every, reader.told, reader.unwanted)
    if not parts:
        return None
    letter = Letter(
        subject=subject(parts, found.office.name),
        name=reader.user.name,
        sections=tuple(section for part in parts for section in part.sections),
        foot=FOOT.format(found.office),
        settings=whole(WISHES),
    )
    keys = tuple(key for part in parts for key in part.keys)
    return Written(reader, letter, keys, tuple(part.kind for part in parts))


def _parts(found: Gathered, reader: Reader, lists: Lists, rows: Mapping[int, Action]) -> Iterator[Part]:
    """Everything that there is to tell the reader, the most pressing first."""
    actor = _actor(reader, found)
    for one in found.ahead:
        yield from _before(one, actor, lists.get(f"before:{one.meeting.pk}", []), rows, found)
    key = f"overdue:{week(found.today)}"
    yield from _overdue(key, lists.get(key, []), rows, found)
    yield from _reported(actor, reader, found)
    for meeting, _ in found.given:
        yield from _given(meeting, lists.get(f"given:{meeting.pk}", []), rows, found)


def _before(
    one: Ahead, actor: Actor, keys: list[int], rows: Mapping[int, Action], found: Gathered
) -> Iterator[Part]:
    """What comes back to a meeting, and what its note must answer."""
    meeting = one.meeting
    asked = actor.may(Permission.ANSWER_POINTS) and one.points and not one.noted
    if not keys and not asked:
        return
    hour = f" at {clock(one.papers.time)}" if one.papers.time else ""
    said = [f"Papers are due by {weekday_date(one.papers.date)}{hour}."]
    lines: tuple[Line, ...] = ()
    if asked:
        points = plural(one.points, "point")
        lines = (Line(f"The terms of reference ask {points}, and no briefing note has come yet",
                      link=whole(f"/papers/meetings/{meeting.pk}/")),)  # fmt: skip
    if keys:
        comes = "comes" if len(keys) == 1 else "come"
        said.append(f"{plural(len(keys), 'action')} that you answer for {comes} back to it.")
    back = Section(
        f"{meeting.forum}, {weekday_date(meeting.date)}", " ".join(said),
        lines + lines_of([rows[key] for key in keys[:MOST_LINES]], found.today),
        more_of(len(keys), whole(OWED)),
    )  # fmt: skip
    what = f"{plural(len(keys), 'action')} before the meeting" if keys else "a briefing note for the meeting"
    yield Part(BEFORE, (f"before:{meeting.pk}",), f"{what} on {date(meeting.date)}", (back,))


def _overdue(key: str, keys: list[int], rows: Mapping[int, Action], found: Gathered) -> Iterator[Part]:
    if not keys:
        return
    count = f"{plural(len(keys), 'action')} overdue"
    late = Section(
        "Overdue",
        f"{plural(len(keys), 'action')} that you answer for {_are(keys)} past the date.",
        lines_of([rows[one] for one in keys[:MOST_LINES]], found.today),
        more_of(len(keys), whole(OWED)),
    )
    yield Part(OVERDUE, (key,), count, (late,))


def _given(meeting: Meeting, keys: list[int], rows: Mapping[int, Action], found: Gathered) -> Iterator[Part]:
    if not keys:
        return
    new = Section(
        "Newly given",
        f"The minutes of {meeting.forum} on {date(meeting.date)} are approved. They give you "
        f"{plural(len(keys), 'action')}.",
        lines_of([rows[one] for one in keys[:MOST_LINES]], found.today),
        more_of(len(keys), whole(f"/meetings/{meeting.pk}/")),
    )
    yield Part(GIVEN, (f"given:{meeting.pk}",), f"{plural(len(keys), 'new action')}", (new,))


def _reported(actor: Actor, reader: Reader, found: Gathered) -> Iterator[Part]:
    """Reports that wait for the reader's side: the side that does not own an action closes it."""
    if not actor.may(Permission.CLOSE_ACTIONS):
        return
    mine = [one for one in found.reports if _answers(one, actor, reader)]
    if not mine:
        return
    waits = "waits" if len(mine) == 1 else "wait"
    section = Section(
        "Reports to answer",
        f"{plural(len(mine), 'report')} {waits} to be accepted, or not, by your side.",
        tuple(_report(one) for one in mine[:MOST_REPORTS]),
        more_of(len(mine), whole("/actions/?status=reported")),
    )
    keys = tuple(f"report:{one.report.pk}" for one in mine)
    yield Part(REPORTED, keys, f"{plural(len(mine), 'report')} to answer", (section,))


def _are(keys: list[int]) -> str:
    return "is" if len(keys) == 1 else "are"


def _answers(one: Answerable, actor: Actor, reader: Reader) -> bool:
    closed = one.report.restricted or one.report.action.restricted
    sides = sides_that(Who.OTHERS, one.owned)
    mine = any(not SIDES[side].isdisjoint(reader.roles) for side in sides)
    return mine and (actor.sees_restricted or not closed)


def _report(one: Answerable) -> Line:
    report, action = one.report, one.report.action
    closed = report.restricted or action.restricted
    words = RESTRICTED if closed else shortened(" ".join(report.text.split()), LONGEST)
    who = report.owner or action.owners_printed or "its owner"
    detail = f"{who}, {date(report.released_on)}: {'done' if report.done else 'not done yet'}"
    return Line(f"{action.number}: {words}", detail, whole(f"/actions/{action.pk}/"))


def _actor(reader: Reader, found: Gathered) -> Actor:
    return Actor(reader.user, found.office, reader.roles, strong=True)
