"""The accountability profile as JSON Schema (draft 2020-12).

A version keeps its shapes for ever: a key may be added, so readers ignore what they do not know; a key that
goes or changes its meaning makes a new version.
"""

from __future__ import annotations

from typing import Any

VERSION = 1
PROFILE = f"accountability/{VERSION}"
DAY = {"type": "string", "format": "date"}
ADDRESS = {"type": "string", "format": "uri"}
WORDS = {"type": "string", "minLength": 1}
Schema = dict[str, Any]


def _or_null(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "null"}]}


def _shape(what: str, **properties: tuple[Schema, str]) -> Schema:
    told = {name: {**schema, "description": means} for name, (schema, means) in properties.items()}
    named = [name.rstrip("_") for name in told]
    return {
        "type": "object", "description": what, "required": named,
        "properties": dict(zip(named, told.values(), strict=True)),
    }  # fmt: skip


DUE = _shape(
    "A due, as it was said and as it is understood.",
    text=({"type": "string"}, "The words: “by the end of June”."),
    date=(_or_null(DAY), "The last day of it; null for an event (“once set”)."),
    precision=({"type": "string"}, "How exact the words are: day, month, meeting, interval, event."),
)
DUES: Schema = {"type": "array", "items": DUE}
NAMES: Schema = {"type": "array", "items": WORDS}

ACTION = _shape(
    "Something that somebody is to do, asked for at a meeting, with a life afterwards.",
    id=(ADDRESS, "Its permanent address."),
    number=(WORDS, "The number that people call it by."),
    text=(WORDS, "What is to be done, as it was written down."),
    owners=(NAMES, "Posts or bodies that are to do it; may be empty."),
    given_on=(DAY, "The day of the meeting that gave it."),
    given_at=(ADDRESS, "That meeting."),
    dues=(DUES, "Every due that was said when it was given."),
    first_due=(_or_null(DAY), "The first day that it was due by."),
    due=(_or_null(DAY), "The day that holds now."),
    state=(WORDS, "open, reported, closed or withdrawn."),
    ended_on=(_or_null(DAY), "The day on which it was closed or withdrawn."),
    times_moved=(
        {"type": "integer", "minimum": 0},
        "How often its due was put off, not counting for a cancelled meeting.",
    ),
    as_of=(DAY, "The day on which all this was so."),
)
COMMITMENT = _shape(
    "A promise in an answer that nobody wrote down as an action.",
    id=(ADDRESS, "Its permanent address."),
    text=(WORDS, "The promise, in the words of the minutes."),
    by=(NAMES, "Who made it."),
    said_on=(DAY, "The day of the meeting."),
    said_at=(ADDRESS, "The line of the minutes."),
    dues=(DUES, "By when, as it was said."),
    standing=(WORDS, "Where it stands, as its oversight body says: found, kept, broken and so on."),
    became=(_or_null(ADDRESS), "The action that was made of it."),
)
ASSURANCE = _shape(
    "The oversight body's judgement of a subject: put by a person, never worked out.",
    about=(ADDRESS, "The agenda item."),
    judgement=({"enum": ["assured", "partly", "not"]}, "What it was judged."),
    basis=({"enum": ["given", "tested"]}, "given: they said so. tested: somebody looked."),
    how=(_or_null(WORDS), "How it was tested: a dip sample, an audit, data."),
    tested_on=(_or_null(DAY), "When."),
    judged_at=(ADDRESS, "The meeting."),
)
REVISIT = _shape(
    "A later meeting came back to it.",
    about=(ADDRESS, "What it came back to."),
    on=(DAY, "The day of the later meeting."),
    at=(ADDRESS, "That meeting."),
    words=(_or_null(WORDS), "What was said of it."),
)
EVIDENCE = _shape(
    "What it rests on that something is done.",
    about=(ADDRESS, "What is done."),
    on=(DAY, "When that was said or shown."),
    basis=(
        _or_null({"enum": ["told", "shown", "tested"]}),
        "told: somebody said that it is done. shown: somebody saw it. tested: somebody looked for themselves."
        " null: the record does not say.",
    ),
    words=(_or_null(WORDS), "The words."),
    at=(_or_null(ADDRESS), "The meeting that was told."),
)
DEFERRAL = _shape(
    "A due was put off.",
    about=(ADDRESS, "What was put off."),
    on=(DAY, "When that was decided or said."),
    from_=(DAY, "The due that held until then."),
    to=(_or_null(DAY), "The due that holds from then; null where none was given."),
    words=(_or_null(WORDS), "The reason, in the words of the minutes."),
)
KINDS: dict[str, Schema] = {
    "action": ACTION, "commitment": COMMITMENT, "assurance": ASSURANCE, "revisit": REVISIT,
    "evidence": EVIDENCE, "deferral": DEFERRAL,
}  # fmt: skip
LISTS = {"action": "actions", "commitment": "commitments", "assurance": "assurances", "revisit": "revisits",
         "evidence": "evidence", "deferral": "deferrals"}  # fmt: skip


def schema() -> Schema:
    """The whole document's shape."""
    rows = {LISTS[kind]: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}} for kind in KINDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Accountability profile, version {VERSION}",
        "type": "object",
        "required": ["profile", "source", "licence", *rows],
        "properties": {
            "profile": {"const": PROFILE}, "source": ADDRESS, "licence": WORDS, **rows,
        },
        "$defs": KINDS,
    }  # fmt: skip
