"""Whatever a document holds, its record keeps the contract: nothing lost, nothing said twice, no failure."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.coverage import violations

from answerable.core.minutes.grammar import read_minutes
from tests.core.documents import Piece, Table, document, table

WORDS = st.sampled_from(
    """ACTION: Action 7: AP3: ION: RESOLVED: Decision: Update: Owner: DCC Due: 30 June 2026 PCC CC/ACC
    asked     said the report. Closed. None 1. 2.1 a) (i) IV. 24/31 Item 4 – • Q1. A: Question from
    Mrs Doe Present:     Apologies: Date: Chair: Jane Doe (JD) Mr Lee Chief Constable that queried
    confirmed whether? ? . : - – / 12%     in three months by next meeting Matters arising Any other
    business Date of next meeting All Action Lead Item No     Summary of actions arising Progress
    Complete Open assured Custody RURAL CRIME Assurance ш é ﬁ""".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join) | st.text(min_size=1, max_size=40).map(
    lambda text: " ".join(text.split()) or "x"
)
PIECES = st.builds(
    Piece,
    text=TEXTS,
    kind=st.sampled_from(["paragraph", "paragraph", "heading", "list_item", "furniture"]),
    strong=st.sampled_from([False, False, True, 1, 6]),
)
CELLS = st.lists(PIECES.filter(lambda piece: piece.kind != "furniture"), max_size=3)
TABLES = st.integers(2, 5).flatmap(
    lambda columns: st.lists(st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=5)
)
PARTS = st.lists(PIECES | TABLES.map(table), max_size=14)


@settings(max_examples=250, deadline=None)
@given(PARTS)
def test_any_document_is_read_and_nothing_of_it_is_lost(parts: list[Piece | Table]) -> None:
    made = document(*parts)
    record = read_minutes(made)
    assert violations(record, made.text) == []
    assert json.dumps(record) == json.dumps(read_minutes(made))


@settings(max_examples=60, deadline=None)
@given(PARTS)
def test_what_is_read_points_at_its_own_words(parts: list[Piece | Table]) -> None:
    """An action's words stand at its place, whatever was cut off before and behind."""
    record = read_minutes(document(*parts))
    for action in record["actions"]:
        quoted = "".join(place["quote"] for place in action["source"])
        assert "".join(action["text"].replace("\u00ad", "").split()) in "".join(
            quoted.replace("\u00ad", "").split()
        )
