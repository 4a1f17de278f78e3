"""The resources of subjects and of measures with their figures."""

from __future__ import annotations

from answerable.core.publication.open_data.field import Field, Resource, Type

TOPIC = Resource(
    "topic",
    "topics",
    "A subject that is followed across meetings, actions and measures.",
    (
        Field("name", Type.TEXT, "what it is called"),
        Field("also", Type.TEXTS, "names of subjects that became part of it"),
        Field("measures", Type.PATHS, "the measures that are about it"),
    ),
)
MEASURE = Resource(
    "measure",
    "measures",
    "A measure, with what was said of its figures on the day of its publication.",
    (
        Field("name", Type.TEXT, "what it is called"),
        Field("kind", Type.TEXT, "what kind of number it is"),
        Field("unit", Type.TEXT, "of what"),
        Field("per", Type.NUMBER, "for a rate: per how many"),
        Field("decimals", Type.WHOLE, "how many decimals it is said with"),
        Field("better", Type.TEXT, "whether higher or lower is better, or neither"),
        Field("frequency", Type.TEXT, "how long a period is"),
        Field("tier", Type.TEXT, "how widely it is used"),
        Field("source", Type.TEXT, "where its figures come from"),
        Field("ended", Type.DATE, "the day from which it is not followed any more"),
        Field("baseline", Type.WHOLE, "how many periods its limits were worked out from"),
        Field("topic", Type.PATH, "the subject that it is about"),
        Field("also", Type.TEXTS, "its other names"),
        Field(
            "definitions",
            Type.RECORDS,
            "how it was defined, from when on",
            (
                Field("start", Type.DATE, "from this day on"),
                Field("text", Type.TEXT, "the definition"),
                Field("reason", Type.TEXT, "why it was changed"),
            ),
        ),
        Field("whose", Type.TEXT, "whose series is spoken of first, such as the whole force"),
        Field("headline", Type.TEXT, "what was said of it in one sentence"),
        Field("sentences", Type.TEXTS, "what more was said of it"),
        Field("areas", Type.TEXTS, "the force areas that it has figures of"),
        Field("smallest", Type.WHOLE, "counts under this are left out"),
        Field("as_of", Type.DATE, "the day on which all this was so"),
    ),
    ("area", "topic"),
)
OBSERVATION = Resource(
    "observation",
    "observations",
    "One figure of a measure for one period.",
    (
        Field("measure", Type.PATH, "the measure"),
        Field("name", Type.TEXT, "what the measure is called"),
        Field("unit", Type.TEXT, "of what"),
        Field("who", Type.TEXT, "whose figures: of the force, an area or others"),
        Field("whose", Type.TEXT, "their name"),
        Field("area", Type.TEXT, "the force area, null for the whole force"),
        Field("source", Type.TEXT, "where it comes from"),
        Field("start", Type.DATE, "the first day of the period"),
        Field("last", Type.DATE, "the last day of the period"),
        Field("value", Type.NUMBER, "the figure; null where it is left out"),
        Field("numerator", Type.NUMBER, "how many were counted"),
        Field("denominator", Type.NUMBER, "out of how many"),
        Field("sample", Type.NUMBER, "how many were asked"),
        Field("provisional", Type.YES_NO, "it may change yet"),
        Field("reported", Type.WHOLE, "how many areas it is made of"),
        Field("expected", Type.WHOLE, "of how many"),
        Field("note", Type.TEXT, "what was noted of it"),
        Field("revised", Type.DATE, "when a later file changed it"),
        Field("hidden", Type.YES_NO, "left out because small numbers could tell of somebody"),
    ),
    ("area", "measure"),
)
RESOURCES = (TOPIC, MEASURE, OBSERVATION)
