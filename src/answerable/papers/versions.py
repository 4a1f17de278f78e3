"""The version of each thing that a form edits: the form carries it, and it is compared behind the lock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import models

from answerable.audit.queries import who_changed
from answerable.core.clash import Choice, Clash, version
from answerable.papers.models import Coverage, Judgement, Point, Template, Terms


def introduction_version(terms: Terms | None) -> str:
    return version(terms.introduction if terms else "")


def point_version(point: Point) -> str:
    """Of its words and its topic; its place is nobody's text."""
    return version(point.text, point.topic_id)


def template_version(template: Template | None) -> str:
    return version(template.name, template.points, template.forum_id) if template else ""


def parts_version(coverage: Iterable[Coverage]) -> str:
    """Of which part answers which point, as the force said it or as it was proposed."""
    return version(sorted((one.point_id, one.part) for one in coverage))


def verdicts_version(coverage: Iterable[Coverage]) -> str:
    """Of what the office confirmed."""
    return version(sorted((one.point_id, one.verdict) for one in coverage if one.verdict))


def judgement_version(judgement: Judgement | None) -> str:
    if judgement is None:
        return version()
    said = (judgement.points, judgement.length, judgement.voice, judgement.risks, judgement.overall)
    return version(*said, judgement.words, judgement.outcome, judgement.why)


def clash_over(thing: str, row: models.Model, choices: Sequence[Choice], held: str, operation: str) -> Clash:
    """What the second of two people is told: only the fields that they want different are chosen about.

    Who was first is told by the last event of the operation about the row.
    """
    who, at = who_changed(row, operation)
    return Clash(thing, [one for one in choices if one.theirs != one.yours], who=who, at=at, version=held)
