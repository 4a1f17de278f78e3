"""Open data: the reference is printed from the fields, and every example of the how-to works.

``PRINT_PAGES=1`` prints the reference anew.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from answerable.core.publication.open_data.field import Field
from answerable.core.publication.open_data.resources import RESOURCES
from answerable.core.publication.open_data.tables import columns
from answerable.public.api.filters import SAID_AS, TAGS
from tests import open_data

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE = DOCS / "reference" / "open-data.md"
EXAMPLES = (DOCS / "how-to" / "use-the-data.md").read_text("utf-8")
SITE = "https://record.example"
HEAD = """# Open data

This page is printed from the list of fields from which API and files are made
(`core/publication/open_data`). How to use them: [Use the data](../how-to/use-the-data.md).

## What stays
- An address of version 1 keeps its meaning. Fields, filters and kinds of lines are added to it, and none is
  taken away or given another meaning; a program that passes over what it does not know goes on working.
  Should something have to change otherwise, there will be a version 2 beside it.
- A path names one thing for ever. What was corrected keeps it; what is gone leaves a tombstone (`gone`,
  without words) in lists that are asked with `modified_since`, and status 410 at `/api/v1/at`.
- A list is in the order in which its lines first came. `modified` never goes back, also where a clock does.

## Every line
| Field | What it says |
|---|---|
| `path` | its permanent address without the first slash |
| `url` | the same for a browser |
| `kind` | what kind of line it is |
| `office` | the office's name in addresses |
| `forum` | the path of the series of meetings |
| `date` | its day |
| `part` | the path of the snapshot that it is told from |
| `modified` | when the public store last changed it |
| `gone` | true for what was published here and is not any more |
| `tags` | what it can be chosen by, by name: lists of values |
| `data` | the fields of its kind, as below; null where it is gone |

A single value may be null; a list may be empty. Dates are `2019-03-12`, moments are in UTC.

## Problems
One shape (RFC 9457, `application/problem+json`) with `type`, `title`, `status` and `detail`, a sentence: 400
for what cannot be read, 404 for an address that never was, 405 for anything but GET and HEAD, 410 for what
was withdrawn, 422 for a value or a name that cannot be used. Accept is not looked at: an address has one
form, JSON, and RFC 9110 (12.5.1) lets it be sent to whoever asks. So a kept answer is right for everybody,
and nobody gets 406. `/api` has an example of every address, which the tests ask.

## CSV
RFC 4180 in UTF-8, with a first row of names and lines that end with CR LF. An empty cell is null or no words.
Lists have `|` between their values; a `|` within one is written `¦`. Records are JSON. Nothing is put before
a value that a spreadsheet could take for a formula. New columns come after those that are there.
"""


def printed() -> str:
    """The whole page."""
    parts = [HEAD]
    for one in RESOURCES:
        parts.append(f"\n## {one.name.capitalize()}\n{one.says} Kind: `{one.kind}`.\n\n")
        filters = [f"`{SAID_AS.get(tag, tag)}` ({TAGS[tag]})" for tag in one.filters]
        if filters:
            parts.append(f"Chosen by {', '.join(filters)}.\n\n")
        parts.append("| Field | Type | What it says |\n|---|---|---|\n")
        parts += [_row(field) for field in one.fields]
        names = ", ".join(f"`{column.name}`" for column in columns(one))
        parts.append(f"\nColumns of `{one.name}.csv`: {names}.\n")
    return "".join(parts)


def _row(field: Field, before: str = "") -> str:
    own = f"| `{before}{field.name}` | {field.type} | {field.says} |\n"
    return own + "".join(_row(one, f"{before}{field.name}.") for one in field.fields)


def test_the_reference_says_what_the_code_does() -> None:
    if os.environ.get("PRINT_PAGES"):
        REFERENCE.write_text(printed(), "utf-8")
    assert REFERENCE.read_text("utf-8") == printed()


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", EXAMPLES, re.DOTALL)


def asked(address: str) -> Any:
    """What the site of the examples answers; here it is this program."""
    assert address.startswith(SITE)
    return Client().get(address.removeprefix(SITE))


@pytest.fixture
def site(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SITE, settings.DATA = SITE, tmp_path
    monkeypatch.setattr(urllib.request, "urlopen", lambda address: io.BytesIO(asked(address).content))
    open_data.world()


@pytest.mark.any_database
def test_every_command_of_the_how_to_gets_something(site: None) -> None:
    commands = [line for block in blocks("bash") for line in block.strip().splitlines()]
    assert len(commands) >= 8
    for line in commands:
        program, *_, address = shlex.split(line)
        answer = asked(address)
        assert program == "curl"
        assert answer.status_code == 200, line
        if "/api/" in address and "/at?" not in address:
            assert answer.json()["rows"], line


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, "1 open, 2 owners"),
        (1, "6 lines, 0 of them questions"),
        (2, "34 lines up to 2019-05-02T09:00:00Z"),
    ],
)
def test_every_program_of_the_how_to_runs(
    site: None, place: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(blocks("python")) == 3
    exec(compile(blocks("python")[place], "use-the-data.md", "exec"), {})
    assert capsys.readouterr().out.strip().splitlines()[-1] == said
