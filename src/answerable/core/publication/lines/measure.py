"""The lines of a measure: itself, and each of its figures."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.shapes_measures import MeasureContent, PublishedSeries

RECENT = 36
"""Periods of the small picture in a list of measures."""
OF_OTHERS = ("path", "series", "actions", "format")


def lines_of_measure(content: MeasureContent) -> list[LineFact]:
    """The measure with what was said of its first series, then its figures in the order of time."""
    return [_measure(content), *(line for one in content["series"] for line in _figures(content, one))]


def _measure(content: MeasureContent) -> LineFact:
    main = content["series"][0] if content["series"] else None
    data: dict[str, Any] = {key: one for key, one in content.items() if key not in OF_OTHERS}
    verdict = main["verdict"] if main else None
    data |= {
        "whose": main["name"] if main else None,
        "headline": verdict["headline"] if verdict else "",
        "sentences": verdict["sentences"] if verdict else [],
        "areas": sorted({one["area"] for one in content["series"] if one["area"]}),
        "recent": main["observed"][-RECENT:] if main else [],
    }
    tags = [("area", name) for name in data["areas"]]
    tags += [("topic", content["topic"])] if content["topic"] else []
    text = " ".join([data["headline"], *data["sentences"], *content["also"]]).strip()
    return LineFact(
        "measure", content["path"], content["name"], text, content["as_of"], "", data, tuple(tags)
    )


def _figures(content: MeasureContent, series: PublishedSeries) -> list[LineFact]:
    of = {
        "measure": content["path"], "name": content["name"], "unit": content["unit"], "who": series["who"],
        "whose": series["name"], "area": series["area"], "source": series["source"],
    }  # fmt: skip
    tags = [("measure", content["path"])] + ([("area", series["area"])] if series["area"] else [])
    return [
        LineFact(
            "observation", f"{content['path']}#{series['key']}-{one['start']}", content["name"], one["note"],
            one["last"], "", {**of, **one}, tuple(tags),
        )
        for one in series["observed"]
    ]  # fmt: skip
