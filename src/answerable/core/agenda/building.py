"""What should stand on an agenda, in which order and why: the agenda as it would write itself.

Every proposal has a key that stays the same while its reason does, so that ``core.agenda.merging`` knows it
again and never proposes twice what a person changed or took off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

ARISING, AOB, NEXT, ACCOUNT = "matters_arising", "any_other_business", "next_meeting", "holding_to_account"
SINGLE = {ARISING: "arising", AOB: "aob", NEXT: "next"}
"""Kinds of items that an agenda has once, and their keys, whether a forum lists them or not."""

TITLES = {"arising": "Matters arising", "aob": "Any other business", "next": "Next meeting"}
"""What these are called where a forum's labels say nothing else."""

THEME, QUESTIONS = "theme", "questions"
CLOSING = (AOB, NEXT)
DECIDED = ("question:", "carried:")
"""Keys of what people decided themselves: no reason that went away takes it off again."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item that should stand on the agenda. ``under``: the key of the item it stands under, or ""."""

    key: str
    origin: str
    title: str
    kind: str = "other"
    under: str = ""
    note: str = ""
    lead: str = ""
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing item of the forum; ``level`` from 1."""

    key: int
    title: str
    kind: str = "other"
    level: int = 1


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the terms of reference; ``part`` of the briefing note answers it, as the force says."""

    key: int
    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was chosen for the meeting; ``asker`` as it may be printed."""

    key: int
    text: str
    asker: str = ""
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """An item of an earlier meeting that this one goes on with; ``came`` says from where."""

    key: int
    title: str
    kind: str = "other"
    came: str = ""
    lead: str = ""
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """What comes back to this meeting: ``question`` is what was asked then, ``came`` says from where."""

    key: int
    title: str
    question: str = ""
    came: str = ""
    kind: str = "other"
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """All that an agenda is written from. ``next_meeting`` is its date in words, "" where none is planned."""

    standing: Sequence[Standing] = ()
    theme: str = ""
    points: Sequence[Point] = ()
    questions: Sequence[Question] = ()
    carried: Sequence[Carried] = ()
    returned: Sequence[Returned] = ()
    next_meeting: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    public: bool = False


def wanted(of: Sources) -> list[Wanted]:
    """The items that should stand on the agenda, in order."""
    standing = list(_standing(of))
    if not any(one.key == "arising" for one in standing):
        standing.insert(0, _single("arising", ARISING, "arising", of))
    end = _where_it_closes(standing)
    opening, closing = list(_with_carried(standing[:end], of)), standing[end:]
    account = next((at for at, one in enumerate(opening) if one.kind == ACCOUNT), None)
    theme = list(_theme(of, opening[account].key if account is not None else ""))
    behind = _behind(opening, account) if account is not None else len(opening)
    missing = [kind for kind in CLOSING if not any(one.key == SINGLE[kind] for one in standing)]
    return [
        *opening[:behind],
        *theme,
        *opening[behind:],
        *_questions(of),
        *closing,
        *(_single(SINGLE[kind], kind, "standing", of) for kind in missing),
    ]


def _behind(items: Sequence[Wanted], at: int) -> int:
    """The place behind an item and all that stands under it."""
    under = {items[at].key}
    end = at + 1
    while end < len(items) and items[end].under in under:
        under.add(items[end].key)
        end += 1
    return end


def _where_it_closes(standing: Sequence[Wanted]) -> int:
    """The place of the first closing item behind the matters arising."""
    arising = next(at for at, one in enumerate(standing) if one.key == "arising")
    closing = (
        at for at, one in enumerate(standing) if at > arising and one.kind in CLOSING and not one.under
    )
    return next(closing, len(standing))


def _standing(of: Sources) -> Iterator[Wanted]:
    above: list[str] = []
    seen: set[str] = set()
    for one in of.standing:
        single = SINGLE.get(one.kind, "")
        key = single if single and single not in seen else f"standing:{one.key}"
        seen.add(key)
        above = above[: one.level - 1]
        origin = "arising" if key == "arising" else "standing"
        note = of.next_meeting if key == "next" else ""
        yield Wanted(key, origin, one.title, one.kind, above[-1] if above else "", note)
        above.append(key)


def _single(key: str, kind: str, origin: str, of: Sources) -> Wanted:
    title = of.labels.get(key) or TITLES[key]
    return Wanted(key, origin, title, kind, note=of.next_meeting if key == "next" else "")


def _with_carried(opening: Sequence[Wanted], of: Sources) -> Iterator[Wanted]:
    """What is carried forward comes behind the matters arising and all that stands under them."""
    at = _behind(opening, next(place for place, one in enumerate(opening) if one.key == "arising"))
    while at < len(opening) and opening[at].under:
        at += 1
    yield from opening[:at]
    for one in of.carried:
        yield Wanted(
            f"carried:{one.key}", "carried", one.title, one.kind, "", one.came, one.lead, one.restricted
        )
    yield from map(_returned, of.returned)
    yield from opening[at:]


def _returned(one: Returned) -> Wanted:
    """What comes back stands behind what is carried forward, with the question that was asked of it."""
    asked = f"Asked then: “{one.question}”" if one.question else ""
    note = "\n".join(part for part in (asked, one.came) if part)
    return Wanted(
        f"revisit:{one.key}", "revisit", f"To come back: {one.title}", one.kind, "", note, "", one.restricted
    )


def _theme(of: Sources, account: str) -> Iterator[Wanted]:
    """The points of the terms of reference: under the forum's own item for them, else under the theme."""
    if not of.points and not of.theme:
        return
    if not account or of.theme:
        yield Wanted(THEME, "point", of.theme or "Terms of reference", ACCOUNT, account)
        account = THEME
    for one in of.points:
        note = f"Briefing note: {one.part}" if one.part else ""
        yield Wanted(f"point:{one.key}", "point", one.text, ACCOUNT, account, note)


def _questions(of: Sources) -> Iterator[Wanted]:
    if not of.questions:
        return
    title = "Questions from the public" if of.public else "Questions"
    yield Wanted(QUESTIONS, "question", of.labels.get("questions") or title)
    for one in of.questions:
        yield Wanted(
            f"question:{one.key}", "question", one.text, "other", QUESTIONS, one.asker, "", one.restricted
        )
