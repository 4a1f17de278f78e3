"""The words of the choices on the pages that load figures."""

from __future__ import annotations

from answerable.core.measures.loading.shape import Across
from answerable.core.measures.loading.values import Percents

ACROSS = {
    Across.NONE.value: "Nothing: each row has one value",
    Across.PERIOD.value: "Periods, a column to each",
    Across.PLACE.value: "Areas, a column to each",
    Across.MEASURE.value: "Measures, a column to each",
}
PERCENTS = {
    Percents.UNSAID.value: "As they stand, or with the sign",
    Percents.OF_HUNDRED.value: "0.85 means 0.85%",
    Percents.OF_ONE.value: "0.85 means 85%",
}
