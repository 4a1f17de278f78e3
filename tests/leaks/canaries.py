"""A word of its own in every text of every row of the working record, and where each was put."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LENGTH = 4  # letters that tell one canary from another: 456,976 of them
MARK = "qzx"
"""Stands between a canary's letters and the same again: an index that writes only how a word differs from the
one before it (FTS5 does) writes the mark and the second half all the same."""
CANARY = re.compile(rf"{MARK}([a-z]{{{LENGTH}}})")
NOT_WORDS = re.compile(r"[a-z_-]*|\d{4}-\d\d(-\d\d)?.*|[0-9.:/ -]+|[0-9a-f]{16,}")
"""Values that programs compare: names of kinds, days, numbers, hashes."""
COMPARED = re.compile(
    r"(slug|key|number|label|typed_as|sha256|hash|media_type|read_with|content|path|password|abbreviation|anchor|header"
    r"|signature|secret|token|time|mark|side|office|lease|args|kind|unit|what|code|duty|address)$"
)
"""Columns that programs compare: a word in them would be another thing, not another text."""
FILLED = re.compile(
    r"^(marking_note|note|notes|why|why_not|why_dropped|reason|answer_text|answer_words|(force|office)_comment|background"
    r"|exempt|exemption|papers|evidence|tested_by|introduction|portfolio|next_venue|source_name|minutes_by|lead|outcome"
    r"|question|done_or_why_not|state_why|taken_back_why|agreed_by|waits_for|heading|asked_by|trouble|why_lifted)$"
)
"""Columns that get a word where they have none, so that there is something to leak."""
UNTOUCHED = frozenset({"published", "audit"})
"""The public store itself, and the chain of events, which one more word would break."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a canary was put: the table, the column, the row's key, and in which sowing."""

    table: str
    column: str
    key: int
    sowing: int = 1

    @property
    def place(self) -> str:
        return f"{self.table}.{self.column}"


class Garden:
    """All canaries that were sown, each by its letters."""

    def __init__(self) -> None:
        self.planted: dict[str, Planted] = {}
        self._before: dict[tuple[str, str, int], str] = {}

    def plant(self, place: str, key: int = 0, sowing: int = 1) -> str:
        """A new word, to be put somewhere by hand; ``place`` is "table.column"."""
        letters = letters_of(len(self.planted))
        table, _, column = place.rpartition(".")
        self.planted[letters] = Planted(table, column, key, sowing)
        return whole(letters)

    def sow(self, sowing: int = 1, leaving: Iterable[str] = ()) -> None:
        """Put one into every text that there is, but those of the tables that are to be left.

        What was sown there before goes: the text is another one now.
        """
        left = set(leaving)
        self._before = {(at.table, at.column, at.key): one for one, at in self.planted.items() if at.key}
        for model in working_tables():
            if model._meta.label not in left:
                for row in model._default_manager.order_by("pk"):
                    self._sow_row(model, row, sowing)

    def _sow_row(self, model: type[models.Model], row: Any, sowing: int) -> None:
        values = {}
        for column in texts_of(model):
            word = letters_of(len(self.planted))
            before = self._before.get((model._meta.label, column.attname, row.pk))
            old = _without(getattr(row, column.attname), before)
            value = _with(old, whole(word), column)
            if value is not None:
                values[column.attname] = value
                self.planted[word] = Planted(model._meta.label, column.attname, row.pk, sowing)
        if values:
            model._default_manager.filter(pk=row.pk).update(**values)

    def found_in(self, answer: bytes) -> set[str]:
        """The letters of the canaries in some bytes, in whatever case, also with a zero between letters."""
        text = answer.replace(b"\0", b"").decode("latin-1").lower()
        return {one for one in CANARY.findall(text) if one in self.planted}


def letters_of(number: int) -> str:
    """The letters of a canary: the quickest changing ones first, so that neighbours begin differently."""
    letters = ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return letters


def working_tables() -> list[type[models.Model]]:
    """Every table of ours but those that are untouched."""
    ours = (one for one in apps.get_models() if one._meta.app_label in settings.SLICES)
    return [one for one in ours if one._meta.app_label not in UNTOUCHED]


def texts_of(model: type[models.Model]) -> Iterator[Any]:
    """The columns that hold words of people."""
    for column in model._meta.concrete_fields:
        kinds = (models.CharField, models.TextField, models.JSONField)
        if isinstance(column, kinds) and not column.choices and not COMPARED.search(column.name):
            yield column


def whole(letters: str) -> str:
    """The canary of some letters."""
    return f"{letters}{MARK}{letters}"


def _without(value: Any, letters: str | None) -> Any:
    """A text, or the texts of some JSON, without a canary."""
    if letters is None or not value:
        return value
    if isinstance(value, str):
        return (
            value.replace(f" {whole(letters)}", "")
            .replace(f"{whole(letters)}.", "")
            .replace(whole(letters), "")
        )
    return json.loads(_without(json.dumps(value), letters))


def _with(value: Any, canary: str, column: Any) -> Any:
    """The value with a canary in it; None where there is no room for one, or no text."""
    if isinstance(column, models.JSONField):
        grown = _json_with(value, canary)
        return grown if grown != value else None
    if value == "" and FILLED.match(column.name):
        return canary
    if not value or NOT_WORDS.fullmatch(value):
        return None
    if isinstance(column, models.EmailField):
        return f"{canary}.{value}"
    longest = column.max_length or 10_000
    return f"{value} {canary}" if len(value) + len(canary) < longest else None


def _json_with(value: Any, canary: str) -> Any:
    if isinstance(value, str):
        return value if NOT_WORDS.fullmatch(value) else f"{value} {canary}"
    if isinstance(value, list):
        return [_json_with(one, canary) for one in value]
    if isinstance(value, dict):
        return {key: _json_with(one, canary) for key, one in value.items()}
    return value
