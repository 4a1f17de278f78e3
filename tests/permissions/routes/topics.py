from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "topic": ("topic", {}),
    "decide_topic": ("topic", {}),
    "edit_topic": ("topic", {}),
    "rename_topic": ("topic", {}),
    "merge_topic": ("topic", {}),
    "part_topic": ("topic", {}),
    "split_topic": ("topic", {}),
    "tie_topic": ("topic", {}),
    "untie_topic": ("topic", {}),
}
