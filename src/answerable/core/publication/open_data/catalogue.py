"""The catalogue of an office's data, as DCAT 3 in JSON-LD. Its terms are written out: nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answerable.core.publication.open_data.field import Resource
from answerable.core.publication.open_data.tables import LICENCE_URL

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPES = "https://www.iana.org/assignments/media-types"
FORMATS = (("csv", "text/csv", "CSV"), ("jsonl", "application/jsonl", "JSON, a line to each"))
DAILY = "http://publications.europa.eu/resource/authority/frequency/DAILY"


def catalogue(
    site: str, slug: str, name: str, modified: str | None, resources: Sequence[Resource]
) -> dict[str, Any]:
    """One dataset to a resource, each as files and by the API. ``modified`` is a moment in UTC."""
    here = f"{site}/{slug}/data"
    about: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": here,
        "@type": "dcat:Catalog",
        "dct:title": _english(f"Open data of {name}"),
        "dct:description": _english("What was published of holding the police to account."),
        "dct:publisher": {"@id": f"{site}/{slug}", "@type": "foaf:Agent", "foaf:name": name},
        "dct:license": {"@id": LICENCE_URL},
        "foaf:homepage": {"@id": here},
        "dcat:service": _service(site),
        "dcat:dataset": [_dataset(site, here, slug, modified, one) for one in resources],
    }
    return {**about, **_modified(modified)}


def _dataset(site: str, here: str, slug: str, modified: str | None, one: Resource) -> dict[str, Any]:
    files = [_file(here, one, ending, media_type, words) for ending, media_type, words in FORMATS]
    by_api = {
        "@id": f"{here}#{one.name}-api",
        "@type": "dcat:Distribution",
        "dct:title": _english(f"{one.name.capitalize()}, by the API"),
        "dcat:accessURL": {"@id": f"{site}/api/v1/{one.name}?office={slug}"},
        "dcat:accessService": {"@id": f"{site}/api"},
        "dcat:mediaType": {"@id": f"{TYPES}/application/json"},
        "dct:license": {"@id": LICENCE_URL},
    }
    return {
        "@id": f"{here}#{one.name}",
        "@type": "dcat:Dataset",
        "dct:title": _english(one.name.capitalize()),
        "dct:description": _english(one.says),
        "dct:accrualPeriodicity": {"@id": DAILY},
        "dct:license": {"@id": LICENCE_URL},
        "dct:publisher": {"@id": f"{site}/{slug}"},
        "dcat:landingPage": {"@id": here},
        "dcat:distribution": [*files, by_api],
        **_modified(modified),
    }


def _file(here: str, one: Resource, ending: str, media_type: str, words: str) -> dict[str, Any]:
    found = {
        "@id": f"{here}#{one.name}-{ending}",
        "@type": "dcat:Distribution",
        "dct:title": _english(f"{one.name.capitalize()}, as {words}"),
        "dcat:downloadURL": {"@id": f"{here}/{one.name}.{ending}"},
        "dcat:accessURL": {"@id": here},
        "dcat:mediaType": {"@id": f"{TYPES}/{media_type}"},
        "dct:license": {"@id": LICENCE_URL},
    }
    if ending == "csv":
        found["dct:conformsTo"] = {"@id": f"{here}/{one.name}.csv-metadata.json"}
    return found


def _service(site: str) -> dict[str, Any]:
    return {
        "@id": f"{site}/api",
        "@type": "dcat:DataService",
        "dct:title": _english("The API, version 1"),
        "dcat:endpointURL": {"@id": f"{site}/api/v1"},
        "dcat:endpointDescription": {"@id": f"{site}/api/v1/openapi.json"},
        "dct:license": {"@id": LICENCE_URL},
    }


def _english(words: str) -> dict[str, str]:
    return {"@value": words, "@language": "en"}


def _modified(moment: str | None) -> dict[str, Any]:
    return {"dct:modified": {"@value": moment, "@type": "xsd:dateTime"}} if moment else {}
