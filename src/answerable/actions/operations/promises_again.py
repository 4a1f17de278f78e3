"""The promises of another reading of a meeting, in the place of those held: what people decided stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F
from rapidfuzz import fuzz

from answerable.actions import rows
from answerable.actions.models import Commitment
from answerable.core.minutes.record import Commitment as PromiseLine
from answerable.meetings.rows import PLACED, StoredMeeting
from answerable.meetings.writing import insert

SAME_PROMISE = 80
"""Likeness (0 to 100) of wordings at which a promise that was read again is the one that was there."""

OUT_OF_THE_WAY = 1_000_000
"""Added to the positions of old rows while new ones take their places: no minutes have so many promises."""


def replace_promises(stored: StoredMeeting) -> None:
    """Put the promises of a reading in the place of those held. Part of a larger write.

    One that is there again keeps its row, and so what was decided about it and every link to it. One that is
    not there any more goes, unless somebody has decided about it: then it stays, without an entry.
    """
    held = Commitment.objects.filter(meeting=stored.meeting)
    old = list(held.order_by("position"))
    lines = stored.record["commitments"]
    held.update(position=F("position") + OUT_OF_THE_WAY)
    again = _same_promises(old, lines)
    kept = {one.pk for one in again.values()}
    _drop_lost([one for one in old if one.pk not in kept], after=len(lines))
    for position, promise in again.items():
        Commitment.objects.filter(pk=promise.pk).update(position=position)
    insert(Commitment, rows.COMMITMENT, rows.commitment_rows(stored), over=PLACED)


def same_place(one: Sequence[Mapping[str, Any]], other: Sequence[Any]) -> bool:
    """Whether two lines stand at one place of the text."""
    if not one or not other or one[0]["end"] <= one[0]["start"]:
        return False
    return bool((one[0]["start"], one[-1]["end"]) == (other[0]["start"], other[-1]["end"]))


def _same_promises(old: Sequence[Commitment], lines: Sequence[PromiseLine]) -> dict[int, Commitment]:
    """Which of the new lines (by index) is which promise: of the same words or place, else the likest."""
    found: dict[int, Commitment] = {}
    left = list(old)
    for position, line in enumerate(lines):
        same = next((one for one in left if _same(one, line)), None)
        if same is not None:
            found[position] = same
            left.remove(same)
    for likeness, position, _, one in _by_likeness(left, lines, found):
        if likeness >= SAME_PROMISE and position not in found and one not in found.values():
            found[position] = one
    return found


def _same(one: Commitment, line: PromiseLine) -> bool:
    return one.text == line["text"] or same_place(one.source, line["source"])


def _by_likeness(
    left: Sequence[Commitment], lines: Sequence[PromiseLine], found: dict[int, Commitment]
) -> list[tuple[float, int, int, Any]]:
    pairs = [
        (fuzz.ratio(one.text, line["text"]), position, one.position, one)
        for position, line in enumerate(lines)
        if position not in found
        for one in left
    ]
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _drop_lost(lost: Sequence[Commitment], *, after: int) -> None:
    for place, promise in enumerate((one for one in lost if one.decided_at), start=after):
        Commitment.objects.filter(pk=promise.pk).update(position=place, entry=None, item=None)
    Commitment.objects.filter(pk__in=[one.pk for one in lost if not one.decided_at]).delete()
