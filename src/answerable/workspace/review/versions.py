"""Which line a form is about by now, and what two people wanted of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from answerable.core.clash import Choice, Clash, Gone, version
from answerable.core.clash import Shape as ChoiceShape
from answerable.core.refusal import Refusal
from answerable.intake.models import Correction
from answerable.intake.queries import key_of_meeting
from answerable.meetings.models import Meeting
from answerable.workspace.review.fields import PARTS, Field, Line, folded, line, shown
from answerable.workspace.review.queries import Doubt

SHAPES: Mapping[str, ChoiceShape] = {"long": "long", "choice": "choice"}


def line_of_form(meeting: Meeting, part: str, position: int, seen: str | None) -> Line:
    """The line that a form was made of, wherever it stands now. Raises Gone.

    It is known by its place in the file and the words there; the number of a line changes when another is
    made an action, or the file is read again.
    """
    if part == "meeting":
        return line(part, meeting)
    rows = getattr(meeting, part)
    there = rows.filter(position=position).first()
    held = line(part, there) if there else None
    if held and (not seen or _is_of(held, seen) or not held.key.end):
        return held
    if seen:
        for row in rows.exclude(position=position):
            if row.source and _is_of(moved := line(part, row), seen):
                return moved
        raise Gone(PARTS[part].word.lower())
    raise Refusal("This line is not there any more: look at the page again.")


def _is_of(held: Line, seen: str) -> bool:
    return seen.partition(".")[0] == version(*held.key)


def clash_of(meeting: Meeting, held: Line, seen: str, typed: Mapping[str, str]) -> Clash | None:
    """The clash of a form with a line that is not as the form showed it.

    None where everything that was typed stands there already, so that nobody need choose.
    """
    corrections = _corrections(meeting, held)
    found = list(_choices(held, seen.split(".")[1:], typed, corrections))
    if all(folded(one.theirs) == folded(one.yours) for one in found if one.touched):
        return None
    last = next(
        (one for one in corrections if any(one.field == each.name for each in found if each.moved)), None
    )
    return Clash(
        held.word.lower(),
        found,
        who=last.by.name if last else None,
        at=last.at if last else None,
        version=held.version,
    )


def clash_about(meeting: Meeting, doubt: Doubt) -> Clash:
    """The clash of somebody who says that it is right as read, with lines that were changed meanwhile."""
    now = "; ".join(one.words for one in doubt.lines) or str(doubt.warning)
    choice = Choice("settle", "What it says", theirs=now, yours="It is right as it was shown to you")
    rows = Correction.objects.filter(office=meeting.office, source_sha256=key_of_meeting(meeting))
    last = rows.select_related("by").order_by("-pk").first()
    return Clash(
        "what this doubt is about",
        [choice],
        who=last.by.name if last else None,
        at=last.at if last else None,
        version=doubt.version,
    )


def _choices(
    held: Line, seen: Sequence[str], typed: Mapping[str, str], corrections: Sequence[Correction]
) -> Iterator[Choice]:
    """The fields of which theirs and yours differ now."""
    shown_then = dict(zip([field.name for field in held.fields], seen, strict=False))
    for field in held.fields:
        theirs, then = held.shown(field), shown_then.get(field.name, "")
        yours = typed.get(field.name, theirs)
        if folded(theirs) == folded(yours):
            continue
        touched, moved = folded(yours) != then, folded(theirs) != then
        was = _was(field, then, corrections)
        yield Choice(
            name=field.name,
            label=field.label,
            theirs=theirs,
            yours=yours,
            was=was if was is not None else yours if not touched else theirs if not moved else None,
            shape=SHAPES.get(field.shape, "text"),
            options=field.choices,
            touched=touched,
            moved=moved,
        )


def _was(field: Field, then: str, corrections: Sequence[Correction]) -> str | None:
    """The text that a form showed, out of the corrections that came after; None where it is in none."""
    olds = (shown(field, one.old) for one in corrections if one.field == field.name)
    return next((old for old in olds if folded(old) == then), None)


def _corrections(meeting: Meeting, held: Line) -> list[Correction]:
    """What people put right of the line, the newest first."""
    rows = Correction.objects.filter(
        office=meeting.office, source_sha256=key_of_meeting(meeting), part=held.part,
        start=held.key.start, end=held.key.end,
    )  # fmt: skip
    return list(rows.select_related("by").order_by("-pk"))
