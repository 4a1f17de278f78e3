"""One measure with all that its page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.db.models import Q

from answerable.actions.models import Action, ActionMeasure
from answerable.core.measures.areas import Beside, side_by_side
from answerable.core.measures.facts import Event, EventKind, Facts, Kind
from answerable.core.measures.surveys import asked, share
from answerable.measures.models import Measure, Series
from answerable.measures.queries import Said, said_about
from answerable.measures.queries.said import DEFINITION, PHASE, TAKEN_BACK
from answerable.meetings.models import Exchange, TopicLink
from answerable.meetings.seen import links_seen_by
from answerable.topics.models import Topic
from answerable.workspace.before.queries import Before, asked_before
from answerable.workspace.funding.queries import asked_about
from answerable.workspace.here import Here
from answerable.workspace.measures.charts import Chart, charts_of, ours_first
from answerable.workspace.standing import Standing, standing
from answerable.workspace.tied import topic_shown

MOST_SMALL = 12  # charts side by side: more are not compared by eye, and make the page heavy
MOST_ACTIONS = 12  # about it that are listed
MOST_LIKE = 6  # questions that sound like it, where no topic says which are about it
LONGEST_FLAG = 60  # letters of an action on the chart


@dataclass(frozen=True, slots=True)
class About:
    """An action about the measure; ``moves``: a person said that it is to move it."""

    action: Action
    standing: Standing
    moves: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """``main`` is the chart at the top. ``others`` are of other forces, groups and the nation, and the same
    figures from another source. ``beside``: whether the areas differ at all."""

    main: Chart | None
    areas: Sequence[Chart]
    others: Sequence[Chart]
    beside: Beside | None
    said: Sequence[Said]
    topic: Topic | None
    exchanges: Sequence[Exchange]
    actions: Sequence[About]

    @property
    def compared(self) -> list[Chart]:
        """Ours first, then those that stand beside it."""
        return [*([self.main] if self.main else []), *self.others]

    @property
    def sampled(self) -> str:
        """What the last survey can be among everybody; "" where it is no survey or its sample is unknown."""
        if self.main is None or self.main.facts.kind is not Kind.SURVEY:
            return ""
        rows = [one for one in self.main.facts.observed if one.value is not None]
        last = asked(self.main.facts.whose, rows[-1]) if rows else None
        return share(last, self.main.facts.decimals).sentence if last else ""

    @property
    def definitions(self) -> list[tuple[Said, Said | None]]:
        """Each with the one that took its place, the newest first."""
        rows = [one for one in self.said if one.what == DEFINITION]
        return [*([(rows[-1], None)] if rows else []), *reversed(list(pairwise(rows)))]

    @property
    def steps(self) -> list[tuple[Said, str]]:
        """The step changes that count, each with whose series it is of, the newest first."""
        charts = [*self.areas, *self.others, *([self.main] if self.main else [])]
        whose = {one.series.pk: one.facts.whose for one in charts}
        rows = [one for one in self.said if one.what == PHASE and one.kind != TAKEN_BACK]
        return [(one, whose.get(one.series or 0, "")) for one in reversed(rows)]


def whole(at: Here, measure: Measure, of: int | None = None, *, every: bool = False) -> Whole:
    """``of``: the series whose chart stands at the top. Nine queries."""
    rows = list(Series.objects.filter(measure=measure).select_related("area"))
    for one in rows:
        one.measure = measure
    said = said_about([measure.pk])
    charts = charts_of(ours_first(rows), said, at.today, every=every)
    main = next((one for one in charts if one.series.pk == of), charts[0] if charts else None)
    areas = [one for one in charts if one.series.who == "area" and _stands(one, at)]
    topic = topic_shown(at, measure.topic)
    moving = _moving(at, measure)
    return Whole(
        main=_flagged(main, moving) if main else None,
        areas=areas,
        others=[one for one in charts if one is not main and one.series.who != "area" and one.last],
        beside=side_by_side([one.facts for one in areas]) if len(areas) > 1 else None,
        said=said,
        topic=topic,
        exchanges=asked_about(at, topic),
        actions=_actions(at, moving, topic),
    )


def sounds_like(at: Here, measure: Measure) -> list[Before]:
    """Questions in minutes whose words are like its names, the likest first. At most six queries."""
    names = ". ".join([measure.name, *measure.aliases.splitlines()])
    return asked_before(at, names, MOST_LIKE, spoken=False)


def _stands(chart: Chart, at: Here) -> bool:
    """An area that ended is shown while its figures are in sight."""
    area = chart.series.area
    return bool(chart.facts.observed) or area is None or area.end is None or area.end >= at.today


def _moving(at: Here, measure: Measure) -> list[ActionMeasure]:
    """What a person said is to move it. One query."""
    rows = at.sees(ActionMeasure.objects.filter(measure=measure), "action").exclude(action__draft=True)
    return list(rows.select_related("action__forum").order_by("-action__given", "pk")[:MOST_ACTIONS])


def _flagged(chart: Chart, moving: Sequence[ActionMeasure]) -> Chart:
    """The chart with the actions marked on it that are to move it."""
    flags = [
        Event(one.start or one.action.given, EventKind.ACTION, _flag(one.action))
        for one in moving
        if one.area_id in (None, chart.series.area_id) and (one.start or one.action.given)
    ]
    events = sorted([*chart.facts.events, *flags], key=lambda one: one.on)
    facts: Facts = replace(chart.facts, events=events)
    return Chart(chart.series, facts, chart.verdict)


def _flag(action: Action) -> str:
    words = " ".join(action.text.split())
    short = words if len(words) <= LONGEST_FLAG else f"{words[:LONGEST_FLAG].rsplit(' ', 1)[0]}…"
    return f"{action.number}: {short}" if action.number else short


def _actions(at: Here, moving: Sequence[ActionMeasure], topic: Topic | None) -> list[About]:
    """Those that are to move it, then those of its topic, the newest first. A query where it has a topic."""
    found = [About(one.action, standing(one.action, at.today), moves=True) for one in moving]
    if topic is None:
        return found
    links = links_seen_by(at.actor, TopicLink.objects.filter(topic=topic)).order_by()
    spoken = Q(entry__in=links.values("entry")) | Q(item__in=links.filter(entry=None).values("item"))
    rows = at.sees(Action.objects.filter(spoken, office_id=at.office_id, draft=False))
    rows = rows.exclude(pk__in=[one.action_id for one in moving]).select_related("forum")
    more = rows.order_by("-given", "pk")[:MOST_ACTIONS]
    return [*found, *(About(one, standing(one, at.today), moves=False) for one in more)]
