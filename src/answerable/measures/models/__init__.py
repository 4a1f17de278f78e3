"""Measures and their figures."""

from answerable.measures.models.decided import WAYS, Line, MeasureEvent, MeasureTie, PhaseChange
from answerable.measures.models.load import AreaCode, Load, Mapping
from answerable.measures.models.measure import Definition, Measure
from answerable.measures.models.series import Gap, Observation, Revision, Series
from answerable.measures.models.signal import Answered

__all__ = [
    "WAYS",
    "Answered",
    "AreaCode",
    "Definition",
    "Gap",
    "Line",
    "Load",
    "Mapping",
    "Measure",
    "MeasureEvent",
    "MeasureTie",
    "Observation",
    "PhaseChange",
    "Revision",
    "Series",
]
