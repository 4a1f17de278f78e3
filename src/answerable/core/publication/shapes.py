"""The contents of parts, as types. Dates are "2022-08-25", paths are as in ``parts.Part``.

Texts are redacted already. ``None`` says that the record does not say; nothing is left out of a shape.
"""

from __future__ import annotations

from typing import Any, TypedDict


class Words(TypedDict):
    """What an office calls itself and the two who face each other."""

    office: str
    commissioner: str
    chief_officer: str


class PublishedArea(TypedDict):
    name: str
    slug: str
    start: str | None
    end: str | None


class PublishedForce(TypedDict):
    name: str
    areas: list[PublishedArea]


class PublishedForum(TypedDict):
    name: str
    path: str
    succeeds: str | None  # the path of the one before it


class OfficeContent(TypedDict):
    name: str
    slug: str
    words: Words
    forces: list[PublishedForce]
    forums: list[PublishedForum]
    contact: dict[str, str]  # "email", "telephone", "post", "complaints", "data_protection"
    ends_on: str | None  # the last day of the office, and who goes on with its record
    successor: str | None


class PublishedPresent(TypedDict):
    name: str
    capacity: str | None
    abbreviation: str | None
    status: str  # "present" or "apologies"
    person: str | None  # path


class PublishedAssurance(TypedDict):
    judgement: str  # "assured", "partly", "not"
    basis: str  # "given", "tested"
    how: str
    on: str | None


class PublishedItem(TypedDict):
    path: str
    number: str | None
    title: str
    level: int
    kind: str
    assurance: PublishedAssurance | None
    left_out: str | None  # the category, where the whole item is left out


class PublishedEntry(TypedDict):
    """A piece of the minutes. ``left_out`` as of an item; its text is then the marker."""

    path: str
    item: int | None  # index into items
    heading: str | None
    paragraph: int
    kind: str
    text: str
    speakers: list[str]
    page: int | None  # of the original
    left_out: str | None
    areas: list[str]  # slugs of the force areas that its words name
    bodies: list[str]  # names of the partner bodies that its words name


class PublishedExchange(TypedDict):
    item: int | None
    asked_by: list[str]
    question: str
    answered_by: list[str]
    response: str
    stance: str | None
    entries: list[int]


class PublishedDue(TypedDict):
    text: str
    date: str | None
    precision: str


class PublishedGiven(TypedDict):
    """An action as the minutes gave it; its life is a part of its own."""

    path: str | None
    number: str | None
    item: int | None
    entry: int | None
    text: str
    owners: list[str]
    dues: list[PublishedDue]


class PublishedPromise(TypedDict):
    path: str
    item: int | None
    entry: int | None
    by: list[str]
    text: str
    dues: list[PublishedDue]
    standing: str
    became: str | None  # the path of the action that was made of it


class PublishedUpdate(TypedDict):
    path: str
    about: str | None  # the path of the action, where it is known which
    entry: int | None  # the line that it begins in
    action_text: str
    text: str
    status: str


class PublishedFigure(TypedDict):
    item: int | None
    measure: str
    area: str | None
    value: float | None
    to: float | None
    approximate: bool
    unit: str | None
    kind: str
    text: str


class PublishedFile(TypedDict):
    path: str
    name: str
    media_type: str
    size: int  # bytes
    what: str  # "minutes", "paper", "agenda"


class MeetingContent(TypedDict):
    path: str
    forum: str
    forum_path: str
    date: str
    title: str
    kind: str | None
    state: str
    start_time: str | None
    end_time: str | None
    venue: str | None
    chair: str | None
    approved_on: str | None
    how_read: str  # "written here" or "read from a file"
    attendance: list[PublishedPresent]
    items: list[PublishedItem]
    entries: list[PublishedEntry]
    exchanges: list[PublishedExchange]
    actions: list[PublishedGiven]
    promises: list[PublishedPromise]
    updates: list[PublishedUpdate]
    figures: list[PublishedFigure]
    files: list[PublishedFile]
    next_meeting: dict[str, str | None] | None
    left_out: list[dict[str, Any]]  # [{"category": "personal", "times": 2}]: how often, by category


class PublishedMoment(TypedDict):
    """One step of an action's life: a kind of ``core.actions.mentions``, or "due", "silent", "cancelled".

    ``words`` are those of public minutes, and stand at ``entry``. ``to``: the forum that it was referred to,
    or the number of the action that it was merged with or split from, where that is public.
    """

    on: str
    kind: str
    words: str
    meeting: str | None  # path
    entry: str | None  # path
    due: str | None  # the first of ``dues``
    dues: list[str]  # the dates that it is due by from then on
    basis: str  # of a closing by the office: "told", "shown", "tested"
    cause: str  # of a move: "cancelled", "waiting", "changed", "slipped"
    to: str
    late: bool  # of "due": the date passed with the action open


class ActionContent(TypedDict):
    path: str
    number: str
    text: str
    owners: list[str]
    posts: list[str]  # the owners' posts by title
    people: list[str]  # paths of who held them
    owed_by: list[str]  # names of the partner bodies that own it
    bodies: list[str]  # names of the partner bodies that own it or that it names
    areas: list[str]  # slugs of the force areas that it names
    given: str
    forum: str
    forum_path: str
    meeting: str  # path
    item: str | None  # path
    dues: list[PublishedDue]
    first_due: str | None
    due: str | None
    state: str
    ended: str | None
    done_on: str | None
    kept: str
    slipped: int
    waits_for: str
    overdue_from: str | None  # the first day on which it is late, if nothing more is said
    lapses_from: str | None
    silent_from: str | None  # see docs/reference/lapsed.md
    life: list[PublishedMoment]
    as_of: str  # the day on which this was first so


class RegisterContent(TypedDict):
    """The register of actions as a whole: the day up to which it is told, and what it is told from."""

    path: str
    as_of: str
    actions: int
    meetings: int  # whose minutes are public
    first: str | None  # days of the first and the last of them
    last: str | None
    promises_passed: list[str]  # the paths of live promises whose date has passed, and of those that lapsed
    promises_lapsed: list[str]


class AgendaItem(TypedDict):
    """An item as it was planned. ``left_out``: the category, where its words are left out."""

    number: str | None
    title: str
    note: str
    lead: str
    level: int
    kind: str
    left_out: str | None


class AgendaContent(TypedDict):
    """The agenda and papers of one meeting, at ``<meeting>/agenda``: it stays there when minutes follow.

    A page at the meeting's own address shows it for as long as there are no minutes.
    """

    path: str
    meeting: str  # path
    forum: str
    forum_path: str
    date: str
    title: str
    kind: str | None
    state: str  # "planned", "held", "cancelled"
    start_time: str | None
    venue: str | None
    theme: str
    public: bool  # whether everybody may come
    items: list[AgendaItem]
    papers: list[PublishedFile]


class SchemeMet(TypedDict):
    """What meets a duty: published here (a path) or elsewhere (an address of the web)."""

    title: str
    path: str | None
    address: str | None
    on: str | None
    note: str


class SchemeDuty(TypedDict):
    """A duty to publish with how it stands; ``standing`` is "met", "late", "missing" or "does not apply"."""

    code: str
    title: str
    asks: str
    when: str
    law: str
    address: str  # of the law
    standing: str
    sentence: str
    met: list[SchemeMet]


class SchemeContent(TypedDict):
    """The publication scheme of an office, at ``<office>/scheme``."""

    path: str
    as_of: str
    counts: dict[str, int]  # by standing
    duties: list[SchemeDuty]
