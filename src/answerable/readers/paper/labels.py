"""Labels: bullets, items' numbers and owners' initials, as they look alone."""

from __future__ import annotations

import re

BULLET = re.compile(r"[•·▪■●○◦➢►✓\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\u2023\u2043]|[-–—o*](?=\s|$)")
"""A bullet at the start of a line; \\uf0b7 and its like are Word's, from its symbol fonts."""
NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])|\([a-z0-9]{1,4}\))(?=\s)"
    r"|\d{1,2}\.(?=[A-Z]{2})"  # "2.ACC": an owner of the second action
)
"""A list item's number at the start of a line."""
LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.):]*(?:\s*\(?[a-z]{1,3}\)?[.)]*)?"
    r"|(?:[a-zA-Z]|[ivxIVX]{1,5})[.):]*(?:\s*\([a-z]{1,3}\)[.)]*)?)",
    re.ASCII,
)
"""What stands in a column of numbers: "2.", "2.1", "a", "(iii)", "3 a)", "a (i)"; no word such as "The"."""
INITIALS = re.compile(r"(?:\d{1,2}\.)?(?:[A-Z]{2,6}|[A-Z]{1,3}[a-z][A-Z]?)(?:[/,&+]+(?:[A-Z]{2,6})?)*")
"""Owners as an action column prints them: "ACC", "1.ACC/", "CEx"."""


_AFTER_LETTER, _LETTERS = frozenset(").:"), frozenset("ivxIVXo")
"""What follows a letter that is a number, and letters that begin a Roman one or are a bullet."""
MARKER = re.compile(f"(?:{BULLET.pattern}|{NUMBER.pattern})\\s*(?=\\S)")


def marker_length(text: str) -> int:
    """How many characters stand before the words of a line that begins with a bullet or number; else 0."""
    first, second = text[0], text[1:2]
    if first.isalpha() and second not in _AFTER_LETTER and first not in _LETTERS:
        return 0  # nearly every line: told without the expression
    match = MARKER.match(text)
    return match.end() if match else 0


def is_marked(text: str) -> bool:
    """Whether a line begins with a bullet or a list item's number, and words follow."""
    return marker_length(text) > 0
