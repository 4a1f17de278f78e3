"""SQLite's FTS5: groups of terms in its own language (sqlite.org/fts5.html, section 3)."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.full_text.terms import Group, Term


def expression(groups: Sequence[Group]) -> str:
    """What MATCH takes; every word is quoted, and is letters and digits."""
    return " OR ".join(f"({_group(group)})" for group in groups)


def _group(group: Group) -> str:
    wanted = " AND ".join(map(_term, group.wanted))
    unwanted = " OR ".join(map(_term, group.unwanted))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")
