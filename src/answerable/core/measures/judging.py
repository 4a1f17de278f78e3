"""What a series says: whether a change is real, whether a target will be met, and what that cannot bear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from answerable.core.measures import meeting, saying
from answerable.core.measures.asking import asks_phase
from answerable.core.measures.behaving import correlated
from answerable.core.measures.cautions import cautions
from answerable.core.measures.chance import FORGIVING
from answerable.core.measures.charting import DIRECTIONS, Charted, chart
from answerable.core.measures.facts import Facts, Frequency, Observed
from answerable.core.measures.series import Muddled, in_order, known
from answerable.core.measures.set_limit import against_limit
from answerable.core.measures.stretches import Change
from answerable.core.measures.stretches import change as change_of
from answerable.core.measures.verdict import Assurance, Point, Shape, Verdict
from answerable.core.spc import icons
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.options import RUN, Direction, TwoOfThree
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


OTHER_WAY = {
    Direction.INCREASE: Direction.DECREASE,
    Direction.DECREASE: Direction.INCREASE,
    Direction.NEUTRAL: Direction.NEUTRAL,
}


def judge(facts: Facts, today: dt.date) -> Verdict:
    """The verdict on one series. It never raises: what cannot be judged is refused in a sentence."""
    facts = replace(facts, observed=sorted(facts.observed, key=lambda row: (row.start, row.last)))
    if facts.frequency == Frequency.ROLLING:
        headline = "Not judged: a rolling average hides when something changed."
        return _refused(headline, ROLLING, facts.observed)
    try:
        return _judged(facts, in_order(facts), today)
    except Muddled as error:
        return _refused("Not judged: the figures contradict each other.", str(error), facts.observed)
    except Impossible as error:
        return _refused("Not judged: a figure cannot be right.", str(error), facts.observed)


def _judged(facts: Facts, rows: Sequence[Observed], today: dt.date) -> Verdict:
    if len(known(rows)) < FEWEST_FOR_LIMITS:
        return _too_few(facts, rows)
    charted = chart(facts, rows)
    early = len(known(charted.last_phase())) < FEWEST_FOR_ICONS
    change = change_of(charted)
    icon = None if early else meeting.assured(facts, charted, change)
    met = meeting.met(facts, rows, None if early else meeting.expected(facts, charted, change))
    said = [
        against_limit(facts, rows),
        saying.since_the_phase(facts, charted) if early else saying.earlier(facts, charted, change),
        *meeting.sentences(facts, rows[-1], icon, met, new_level=meeting.at_a_new_level(change)),
    ]
    return Verdict(
        headline=saying.early(facts, charted) if early else saying.headline(facts, charted, change),
        sentences=[one for one in said if one],
        cautions=cautions(facts, charted, today),
        rules=_rules(facts, charted),
        points=_points(facts, charted),
        spans=charted.spans,
        signal=change is not None,
        variation=None if early else icons.variation(change.way if change else 0, way_better(facts, charted)),
        assurance=icon,
        since=charted.rows[change.first].start if change else None,
        met=met,
        asks_phase=asks_phase(facts, charted),
        rule_in_words=_rule_in_words(change, icon),
        early=early,
        unit=charted.unit,
        alike=correlated(charted) is not None,
    )


def way_better(facts: Facts, charted: Charted) -> Direction:
    """Which way is better on this chart: longer waits are fewer events."""
    direction = DIRECTIONS[facts.better]
    return OTHER_WAY[direction] if charted.unit else direction


def _refused(headline: str, why: str, rows: Sequence[Observed]) -> Verdict:
    points = [_plain(row) for row in rows]
    return Verdict(headline, [why], [], "no chart", points, [], refused=why)


def _too_few(facts: Facts, rows: Sequence[Observed]) -> Verdict:
    """Points and a sentence; a limit that was set needs no chart."""
    count = len(known(rows))
    if not count:
        points = [_plain(row) for row in rows]
        return Verdict("There are no figures yet.", [], [], "no limits: no points", points, [], early=True)
    met = meeting.met(facts, rows, None)
    said = [against_limit(facts, rows), *meeting.sentences(facts, rows[-1], None, met)]
    return Verdict(
        headline=f"Too early to tell: {saying.periods(facts, count)} of figures.",
        sentences=[one for one in said if one],
        cautions=[],
        rules="no limits: too few points",
        points=[_plain(row) for row in rows],
        spans=[],
        met=met,
        early=True,
    )


def _rules(facts: Facts, charted: Charted) -> str:
    """The chart, its rule set and what was chosen about it, as it stands under the chart."""
    base = "all" if facts.baseline is None else f"the first {facts.baseline}"
    limits = f"limits from {base} points of a phase"
    by_ranges = charted.scale is None and not charted.unit  # an XmR chart, or one that Laney's ranges widened
    screened = ", ranges screened once" if by_ranges else ""
    runs = f"runs and trends of {RUN} points, two of three {TwoOfThree.REFERENCE}"
    return f"{charted.name}, {RULES}: {limits}{screened}; {runs}"


def _rule_in_words(change: Change | None, icon: Assurance | None) -> str:
    said = [saying.RULES_IN_WORDS[change.rule]] if change else []
    return " ".join([*said, *([FORGIVING] if icon == "inconsistent" else [])])


def _points(facts: Facts, charted: Charted) -> list[Point]:
    direction = way_better(facts, charted)
    found = []
    for row, rule, way in zip(charted.rows, charted.rules, charted.ways, strict=True):
        point = _plain(row)
        if rule is not None:
            point = Point(
                row.start, row.last, row.value, _shape(direction, way), rule.value, row.provisional, row.note
            )
        found.append(point)
    return found


def _shape(direction: Direction, way: int) -> Shape:
    kind = icons.kind(way, direction)
    return SHAPES.get(kind, "high" if way > 0 else "low")


def _plain(row: Observed) -> Point:
    shape: Shape = "missing" if row.value is None else "ordinary"
    return Point(row.start, row.last, row.value, shape, "", row.provisional, row.note)
