"""What loading has to know: the office's measures and places by their names, and the figures it keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from answerable.core.measures.facts import Frequency, Kind, Who
from answerable.core.measures.loading.changes import Kept, Key
from answerable.core.measures.loading.coverage import AREA, Span
from answerable.core.measures.loading.police_given import Ours
from answerable.core.measures.loading.shape import FORCE, Known, KnownMeasure, folded
from answerable.measures.models import AreaCode, Load, Measure, Observation, Series
from answerable.measures.models import Mapping as Mapped
from answerable.offices.models import Area, Force

BESIDE = (Who.OTHER, Who.GROUP, Who.NATION)
"""Those whose figures stand beside ours; they have no row but their series."""
KEPT = (
    "start", "last", "value", "numerator", "denominator", "sample", "provisional", "reported", "expected",
    "note",
)  # fmt: skip


def place_key(series: Series) -> str:
    """How ``core`` names the place of a series: "force", "area:3", "other:Northmoor Police"."""
    if series.who == Who.FORCE:
        return FORCE
    return f"{AREA}{series.area_id}" if series.who == Who.AREA else f"{series.who}:{series.name}"


def known_measure(measure: Measure) -> KnownMeasure:
    return KnownMeasure(
        measure.pk, measure.name, Kind(measure.kind), Frequency(measure.frequency), measure.per
    )


def known(office_id: int, measures: Iterable[Measure]) -> Known:
    """The names of those measures, and of the office's places. Three queries."""
    by_name: dict[str, KnownMeasure] = {}
    for measure in measures:
        one = known_measure(measure)
        for name in (measure.name, *measure.aliases.splitlines()):
            if name.strip():
                by_name.setdefault(folded(name), one)
    called, places = places_of(office_id)
    return Known(by_name, places, called)


def places_of(office_id: int) -> tuple[dict[str, str], dict[str, str]]:
    """What pages call each place, by its key; and the keys by the folded names."""
    called: dict[str, str] = {}
    places: dict[str, str] = {}
    for force in Force.objects.filter(office_id=office_id).order_by("pk"):
        places[folded(force.name)] = FORCE
        called.setdefault(FORCE, force.name)
    called.setdefault(FORCE, "The whole force")
    for area in Area.objects.filter(force__office_id=office_id).order_by("name"):
        places[folded(area.name)] = f"{AREA}{area.pk}"
        called[f"{AREA}{area.pk}"] = area.name
    beside = Series.objects.filter(measure__office_id=office_id, who__in=BESIDE)
    for who, name in sorted(set(beside.order_by().values_list("who", "name"))):
        places.setdefault(folded(name), f"{who}:{name}")
        called[f"{who}:{name}"] = name
    return called, places


def areas_of(office_id: int) -> dict[str, Span]:
    """Each area by its place, with when it was one."""
    rows = Area.objects.filter(force__office_id=office_id).order_by("name")
    return {f"{AREA}{one.pk}": Span(one.name, one.start, one.end) for one in rows}


def all_series_of(measures: Collection[int]) -> list[Series]:
    """Every series of those measures. One query."""
    return list(Series.objects.filter(measure_id__in=measures))


def from_source(series: Iterable[Series], source: str) -> dict[tuple[int, str], Series]:
    """The series from that source, by measure and place."""
    return {(one.measure_id, place_key(one)): one for one in series if one.source == source}


def series_of(measures: Collection[int], source: str) -> dict[tuple[int, str], Series]:
    """The series of those measures from that source, by measure and place. One query."""
    return from_source(all_series_of(measures), source)


def sources_of(series: Iterable[Series]) -> dict[int, list[str]]:
    """The sources of our own series of each measure."""
    found: dict[int, set[str]] = {}
    for one in series:
        if one.who in (Who.FORCE, Who.AREA):
            found.setdefault(one.measure_id, set()).add(one.source)
    return {measure: sorted(sources) for measure, sources in found.items()}


def kept_in(
    series: Mapping[tuple[int, str], Series], since: dt.date | None = None
) -> tuple[dict[Key, Kept], dict[Key, int]]:
    """What is kept of those series, and the key of each row. One query."""
    at = {one.pk: where for where, one in series.items()}
    rows = Observation.objects.filter(series__in=at).order_by("series_id", "start")
    if since:
        rows = rows.filter(start__gte=since)
    kept: dict[Key, Kept] = {}
    keys: dict[Key, int] = {}
    for key, series_id, *values in rows.values_list("pk", "series_id", *KEPT):
        name = Key(*at[series_id], values[0])
        kept[name] = Kept(*values)
        keys[name] = key
    return kept, keys


def digests(office_id: int) -> dict[str, int]:
    """The mappings by the heads of their files, where no two have the same."""
    rows = Mapped.objects.filter(office_id=office_id).exclude(head="").values_list("head", "pk")
    every: Sequence[tuple[str, int]] = list(rows)
    heads = [head for head, _ in every]
    return {head: key for head, key in every if heads.count(head) == 1}


def loaded_before(load: Load) -> Load | None:
    """The last time that the same file was loaded."""
    rows = Load.objects.filter(office_id=load.office_id, digest=load.digest, state=Load.State.LOADED)
    return rows.exclude(pk=load.pk).order_by("-at", "-pk").first()


def area_codes(office_id: int) -> dict[str, str]:
    """The place of each small area, by its code (an LSOA)."""
    rows = AreaCode.objects.filter(office_id=office_id).values_list("code", "area_id")
    return {code: f"{AREA}{area}" for code, area in rows}


def ours_of(office_id: int) -> Ours:
    """Whose figures a file of data.police.uk is read for: our force, those beside it, areas with a lookup."""
    force = Force.objects.filter(office_id=office_id).order_by("pk").first()
    beside = Series.objects.filter(measure__office_id=office_id, who=Who.OTHER).order_by()
    areas = Area.objects.filter(force__office_id=office_id, codes__isnull=False).distinct()
    return Ours(
        force.name if force else "",
        {folded(name): f"{Who.OTHER}:{name}" for name in set(beside.values_list("name", flat=True))},
        {f"{AREA}{one.pk}": one.name for one in areas},
    )


def police_keys(office_id: int, names: Sequence[str]) -> tuple[dict[str, int], dict[int, str]]:
    """The keys of the measures that a file tells of, by name; those to be made have keys below nought."""
    rows = Measure.objects.filter(office_id=office_id, name__in=names)
    keys = dict(rows.values_list("name", "pk"))
    making = {-at: name for at, name in enumerate((one for one in names if one not in keys), 1)}
    return {**keys, **{name: key for key, name in making.items()}}, making
