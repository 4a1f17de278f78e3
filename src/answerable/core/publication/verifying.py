"""Whether a chain of decisions is what was decided: each header, each part, each signature."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from answerable.core.publication.deciding import FORMAT, NOTHING_BEFORE, hash_of
from answerable.core.publication.versions import Step, Version, book


@dataclass(frozen=True, slots=True)
class Held:
    """A decision as somebody holds it. ``parts``: the SHA-256 of the bytes held at each address that it
    brought, None where they were withdrawn."""

    number: int
    header: str
    hash: str
    key: str
    signature: str
    parts: Mapping[str, str | None] = field(default_factory=dict)


Signed = Callable[[str, bytes, str], bool]
"""Whether the owner of a public key made this signature of these bytes."""


def verify(
    decisions: Iterable[Held], keys: Mapping[str, str], signed: Signed, office: str, *, keeps: bool = False
) -> Iterator[str]:
    """A sentence for each thing that is wrong. ``decisions`` in the order of their numbers.

    ``keys`` are those believed, by id. ``keeps``: the working record, which keeps what was withdrawn.
    """
    number, before, steps, held = 0, NOTHING_BEFORE, [], []
    for one in decisions:
        said = _said(one.header)
        yield from _chained(one, said, number, before, office)
        yield from _signed(one, keys, signed)
        number, before = one.number, one.hash
        steps.append(_step(one.number, said))
        held.append(one)
    versions = book(steps)
    for one, step in zip(held, steps, strict=True):
        yield from _whole(one, step, versions, keeps=keeps)


def _said(header: str) -> dict[str, Any]:
    """What a header says; nothing where it is none: whoever changed it may have written anything."""
    try:
        found = json.loads(header)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _chained(one: Held, said: Mapping[str, Any], last: int, before: str, office: str) -> Iterator[str]:
    name = f"Publication {one.number}"
    if one.number != last + 1:
        yield f"{name} follows publication {last}: some are missing between them."
    if hash_of(one.header) != one.hash:
        yield f"{name}: its header was changed."
    if said.get("before") != before and one.number == last + 1:
        yield f"{name} does not follow what stands before it: one of the two was put in another's place."
    if (said.get("format"), said.get("office"), said.get("number")) != (FORMAT, office, one.number):
        yield f"{name}: its header is of another publication."


def _signed(one: Held, keys: Mapping[str, str], signed: Signed) -> Iterator[str]:
    public = keys.get(one.key)
    if public is None:
        yield f"Publication {one.number} is signed with the key {one.key or '(none)'}, which is not known."
    elif not signed(public, one.hash.encode(), one.signature):
        yield f"Publication {one.number}: its signature is not genuine."


def _step(number: int, said: Mapping[str, Any]) -> Step:
    parts = [one for one in _listed(said, "parts") if isinstance(one, dict)]
    brings = [(str(one.get("path")), str(one.get("sha256"))) for one in parts]
    return Step(number, brings, [str(one) for one in _listed(said, "withdrawn")])


def _listed(said: Mapping[str, Any], name: str) -> list[Any]:
    found = said.get(name)
    return found if isinstance(found, list) else []


def _whole(one: Held, step: Step, versions: Mapping[str, list[Version]], *, keeps: bool) -> Iterator[str]:
    """Are the bytes there that it brought, and those gone that were withdrawn?"""
    for path, sha256 in step.brings:
        state = next(each.state for each in versions[path] if each.brought_by == one.number)
        where = f"Publication {one.number}: the bytes of /{path}"
        if path not in one.parts:
            yield f"{where} are missing."
        elif one.parts[path] is None and state != "withdrawn":
            yield f"{where} are gone, and no publication withdrew them."
        elif one.parts[path] is not None and one.parts[path] != sha256:
            yield f"{where} were changed."
        elif one.parts[path] is not None and state == "withdrawn" and not keeps:
            yield f"{where} are there, though they were withdrawn."
    for path in one.parts:
        if path not in dict(step.brings):
            yield f"Publication {one.number}: /{path} is there, which it did not bring."
