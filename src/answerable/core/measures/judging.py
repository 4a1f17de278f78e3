"""What a series says: whether a change is real, whether a target will be met, and what that cannot bear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from answerable.core.measures import meeting, saying
from answerable.core.measures.cautions import cautions
from answerable.core.measures.charting import DIRECTIONS, Charted, chart
from answerable.core.measures.facts import Facts, Frequency, Observed
from answerable.core.measures.series import Muddled, in_order, known
from answerable.core.measures.verdict import Point, Shape, Span, Verdict
from answerable.core.spc import icons
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.xmr import FEWEST_FOR_ICONS

FEWEST_FOR_LIMITS = 4
"""Three moving ranges: of fewer points not even a provisional range is drawn."""
RULES = "Making Data Count's rules as NHSRplotthedots 0.2.2 has them"
ROLLING = (
    "Each value is of twelve months, so neighbours share eleven of them: drawn as a chart, 63 in 100 of such "
    "series call their last point a change though nothing has changed. Load the monthly figures instead."
)
"""The figure: 40,000 simulated stable series, docs/explanation/real-change.md."""
SHAPES: dict[icons.Kind, Shape] = {"common": "ordinary", "improvement": "better", "concern": "worse"}


def judge(facts: Facts, today: dt.date) -> Verdict:
    """The verdict on one series. It never raises: what cannot be judged is refused in a sentence."""
    try:
        rows = in_order(facts)
        if facts.frequency == Frequency.ROLLING:
            return _refused("Not judged: a rolling average hides when something changed.", ROLLING, rows)
        return _judged(facts, rows, today)
    except (Muddled, Impossible) as error:
        return _refused("Not judged: the figures contradict each other.", str(error), facts.observed)


def _judged(facts: Facts, rows: Sequence[Observed], today: dt.date) -> Verdict:
    values = known(rows)
    if len(values) < FEWEST_FOR_LIMITS:
        return _too_few(facts, rows, today)
    charted = chart(facts, rows)
    early = _too_early(charted)
    change = None if early else saying.change(charted)
    icon = None if early else meeting.assured(facts, charted)
    met = meeting.met(facts, charted, change)
    return Verdict(
        headline=_early_headline(facts, charted) if early else saying.headline(facts, charted, change),
        sentences=meeting.sentences(facts, charted, icon, met),
        cautions=cautions(facts, charted, today),
        rules=f"{charted.name}, {RULES}, {_limits_from(facts)}",
        points=_points(facts, charted),
        spans=charted.spans,
        signal=change is not None,
        variation=None if early else icons.variation(change.way if change else 0, DIRECTIONS[facts.better]),
        assurance=icon,
        since=charted.rows[change.first].start if change else None,
        met=met,
        rule_in_words=saying.RULES_IN_WORDS[change.rule] if change else "",
    )


def _refused(headline: str, why: str, rows: Sequence[Observed]) -> Verdict:
    points = [_plain(row) for row in rows]
    return Verdict(headline, [why], [], "no chart", points, [], refused=why)


def _too_few(facts: Facts, rows: Sequence[Observed], today: dt.date) -> Verdict:
    count = len(known(rows))
    headline = (
        f"Too early to tell: {saying.periods(facts, count)} of figures."
        if count
        else "There are no figures yet."
    )
    points = [_plain(row) for row in rows]
    spans: list[Span] = []
    return Verdict(headline, [], [], "no limits: too few points", points, spans)


def _too_early(charted: Charted) -> bool:
    return len(known(charted.rows[charted.starts[-1] :])) < FEWEST_FOR_ICONS


def _early_headline(facts: Facts, charted: Charted) -> str:
    count = len(known(charted.rows[charted.starts[-1] :]))
    since = ""
    if len(charted.starts) > 1:
        since = f" since a new phase began in {saying.when(facts, charted.rows[charted.starts[-1]])}"
    some = saying.periods(facts, count)
    return f"Too early to tell: {some}{since}, and it takes {FEWEST_FOR_ICONS} to tell a change from chance."


def _limits_from(facts: Facts) -> str:
    if facts.baseline is None:
        return "limits from all points of a phase"
    return f"limits from the first {facts.baseline} points of a phase"


def _points(facts: Facts, charted: Charted) -> list[Point]:
    found = []
    for row, rule, way in zip(charted.rows, charted.rules, charted.ways, strict=True):
        point = _plain(row)
        if rule is not None:
            point = Point(
                row.start, row.last, row.value, _shape(facts, way), rule.value, row.provisional, row.note
            )
        found.append(point)
    return found


def _shape(facts: Facts, way: int) -> Shape:
    kind = icons.kind(way, DIRECTIONS[facts.better])
    return SHAPES.get(kind, "high" if way > 0 else "low")


def _plain(row: Observed) -> Point:
    shape: Shape = "missing" if row.value is None else "ordinary"
    return Point(row.start, row.last, row.value, shape, "", row.provisional, row.note)
