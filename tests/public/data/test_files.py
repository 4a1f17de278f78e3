"""Bulk files: what is in them, as others' programs read it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import rdflib
from csvw import CSVW
from django.test import Client

from answerable.core.publication.open_data.resources import BY_NAME, RESOURCES
from answerable.core.publication.open_data.tables import columns
from answerable.public.data.files import FILES
from tests import open_data

pytestmark = pytest.mark.django_db
HOSTILE = '=cmd|"A1",\r\n"quoted" é 𝔘 | and more'


@pytest.fixture(autouse=True)
def world(db: None, settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    settings.SITE = "https://record.example"
    open_data.world()
    open_data.take(open_data.action("A-0003", text=HOSTILE, owners=["one|two", "three"]))


def got(name: str) -> bytes:
    answer = Client().get(f"/wyvern-valley/data/{name}")
    assert answer.status_code == 200
    assert not answer.cookies
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_page_names_every_file_and_how_many_lines() -> None:
    said = Client().get("/wyvern-valley/data").content.decode()
    for one in RESOURCES:
        assert f'href="/wyvern-valley/data/{one.name}.csv"' in said
    for name in ("all.zip", "SHA256SUMS", "catalogue.jsonld"):
        assert f'href="/wyvern-valley/data/{name}"' in said


@pytest.mark.parametrize("name", BY_NAME)
def test_csv_is_what_its_metadata_says(name: str, tmp_path: Path) -> None:
    """Read by a validator of CSVW: types, required cells, one line to a key."""
    for file in (f"{name}.csv", f"{name}.csv-metadata.json"):
        (tmp_path / file).write_bytes(got(file))
    read = CSVW(
        str(tmp_path / f"{name}.csv"), md_url=str(tmp_path / f"{name}.csv-metadata.json"), validate=True
    )
    assert read.is_valid, read.warnings
    rows = list(csv.reader(io.StringIO(got(f"{name}.csv").decode("utf-8"), newline="")))
    assert rows[0] == [one.name for one in columns(BY_NAME[name])]


def test_a_csv_keeps_every_word_and_tells_lists_apart(tmp_path: Path) -> None:
    for file in ("actions.csv", "actions.csv-metadata.json"):
        (tmp_path / file).write_bytes(got(file))
    read = CSVW(str(tmp_path / "actions.csv"), md_url=str(tmp_path / "actions.csv-metadata.json"))
    (row,) = [one for one in read.tables[0].iterdicts() if one["number"] == "A-0003"]
    assert row["text"] == HOSTILE
    assert row["owners"] == ["one¦two", "three"]
    assert row["life"][0]["words"] == "=1+1"
    assert str(row["due"])[:10] == "2019-06-30"


def test_a_line_of_json_is_what_the_api_gives() -> None:
    for name in BY_NAME:
        lines = [json.loads(one) for one in got(f"{name}.jsonl").decode().splitlines()]
        assert lines == Client().get(f"/api/v1/{name}?limit=200").json()["rows"], name


def test_one_file_has_all_and_the_sums_are_right() -> None:
    packed = zipfile.ZipFile(io.BytesIO(got("all.zip")))
    assert packed.testzip() is None
    assert set(packed.namelist()) == {*FILES, "README.txt", "SHA256SUMS"}
    sums = dict(reversed(one.split("  ")) for one in packed.read("SHA256SUMS").decode().splitlines())
    assert set(sums) == {*FILES, "README.txt"}
    for name, value in sums.items():
        assert sha256(packed.read(name)).hexdigest() == value
        assert packed.read(name) == got(name)
    assert packed.read("SHA256SUMS") == got("SHA256SUMS")


def test_the_catalogue_is_dcat_for_a_reader_of_rdf() -> None:
    graph = rdflib.Graph().parse(data=got("catalogue.jsonld"), format="json-ld")
    dcat, dct = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.DCTERMS
    (catalogue,) = graph.subjects(rdflib.RDF.type, dcat.Catalog)
    assert str(catalogue) == "https://record.example/wyvern-valley/data"
    datasets = list(graph.objects(catalogue, dcat.dataset))
    assert len(datasets) == len(RESOURCES)
    assert len(list(graph.objects(catalogue, dcat.service))) == 1
    for one in datasets:
        files = list(graph.objects(one, dcat.distribution))
        assert len(files) == 3
        assert (one, dct.license, None) in graph
        for address in (url for file in files for url in graph.objects(file, dcat.downloadURL)):
            assert Client().get(str(address).removeprefix("https://record.example")).status_code == 200


@pytest.mark.parametrize("name", ["secret.csv", "current.json", "..", "meetings", "meetings.csv.gz"])
def test_no_other_file_is_given(name: str) -> None:
    assert Client().get(f"/wyvern-valley/data/{name}").status_code == 404


def test_an_office_that_published_nothing_has_none() -> None:
    assert Client().get("/otterdale/data/meetings.csv").status_code == 404
