"""The rules of the Popolo specification for what we tell, as JSON Schema.

Written from its tables (popoloproject.com/specs): the published files are in a draft that no validator reads
any more. ``additionalProperties`` is closed, so that a key that the specification does not have is a failure.
"""

from __future__ import annotations

from typing import Any

DAY = r"^[0-9]{4}(-[0-9]{2}){0,2}$"
MOMENT = r"^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$"
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["url"],
        "properties": {"url": {"type": "string", "format": "uri"}},
    },
}


def _shape(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object", "required": required, "additionalProperties": False,
        "properties": {"id": TEXT, "name": TEXT, "sources": LINKS, **properties},
    }  # fmt: skip


PERSON = _shape(["id", "name"])
ORGANIZATION = _shape(
    ["id", "name"], classification=TEXT, parent_id=TEXT, dissolution_date={"type": "string", "pattern": DAY}
)
POST = _shape(
    ["id", "label", "organization_id"],
    label=TEXT,
    role=TEXT,
    organization_id=TEXT,
    end_date={"type": "string", "pattern": DAY},
)
MEMBERSHIP = _shape(
    ["id", "person_id", "organization_id"], person_id=TEXT, organization_id=TEXT, post_id=TEXT, role=TEXT,
    label=TEXT, start_date={"type": "string", "pattern": DAY}, end_date={"type": "string", "pattern": DAY},
)  # fmt: skip
EVENT = _shape(
    ["id", "name", "start_date"], start_date={"type": "string", "pattern": MOMENT}, status=TEXT,
    organization_id=TEXT, classification=TEXT, location=TEXT, attendees={"type": "array", "items": PERSON},
)  # fmt: skip
KINDS = {
    "persons": PERSON, "organizations": ORGANIZATION, "posts": POST, "memberships": MEMBERSHIP,
    "events": EVENT,
}  # fmt: skip
DOCUMENT = {
    "type": "object", "required": list(KINDS), "additionalProperties": False,
    "properties": {name: {"type": "array", "items": shape} for name, shape in KINDS.items()},
}  # fmt: skip
