"""What kinds of parts are called in a list of what was published."""

from __future__ import annotations

KIND_NAMES = {
    "office": "about the office", "agenda": "agenda", "meeting": "minutes", "action": "action",
    "register": "register of actions", "topic": "topic", "measure": "measure", "people": "people and posts",
    "decision": "decision", "scheme": "publication scheme", "file": "file",
}  # fmt: skip
