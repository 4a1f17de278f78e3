"""The kinds of agenda items, as the meeting record has them, in words."""

from __future__ import annotations

ITEM_KINDS = {
    "other": "An item of its own",
    "matters_arising": "Matters arising",
    "holding_to_account": "Holding to account",
    "inspection": "Inspection",
    "risk": "Risks",
    "executive_update": "Update from the executive",
    "any_other_business": "Any other business",
    "next_meeting": "Next meeting",
}
