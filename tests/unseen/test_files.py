"""The same minutes read from files: what a format keeps must not change what is read.

A case names under ``formats`` what cannot be asked of a format: plain text has no emphasis and no cells.
"""

from __future__ import annotations

import pytest
from scoring.coverage import violations

from answerable.core.minutes.grammar import read_minutes
from answerable.readers import read
from tests.core.documents import Table
from tests.unseen import files
from tests.unseen.comparing import differences
from tests.unseen.notation import Case, all_cases

MAKERS = {"docx": files.as_docx, "html": files.as_html, "pdf": files.as_pdf, "txt": files.as_text}


def _has_table(case: Case) -> bool:
    return any(isinstance(part, Table) for part in case.parts)


def _wanted(case: Case, kind: str) -> bool:
    given_up = " ".join(case.expected.get("formats", []))
    return kind not in given_up and not (kind == "txt" and _has_table(case))


@pytest.mark.parametrize(
    ("kind", "case"),
    [(kind, case) for kind in MAKERS for case in all_cases() if _wanted(case, kind)],
    ids=str,
)
def test_a_file_is_read_alike(kind: str, case: Case) -> None:
    made = read(MAKERS[kind](case.parts), f"minutes.{kind}")
    record = read_minutes(made)
    assert differences(case, record) == []
    assert violations(record, made.text) == []
