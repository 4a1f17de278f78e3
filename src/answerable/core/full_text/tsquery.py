"""PostgreSQL's full text: groups of terms as a ``tsquery``, and how ``ts_headline`` marks what was found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from answerable.core.full_text.marks import EXTRACT_WORDS, GAP, START, STOP, TITLE_WEIGHT
from answerable.core.full_text.terms import Group, Term

WEIGHTS = f"{{{1 / TITLE_WEIGHT}, 0, 0, 1}}"
"""Of D, C, B and A, as ``ts_rank_cd`` takes them; the indexes give a title A and a text D."""

_SHORTEST_EXTRACT = 12  # words; below it a stretch says nothing
_MARKS = f'StartSel="{START}", StopSel="{STOP}"'
_STRETCH = f"MaxFragments=2, MaxWords={EXTRACT_WORDS // 2}, MinWords={_SHORTEST_EXTRACT // 2}"
OPTIONS = (f"{_MARKS}, HighlightAll=true", f'{_MARKS}, {_STRETCH}, FragmentDelimiter="{GAP}"')
"""Of ``ts_headline``, for a title and for a text."""
APART = "\x04"
"""Stands in a marked text between what is neither letter nor blank; it is to be taken out of the answer."""

# Latin letters of western languages and of Welsh that are a plain letter with an accent: those of the
# migrations that make the indexes. Others (ø, ß, þ) are letters of their own in both databases.
_ACCENTED = re.compile(
    "["
    + "".join(
        letter
        for letter in map(chr, [*range(0xC0, 0x180), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3])
        if unicodedata.normalize("NFD", letter)[0].isascii()
    )
    + "]"
)


def apart(column: str) -> str:
    """SQL for a column as ``ts_headline`` has to read it.

    Its parser would take "12.5", "anti-social", "<b>" and addresses as one word each, where the index has
    their parts: APART on both sides of whatever is neither letter nor blank keeps these from being one.
    """
    return f"regexp_replace({column}, '([^[:alnum:][:space:]])', '{APART}\\1{APART}', 'g')"


def expression(groups: Sequence[Group]) -> str:
    """What ``to_tsquery`` takes; every word is quoted, and is letters and digits."""
    return " | ".join(f"({_group(group)})" for group in groups)


def _group(group: Group) -> str:
    return " & ".join([*map(_term, group.wanted), *(f"!({_term(term)})" for term in group.unwanted)])


def _term(term: Term) -> str:
    words = " <-> ".join(f"'{_plain(word)}'" for word in term.words)
    return words + (":*" if term.prefix else "")


def _plain(text: str) -> str:
    """The letters that the indexes have without their accents, without them here too."""
    return _ACCENTED.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], text)
