"""Which version of what stands at which address, told from the decisions in their order.

The public store and the working record each tell it from the same decisions, so they say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_MARK = "/version/"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
"""The number of a version as it is written in its address, and of a size that every store can hold."""
CURRENT, REPLACED, WITHDRAWN = "current", "replaced", "withdrawn"


def version_path(path: str, version: int) -> str:
    """The address of a version, which goes on showing it when a later one has taken its place."""
    return f"{path}{_MARK}{version}"


def split_version(path: str) -> tuple[str, int | None]:
    """An address of a version in its two parts; None where it is the address of what stands there now."""
    base, mark, number = path.rpartition(_MARK)
    if mark and _NUMBER.fullmatch(number):
        return base, int(number)
    return path, None


@dataclass(frozen=True, slots=True)
class Step:
    """What one decision does: the paths that it brings, with the SHA-256 of each, and what it withdraws.

    ``withdrawn`` names addresses, of which every version goes, or single versions of them.
    """

    number: int
    brings: Sequence[tuple[str, str]] = ()
    withdrawn: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """``brought_by`` and ``ended_by`` are numbers of decisions."""

    path: str
    version: int
    sha256: str
    state: str
    brought_by: int
    ended_by: int | None = None


Book = dict[str, list[Version]]
"""Of each address its versions, the first one first."""


def book(steps: Iterable[Step]) -> Book:
    """Every version of every address, after these decisions in the order of their numbers."""
    found: Book = {}
    for step in steps:
        for path, sha256 in step.brings:
            _bring(found.setdefault(path, []), path, sha256, step.number)
        for one in step.withdrawn:
            path, version = split_version(one)
            _withdraw(found.get(path, []), version, step.number)
    return found


def current(versions: Sequence[Version]) -> Version | None:
    """What stands at the address now."""
    return next((one for one in reversed(versions) if one.state == CURRENT), None)


def readable(versions: Sequence[Version]) -> list[Version]:
    """The versions whose bytes can be read."""
    return [one for one in versions if one.state != WITHDRAWN]


def _bring(versions: list[Version], path: str, sha256: str, number: int) -> None:
    for at, one in enumerate(versions):
        if one.state == CURRENT:
            versions[at] = replace(one, state=REPLACED, ended_by=number)
    versions.append(Version(path, len(versions) + 1, sha256, CURRENT, number))


def _withdraw(versions: list[Version], version: int | None, number: int) -> None:
    for at, one in enumerate(versions):
        if one.state != WITHDRAWN and version in (None, one.version):
            versions[at] = replace(one, state=WITHDRAWN, ended_by=number)
