"""The resources that are told from minutes and agendas."""

from __future__ import annotations

from answerable.core.publication.open_data.field import Field, Resource, Type

MEETING_PATH = Field("meeting", Type.PATH, "the meeting")
ITEM_PATH = Field("item", Type.PATH, "the item of its agenda, null where it stands before any")
FORUM_NAME = Field("forum", Type.TEXT, "the name of the series of meetings")
LEFT_OUT = Field(
    "left_out", Type.TEXT, "why all of it is left out: exemption, personal or operational; else null"
)
DUES = Field(
    "dues",
    Type.RECORDS,
    "when it is to be done, as the minutes say it",
    (
        Field("text", Type.TEXT, "the words"),
        Field("date", Type.DATE, "the last day that the words allow"),
        Field("precision", Type.TEXT, "how exact the words are: day, month, quarter and so on"),
    ),
)

MEETING = Resource(
    "meeting",
    "meetings",
    "A meeting whose minutes are published.",
    (
        FORUM_NAME,
        Field("date", Type.DATE, "the day of the meeting"),
        Field("title", Type.TEXT, "what it is called"),
        Field("kind", Type.TEXT, "performance, thematic, public, inspection, review or interim"),
        Field("state", Type.TEXT, "held, cancelled and so on"),
        Field("start_time", Type.TEXT, "when it began, such as 10:00"),
        Field("end_time", Type.TEXT, "when it ended"),
        Field("venue", Type.TEXT, "where it was held"),
        Field("chair", Type.TEXT, "who was in the chair"),
    ),
    ("area", "person", "topic"),
)
ITEM = Resource(
    "item",
    "items",
    "An item of a meeting's agenda.",
    (
        MEETING_PATH,
        Field("number", Type.TEXT, "as printed, such as 2.7"),
        Field("title", Type.TEXT, "its title"),
        Field("level", Type.WHOLE, "1 for an item, 2 for one below it"),
        Field("kind", Type.TEXT, "what kind of item it is"),
        Field(
            "assurance",
            Type.RECORD,
            "what the office held of it, null where it said nothing",
            (
                Field("judgement", Type.TEXT, "assured, partly or not"),
                Field("basis", Type.TEXT, "given (they said so) or tested"),
                Field("how", Type.TEXT, "how it was tested"),
                Field("on", Type.DATE, "when it was tested"),
            ),
        ),
        LEFT_OUT,
    ),
    ("area", "topic"),
)
ENTRY = Resource(
    "entry",
    "entries",
    "A piece of the minutes: a note, question, answer, action, update, promise or decision.",
    (
        MEETING_PATH,
        ITEM_PATH,
        Field("heading", Type.TEXT, "the heading above it"),
        Field("paragraph", Type.WHOLE, "which paragraph of the item it is in, from 0"),
        Field("kind", Type.TEXT, "note, question, response, action, update, commitment or decision"),
        Field("text", Type.TEXT, "the words, with a marker where some are left out"),
        Field("speakers", Type.TEXTS, "who said it, as printed"),
        Field("page", Type.WHOLE, "the page of the original"),
        LEFT_OUT,
    ),
    ("area", "entry", "topic"),
)
EXCHANGE = Resource(
    "exchange",
    "exchanges",
    "A question with its answer.",
    (
        MEETING_PATH,
        ITEM_PATH,
        Field("asked_by", Type.TEXTS, "who asked, as printed"),
        Field("question", Type.TEXT, "the question"),
        Field("answered_by", Type.TEXTS, "who answered, as printed"),
        Field("response", Type.TEXT, "the answer"),
        Field(
            "stance",
            Type.TEXT,
            "how the minutes say that it was taken, in their own verb, such as “disappointed”",
        ),
        Field("entries", Type.PATHS, "the lines of the minutes that it is made of"),
    ),
    ("area", "topic"),
)
PROMISE = Resource(
    "promise",
    "promises",
    "A promise in an answer that nobody marked as an action.",
    (
        MEETING_PATH,
        ITEM_PATH,
        Field("entry", Type.PATH, "the line of the minutes"),
        Field("by", Type.TEXTS, "who promised, as printed"),
        Field("text", Type.TEXT, "the words"),
        DUES,
        Field("standing", Type.TEXT, "what became of it"),
        Field("became", Type.PATH, "the action that was made of it"),
    ),
    ("area", "owner", "state", "topic"),
)
UPDATE = Resource(
    "update",
    "updates",
    "What a meeting was told of an action that was given before.",
    (
        MEETING_PATH,
        Field("about", Type.PATH, "the action, where it is known which"),
        Field("action_text", Type.TEXT, "the action as it was repeated"),
        Field("text", Type.TEXT, "what was said"),
        Field("status", Type.TEXT, "what the words say of its state"),
    ),
    ("action", "area", "topic"),
)
FIGURE = Resource(
    "figure",
    "figures",
    "A number that was named in the minutes, as it was said there.",
    (
        MEETING_PATH,
        ITEM_PATH,
        Field("measure", Type.TEXT, "what is counted, in the words of the minutes"),
        Field("area", Type.TEXT, "where, in the words of the minutes"),
        Field("value", Type.NUMBER, "the number; null where it is left out"),
        Field("to", Type.NUMBER, "the end of a range"),
        Field("approximate", Type.YES_NO, "about so many"),
        Field("unit", Type.TEXT, "of what"),
        Field("kind", Type.TEXT, "a level, a change, a target and so on"),
        Field("text", Type.TEXT, "the words"),
    ),
    ("area", "topic"),
)
RESOURCES = (MEETING, ITEM, ENTRY, EXCHANGE, PROMISE, UPDATE, FIGURE)
