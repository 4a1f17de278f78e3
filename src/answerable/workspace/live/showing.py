"""A typed line as its page shows it: its words, and what the grammar made of them in a few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from answerable.actions.models import Action
from answerable.components import words
from answerable.core.live.lines import Piece
from answerable.core.live.words import KIND_NAMES
from answerable.minuting.models import Line
from answerable.minuting.queries import line_version

BETWEEN = " · "
THEN = ", then "


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with the actions that stand in it, in the order of their pieces."""

    line: Line
    actions: list[Action]

    @property
    def version(self) -> str:
        return line_version(self.line)

    @property
    def pieces(self) -> list[Piece]:
        return list(self.line.read)

    @property
    def kind(self) -> str:
        """That of its first piece, for its looks."""
        return self.pieces[0]["kind"] if self.pieces else "note"

    @property
    def facts(self) -> str:
        """ "question · PCC, then answer · CC · promise, by 31 May 2026" """
        told = THEN.join(BETWEEN.join(_facts(piece)) for piece in self.pieces)
        return f"{told}{BETWEEN}as somebody said" if self.line.kind else told

    @property
    def is_open_point(self) -> bool:
        """An action that nobody owns, or that has no day."""
        return any(
            piece["kind"] == "action" and not (piece["owners"] and piece["due"]) for piece in self.pieces
        )

    def as_json(self) -> dict[str, Any]:
        """For the script: no words of the line, which the browser has."""
        return {
            "key": str(self.line.key),
            "pk": self.line.pk,
            "version": self.version,
            "kind": self.kind,
            "facts": self.facts,
            "open": self.is_open_point,
            "page": reverse("line", args=[self.line.pk]),
            "actions": [
                {"number": one.number or "", "page": reverse("action", args=[one.pk])} for one in self.actions
            ],
        }


def shown(lines: Iterable[Line], actions: Iterable[Action]) -> list[Shown]:
    """Lines with their actions."""
    of_lines: dict[str, list[Action]] = {}
    for action in actions:
        of_lines.setdefault(action.typed_as.partition(":")[0], []).append(action)
    return [Shown(line, of_lines.get(str(line.key), [])) for line in lines]


def _facts(piece: Piece) -> Iterator[str]:
    yield KIND_NAMES[piece["kind"]]
    if piece["kind"] == "action":
        yield words.listed(piece["owners"]) or "nobody is named"
        yield _when(piece, "due") or "no date"
        return
    if piece["speakers"]:
        yield words.listed(piece["speakers"])
    if piece["stance"]:
        yield f"“{piece['stance']}”"
    if piece["promise"]:
        promise = "" if piece["kind"] == "commitment" else "promise"
        yield ", ".join(filter(None, [promise, _when(piece, "by")])) or "no date"


def _when(piece: Piece, word: str) -> str:
    """ "due 30 June 2026", "by 31 May 2026 and 1 July 2026", "due “once set”"; "" without a day."""
    days = [
        words.date(dt.date.fromisoformat(due["date"])) if due["date"] else f"“{due['text']}”"
        for due in piece["due"]
    ]
    return f"{word} {words.listed(days)}" if days else ""
