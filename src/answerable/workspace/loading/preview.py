"""What loading a file would do: its values held against those that are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.changes import Change, changes, clashes, counts
from answerable.core.measures.loading.coverage import AREA, missing_said, with_reported
from answerable.core.measures.loading.faults import Fault, once
from answerable.core.measures.loading.given import Found
from answerable.core.measures.loading.police import Tally
from answerable.core.measures.loading.police_given import figures, measures_of
from answerable.core.measures.loading.shape import Known, Shape
from answerable.core.plans.noticed import listed
from answerable.measures.models import Series
from answerable.measures.operations.loading import Figures, changes_version
from answerable.measures.queries.loading import (
    all_series_of,
    areas_of,
    from_source,
    kept_in,
    ours_of,
    places_of,
    police_keys,
    sources_of,
)


@dataclass(slots=True)
class Preview:
    """``changes`` is empty while anything has to be put right or answered first."""

    found: Found
    known: Known
    source: str = ""
    changes: Sequence[Change] = ()
    making: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def faults(self) -> list[Fault]:
        return self.found.faults

    @property
    def counts(self) -> Mapping[str, int]:
        return counts(self.changes)

    @property
    def is_usable(self) -> bool:
        return self.found.usable and any(one.what != "same" for one in self.changes)

    @property
    def version(self) -> str:
        return changes_version(self.changes, {})

    @property
    def figures(self) -> Figures:
        return Figures(self.found.given, frozenset(self.found.has), self.source, self.making)

    def measure_name(self, key: int) -> str:
        measure = self.known.measure_at(key)
        return measure.name if measure else self.names.get(key, "")

    def place_name(self, place: str) -> str:
        return self.known.called.get(place) or place.partition(":")[2]

    @property
    def measures(self) -> list[str]:
        """The names of the measures that the file tells of, in its order."""
        return [self.measure_name(key) for key in dict.fromkeys(one.measure for one in self.found.given)]


def preview(office_id: int, found: Found, shape: Shape, known: Known, today: dt.date) -> Preview:
    """The values of a table held against those that are kept, where nothing has to be put right first."""
    made = Preview(found, known, shape.source)
    series = all_series_of({one.measure for one in found.given})
    _ask_source(made, shape, series)
    if not found.usable:
        return made
    frequencies = {one.key: one.frequency for one in known.measures.values()}
    hold_against(office_id, made, today, frequencies, series)
    return made


def _ask_source(made: Preview, shape: Shape, series: Sequence[Series]) -> None:
    """A measure that is kept from named sources alone: which one the file is from has to be said."""
    sources = sources_of(series)
    for key, names in sources.items():
        if shape.source not in names and "" not in names and not shape.source:
            said = " or ".join(names)
            made.found.asks["source"] = (
                f"{made.measure_name(key)} has figures from {said}: say which source these are from"
            )


def hold_against(
    office_id: int,
    made: Preview,
    today: dt.date,
    frequencies: Mapping[int, Frequency],
    series: Sequence[Series],
) -> None:
    """Fill in what would change, what is missing and who did not report; with faults for what cannot be."""
    found = made.found
    areas = areas_of(office_id) if any(one.place.startswith(AREA) for one in found.given) else {}
    found.given, short = with_reported(found.given, areas)
    kept, _ = kept_in(from_source(series, made.source))
    rolling = {key for key, frequency in frequencies.items() if frequency == Frequency.ROLLING}
    found.faults = once([*found.faults, *clashes(found.given, kept, made.known.called, today, rolling)])
    if found.faults:
        return
    names = {key: made.measure_name(key) for key in frequencies}
    found.said += short
    found.said += missing_said(found.given, kept, frequencies, names, made.known.called)
    made.changes = changes(found.given, kept, found.has)


def police_preview(office_id: int, tally: Tally, today: dt.date) -> Preview:
    """The counts of a file of data.police.uk held against those that are kept."""
    ours = ours_of(office_id)
    keys, making = police_keys(office_id, measures_of(tally, ours))
    called, _ = places_of(office_id)
    made = Preview(figures(tally, ours, keys), Known({}, {}, called), "", (), making)
    made.names = {key: name for name, key in keys.items()}
    if made.found.usable:
        monthly = dict.fromkeys(keys.values(), Frequency.MONTH)
        hold_against(office_id, made, today, monthly, all_series_of(list(keys.values())))
    if making and not made.faults:
        made.found.said.append(f"Measures that would be made: {listed(sorted(making.values()))}.")
    return made
