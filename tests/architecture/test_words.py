"""The words of GLOSSARY.md: each defined, and those that they replace not used in code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
WORDS = """
office, force, body, area, person, post, tenure, role, forum, meeting, meeting kind, forward plan,
terms of reference, briefing note, agenda item, entry, exchange, assurance, action, commitment,
matters arising, lapsed, marking, topic, measure, series, observation, target, limit, baseline, aspiration,
special cause, common cause, plan, objective, recommendation, snapshot, publication, redaction, operation,
query, commissioner, chief officer, place, source, passage, block, notice, warning, candidate, correction,
document, record, slice, update, furniture
"""
NOT_OURS = {"tenant", "ticket", "kpi", "selector"}
"""Words that the glossary replaces and that no name in code may hold."""


def _defined() -> set[str]:
    text = (CHECKOUT / "GLOSSARY.md").read_text("utf-8")
    return {
        word.strip() for line in re.findall(r"^\*\*(.+?)\*\*", text, re.MULTILINE) for word in line.split(",")
    }


@pytest.mark.parametrize("word", [word.strip() for word in WORDS.replace("\n", " ").split(",")])
def test_is_defined(word: str) -> None:
    assert word in _defined()


def test_replaced_words_are_not_in_code() -> None:
    found = []
    for path in sorted((CHECKOUT / "src").rglob("*.py")):
        for name in re.findall(r"(?:def|class) (\w+)", path.read_text("utf-8")):
            if NOT_OURS & set(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", name).lower())):
                found.append(f"{path.relative_to(CHECKOUT)}: {name}")
    assert found == []
