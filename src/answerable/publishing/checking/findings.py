"""What the checks said of a publication, as it is kept beside it with the answers.

A finding is a dictionary: ``key`` (which of them), ``code``, ``path``, ``field``, ``words``, ``quote``,
``sentence``, ``mend``, ``blocks``; and once somebody answered ``answer`` ("stands"), ``why``, ``by``, ``at``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from answerable.core.chain.canonical import canonical, digest
from answerable.publishing.models import Publication

Finding = dict[str, Any]
KEY_LENGTH = 16
STANDS = "stands"
"""The one answer that lets words stand; else they are left out, and it is put forward again."""


def findings(publication: Publication) -> list[Finding]:
    """All of them: what blocks first, then what waits for an answer, then what has one."""
    found: Iterable[Finding] = publication.findings
    return sorted(found, key=lambda one: (not one["blocks"], not is_open(one)))


def open_findings(publication: Publication) -> list[Finding]:
    """Those that keep it from being decided."""
    return [one for one in findings(publication) if is_open(one)]


def is_open(one: Mapping[str, Any]) -> bool:
    return bool(one["blocks"]) or one.get("answer") != STANDS


def may_be_decided(found: Sequence[Mapping[str, Any]]) -> bool:
    """Does nothing block, and has everything that asks been answered?"""
    return not any(is_open(one) for one in found)


def keyed(one: Mapping[str, Any]) -> Finding:
    """A finding with its key, which is the same for the same words at the same place."""
    names = ("code", "path", "field", "words", "quote")
    return {**one, "key": digest(canonical([one[name] for name in names]))[:KEY_LENGTH]}


def answered(now: Iterable[Finding], before: Iterable[Finding]) -> list[Finding]:
    """Findings with the answers that the same ones had before."""
    given = {one["key"]: one for one in before if one.get("answer")}
    names = ("answer", "why", "by", "at")
    return [
        {**one, **{name: given[one["key"]][name] for name in names if one["key"] in given}} for one in now
    ]
