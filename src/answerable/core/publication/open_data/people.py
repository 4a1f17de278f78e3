"""The resources of people, posts and decisions."""

from __future__ import annotations

from answerable.core.publication.open_data.field import Field, Resource, Type
from answerable.core.publication.open_data.meetings import LEFT_OUT

START = Field("start", Type.DATE, "the first day")
END = Field("end", Type.DATE, "the last day; null where it goes on")
ACTING = Field("acting", Type.YES_NO, "in place of somebody else")
PORTFOLIO = Field("portfolio", Type.TEXT, "what it covered")
PERSON = Resource(
    "person",
    "people",
    "Somebody who holds or held a public post. The meetings that they came to have their tag.",
    (
        Field("name", Type.TEXT, "the name"),
        Field(
            "tenures",
            Type.RECORDS,
            "the posts that were held",
            (
                Field("post", Type.PATH, "the post"),
                Field("title", Type.TEXT, "its title"),
                Field("abbreviation", Type.TEXT, "its short form, such as ACC"),
                START,
                END,
                ACTING,
                PORTFOLIO,
            ),
        ),
    ),
    ("post",),
)
POST = Resource(
    "post",
    "posts",
    "A public post, with who held it from when to when.",
    (
        Field("title", Type.TEXT, "its title"),
        Field("abbreviation", Type.TEXT, "its short form, such as ACC"),
        Field("side", Type.TEXT, "office, force or body"),
        Field("body", Type.TEXT, "the partner body that it belongs to"),
        Field("abolished_on", Type.DATE, "when it ended"),
        Field(
            "holders",
            Type.RECORDS,
            "who held it",
            (
                Field("person", Type.PATH, "the person"),
                Field("name", Type.TEXT, "the name"),
                START,
                END,
                ACTING,
                PORTFOLIO,
            ),
        ),
    ),
    ("person",),
)
DECISION = Resource(
    "decision",
    "decisions",
    "A decision of significant public interest.",
    (
        Field("number", Type.TEXT, "the office's number"),
        Field("title", Type.TEXT, "what it is about"),
        Field("taken_on", Type.DATE, "the day on which it was taken"),
        Field("taken_by", Type.TEXT, "who took it"),
        Field("background", Type.TEXT, "what led to it"),
        Field("decision", Type.TEXT, "what was decided"),
        Field("papers", Type.TEXTS, "the papers that it rests on"),
        LEFT_OUT,
        Field("meeting", Type.PATH, "the meeting at which it was taken"),
        Field("entry", Type.PATH, "the line of the minutes that says it"),
    ),
    ("owner",),
)
RESOURCES = (PERSON, POST, DECISION)
