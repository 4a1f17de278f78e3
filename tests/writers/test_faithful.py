"""What is written reads back as the sheet says, block by block, whatever the sheet."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from answerable.core.minutes.printing import as_document
from answerable.core.minutes.sheet import Heading, ListItem, Sheet, Table, Text
from answerable.readers import read
from answerable.writers.files import FormatKey, write
from tests.writers.large import Large
from tests.writers.sheets import LONG, minutes, sheet
from tests.writers.views import furniture, seen

SLOW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # to shrink pages takes minutes
    suppress_health_check=list(HealthCheck),
)


def assert_same(one: Sheet, key: FormatKey) -> None:
    expected = as_document(one, headings=key != "pdf")
    found = read(write(one, key), f"minutes.{key}")
    assert seen(found) == seen(expected)
    assert furniture(expected) - {one.footer} <= furniture(found)


@SLOW
@given(sheet())
def test_any_sheet_reads_back_from_docx(one: Sheet) -> None:
    assert_same(one, "docx")


@SLOW
@given(sheet())
def test_any_sheet_reads_back_from_pdf(one: Sheet) -> None:
    assert_same(one, "pdf")


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("key", ["docx", "pdf"])
def test_sheets_of_many_pages_read_back(key: FormatKey, seed: int) -> None:
    assert_same(Large(seed).sheet(), key)


@pytest.mark.parametrize("key", ["docx", "pdf"])
@pytest.mark.parametrize("items", [1, 2, 12, 25])
def test_minutes_read_back(key: FormatKey, items: int) -> None:
    assert_same(minutes(items), key)


@pytest.mark.parametrize("key", ["docx", "pdf"])
def test_twenty_thousand_words_in_one_paragraph_read_back(key: FormatKey) -> None:
    said = " ".join(LONG.split()[at % 40] for at in range(20_000)) + "."
    assert_same(Sheet("Minutes", [Text("The clerk read it out."), Text(said), Text("So it ended.")]), key)


HOSTILE = {
    "markup of a typesetter": '# *bold* _it_ $x^2$ [a] {b} \\ // no /* note */ `code` <l> @ref #eval("1")',
    "markup of a page": "<script>alert(1)</script> &amp; <w:p> ]]> <!-- x --> %1 %2",
    "soft hyphens": "co\u00adordinated " * 20,
    "control characters": "one\x00two\x07 three\x1b[31m four\ufffe five\ud800 six",
    "line ends and tabs": "one\ttwo\nthree\r\nfour\u2028five",
    "turned order": "The \u202eCC\u202c said \u2066so\u2069",
    "no width": "in\u200bvisible \ufeffmarks\u2060",
    "joined letters": "the \ufb01rst o\ufb03ce",
    "accents of their own": "e\u0301te\u0301 na\u00efve",
    "other alphabets": "Ещё Ελληνικά Łódź Çeşme",
    "hyphens at blanks": "Pre- and post-implementation " * 12,
}


@pytest.mark.parametrize("key", ["docx", "pdf"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_text(key: FormatKey, text: str) -> None:
    said = f"The CC said {text}."
    cells = Table((20, 60, 20), [[[Text("1")], [Text(said)], [Text("DCC")]]], caption=f"About {text[:20]}")
    items = [ListItem(said, label="1."), ListItem(said)]
    one = Sheet(f"Minutes of {text[:30]}", [Heading(f"On {text[:30]}"), Text(said), cells, *items])
    assert_same(one, key)
