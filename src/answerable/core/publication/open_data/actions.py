"""The resources of actions and of agendas."""

from __future__ import annotations

from answerable.core.publication.open_data.field import Field, Resource, Type
from answerable.core.publication.open_data.meetings import DUES, FORUM_NAME, MEETING_PATH

LIFE = Field(
    "life",
    Type.RECORDS,
    "what became of it, step by step",
    (
        Field("on", Type.DATE, "the day"),
        Field("kind", Type.TEXT, "given, progress, due, moved, reported, closed, silent and so on"),
        Field("words", Type.TEXT, "what was said"),
        Field("meeting", Type.PATH, "the meeting that said it"),
        Field("entry", Type.PATH, "the line of the minutes that said it"),
        Field("due", Type.DATE, "the day by which it was due from then on"),
        Field("dues", Type.TEXTS, "all the days by which it was due from then on"),
        Field("basis", Type.TEXT, "how the office knew that it was done: told, shown or tested"),
        Field("cause", Type.TEXT, "why its date was moved: cancelled, waiting, changed or slipped"),
        Field("to", Type.TEXT, "where it went: a forum, or the number of another action"),
        Field("late", Type.YES_NO, "the date passed while it was open"),
    ),
)
ACTION = Resource(
    "action",
    "actions",
    "Something that somebody is to do, with its life, as it stood on the day of its publication.",
    (
        Field("number", Type.TEXT, "the office's number, such as A-0123"),
        Field("text", Type.TEXT, "what is to be done"),
        Field("owners", Type.TEXTS, "who is to do it, as printed"),
        Field("owed_by", Type.TEXTS, "the partner bodies that own it"),
        Field("posts", Type.TEXTS, "the owners' posts"),
        Field("people", Type.PATHS, "who held those posts"),
        Field("bodies", Type.TEXTS, "the partner bodies that own it or that it names"),
        Field("areas", Type.TEXTS, "the force areas that it names, by their names in addresses"),
        Field("given", Type.DATE, "the day on which it was given"),
        FORUM_NAME,
        MEETING_PATH,
        Field("item", Type.PATH, "the item at which it was given"),
        DUES,
        Field("first_due", Type.DATE, "the last day that was first allowed"),
        Field("due", Type.DATE, "the last day that is allowed now"),
        Field("state", Type.TEXT, "open, reported, closed or withdrawn"),
        Field("ended", Type.DATE, "when it was closed or withdrawn"),
        Field("done_on", Type.DATE, "when it was done, where that is known"),
        Field("kept", Type.TEXT, "whether it was done in time"),
        Field("slipped", Type.WHOLE, "how often its date was put off, not counting for a cancelled meeting"),
        Field("waits_for", Type.TEXT, "what it waits for"),
        Field("overdue_from", Type.DATE, "the first day on which it is late if nothing more is said"),
        Field(
            "lapses_from",
            Type.DATE,
            "the first day on which its date is past, or without a date on which it is six months old",
        ),
        Field(
            "silent_from",
            Type.DATE,
            "the day of the second later meeting that said nothing of it: lapsed once both days have come",
        ),
        LIFE,
        Field("as_of", Type.DATE, "the day on which all this was so"),
    ),
    ("area", "body", "owner", "state", "topic"),
)
AGENDA = Resource(
    "agenda",
    "agendas",
    "The agenda of a meeting, with its papers.",
    (
        MEETING_PATH,
        FORUM_NAME,
        Field("date", Type.DATE, "the day of the meeting"),
        Field("title", Type.TEXT, "what it is called"),
        Field("kind", Type.TEXT, "performance, thematic, public, inspection, review or interim"),
        Field("state", Type.TEXT, "planned, held or cancelled"),
        Field("start_time", Type.TEXT, "when it begins"),
        Field("venue", Type.TEXT, "where it is held"),
        Field("theme", Type.TEXT, "its theme"),
        Field("public", Type.YES_NO, "whether everybody may come"),
        Field(
            "items",
            Type.RECORDS,
            "what is on it",
            (
                Field("number", Type.TEXT, "as printed"),
                Field("title", Type.TEXT, "its title"),
                Field("note", Type.TEXT, "what is said below it"),
            ),
        ),
        Field(
            "papers",
            Type.RECORDS,
            "its papers",
            (
                Field("path", Type.PATH, "the address of the file"),
                Field("name", Type.TEXT, "its name"),
                Field("media_type", Type.TEXT, "its type"),
                Field("size", Type.WHOLE, "its size in bytes"),
            ),
        ),
    ),
    ("state",),
)
RESOURCES = (ACTION, AGENDA)
