"""What the accessibility tests found when all of them were run last; ``make access`` writes it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("accessibility.json")


@cache
def results() -> dict[str, Any]:
    """``on`` (a day), ``version``, ``engine``, ``pages``, ``states``, ``widths`` (CSS pixels) and
    ``findings``: [{"rule", "says", "states"}]. ``states`` is 0 where nothing was run yet.
    """
    return dict(json.loads(FILE.read_text()))
