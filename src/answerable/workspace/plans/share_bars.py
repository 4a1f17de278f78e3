"""The picture of how much each objective got: a bar to each, of its agenda items."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from answerable.components.words import shortened
from answerable.core.plans.shares import Shares
from answerable.plans.models import PlanItem

WIDTH, ROW, BAR, NAMES, GAP = 760, 30, 16, 330, 8  # px
LETTERS = 44  # of a name, as many as fit beside the bars
ROOM = 60  # px at the right for the number behind the longest bar


def bars(parts: Sequence[PlanItem], found: Shares) -> Markup:
    """Agenda items of each objective, and of none, on one scale; the table beside it says the same."""
    rows = [(f"{one.number} {one.text}", found.rows[one.pk]["items"]) for one in parts]
    rows.append(("No objective", found.none["items"]))
    most = max([value for _, value in rows], default=0)
    shapes = [_row(place, name, value, most) for place, (name, value) in enumerate(rows)]
    label = "Agenda items: " + "; ".join(f"{shortened(name, LETTERS)}, {value}" for name, value in rows)
    height = ROW * len(rows)
    head = Markup(
        '<svg class="ans-shares" role="img" aria-label="{}" width="{}" height="{}" viewBox="0 0 {} {}">'
    )
    return head.format(label, WIDTH, height, WIDTH, height) + Markup("").join(shapes) + Markup("</svg>")


def _row(place: int, name: str, value: int, most: int) -> Markup:
    y = place * ROW + GAP
    width = max(round((WIDTH - NAMES - ROOM) * value / most), 2) if value and most else 1
    kind = "ans-bar" if value else "ans-bar-none"
    text = Markup('<text x="0" y="{}">{}</text>').format(y + BAR - 3, shortened(name, LETTERS))
    bar = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(kind, NAMES, y, width, BAR)
    count = Markup('<text x="{}" y="{}">{}</text>').format(NAMES + width + GAP, y + BAR - 3, value)
    return text + bar + count
