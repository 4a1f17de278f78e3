"""What later meetings said, or did not, of promises and open actions: the evidence that something lapsed.

Forums are searched together where one took over from another or follows its actions: what was given at one
of them may be spoken of at the others, and nowhere else. How rare a word is, is counted among their entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from typing import Any, cast

from django.db.models import F, QuerySet
from django.utils import timezone

from answerable.actions.models import Action, Commitment, Silence
from answerable.actions.operations.living import UNFINISHED, Calendar, read_calendar
from answerable.core.actions.life import Mention, followed_by
from answerable.core.actions.nearest import Nearest, Rarity, Said, Wanted, nearest
from answerable.core.actions.promises import LIVE, lapses_from, later_than, silent_from
from answerable.core.batches import batches
from answerable.meetings.models import Entry, Forum, Meeting
from answerable.meetings.writing import write_columns

MEETINGS_AT_A_TIME = 200  # whose entries are read together: few enough for one IN list on any database
KEYS_AT_A_TIME = 500
COLUMNS = ["lapses_from", "silent_from"]
EVIDENCE = ["meetings", "first", "last", "nearest_id", "score"]

Key = tuple[str, int]
"""("action", 5) or ("commitment", 3): what is looked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A promise or an open action, and the days of the meetings that should speak of it."""

    wanted: Wanted
    later: Sequence[date]
    row: Mapping[str, Any]


def renew_silences(office_id: int, forums: Collection[int] | None = None) -> int:
    """Search again for what these forums follow (None: all forums); how many rows changed.

    Part of a larger write.
    """
    calendar = read_calendar(office_id)
    changed = 0
    for family in families(office_id):
        if forums is None or family & set(forums):
            changed += _renew_family(office_id, calendar, family)
    return changed


def families(office_id: int) -> list[set[int]]:
    """The forums that are searched together, each forum in one of the sets."""
    joined: dict[int, set[int]] = defaultdict(set)
    forums = Forum.objects.filter(office_id=office_id).order_by("pk")
    followed = Action.objects.filter(office_id=office_id).exclude(forum=F("meeting__forum"))
    pairs = list(forums.exclude(succeeds=None).values_list("pk", "succeeds_id"))
    pairs += followed.order_by().values_list("forum_id", "meeting__forum_id").distinct()
    for one, other in pairs:
        joined[one].add(other)
        joined[other].add(one)
    found: list[set[int]] = []
    for forum in forums.values_list("pk", flat=True):
        if not any(forum in family for family in found):
            found.append(_reached(forum, joined))
    return found


def _reached(forum: int, joined: Mapping[int, set[int]]) -> set[int]:
    family, waiting = {forum}, [forum]
    while waiting:
        more = joined.get(waiting.pop(), set()) - family
        family |= more
        waiting += more
    return family


def _renew_family(office_id: int, calendar: Calendar, family: set[int]) -> int:
    days = Days(calendar)
    sought = {("commitment", one.row["pk"]): one for one in _promises(office_id, calendar, days, family)}
    sought |= {("action", one.row["pk"]): one for one in _actions(office_id, calendar, days, family)}
    found = _search(family, [one.wanted for one in sought.values() if one.later])
    promises = {key: one for key, one in sought.items() if key[0] == "commitment"}
    changed = _write_promises(promises, found)
    return changed + _write_evidence(office_id, family, sought, found)


def _promises(office_id: int, calendar: Calendar, days: Days, family: set[int]) -> Iterator[Sought]:
    """Those that nobody has said the end of. A watched one is looked for since it is watched."""
    rows = Commitment.objects.filter(
        office_id=office_id, meeting__forum__in=family, standing__in=LIVE
    ).values(
        "pk", "text", "due", "watched_until", "standing", "decided_at", "meeting__date", "meeting__forum_id",
        *COLUMNS,
    )  # fmt: skip
    for row in rows.iterator(chunk_size=KEYS_AT_A_TIME):
        after = row["meeting__date"]
        if row["standing"] == "watched" and row["decided_at"]:
            after = max(after, timezone.localdate(row["decided_at"]))
        forums = followed_by([Mention(after, "given", row["meeting__forum_id"])], calendar.successors)
        wanted = Wanted(("commitment", row["pk"]), row["text"], after, forums)
        yield Sought(wanted, later_than(days[forums], after), row)


def _actions(office_id: int, calendar: Calendar, days: Days, family: set[int]) -> Iterator[Sought]:
    """The open ones that meetings passed over, from the first that did."""
    rows = Action.objects.filter(
        office_id=office_id, forum__in=family, state=Action.State.OPEN, silent_from__isnull=False
    ).values("pk", "text", "given", "silent_from", "forum_id", "meeting__forum_id")
    for row in rows.iterator(chunk_size=KEYS_AT_A_TIME):
        given = Mention(row["given"], "given", row["meeting__forum_id"])
        passed = Mention(row["given"], "referred", row["forum_id"], to_forum=row["forum_id"])
        forums = followed_by([given, passed], calendar.successors)
        met = days[forums]
        silent = cast(date, row["silent_from"])
        before = bisect_left(met, silent)
        first = met[before - 1] if before else silent
        after = max(first - timedelta(days=1), row["given"])
        yield Sought(Wanted(("action", row["pk"]), row["text"], after, forums), later_than(met, after), row)


class Days(dict[frozenset[Hashable], list[date]]):
    """When forums met together, in order; put together once for all that is sought at the same ones."""

    def __init__(self, calendar: Calendar) -> None:
        self.held = calendar.held

    def __missing__(self, forums: frozenset[Hashable]) -> list[date]:
        days = self[forums] = list(merge(*(self.held.get(forum, ()) for forum in forums)))
        return days


def _search(family: set[int], wanted: Sequence[Wanted]) -> dict[Hashable, Nearest]:
    if not wanted:
        return {}
    rarity = Rarity()
    for entry in _said(family):
        rarity.count(entry.text)
    return nearest(wanted, _said(family), rarity)


def _said(family: set[int]) -> Iterator[Said]:
    """What was said at the meetings of these forums, in the order of their days."""
    order = _written(family).order_by("date", "pk").values_list("pk", "date", "forum_id")
    for batch in batches(order.iterator(chunk_size=KEYS_AT_A_TIME), MEETINGS_AT_A_TIME):
        texts: dict[int, list[tuple[int, str]]] = defaultdict(list)
        entries = Entry.objects.filter(meeting__in=[key for key, _, _ in batch]).exclude(kind="heading")
        for key, meeting, text in entries.order_by("position").values_list("pk", "meeting_id", "text"):
            texts[meeting].append((key, text))
        for meeting, day, forum in batch:
            for key, text in texts[meeting]:
                yield Said(key, day, forum, text)


def _written(family: set[int]) -> QuerySet[Meeting]:
    """The meetings whose minutes are in the record: what is not approved yet has not been said."""
    held = Meeting.objects.filter(forum__in=family, state=Meeting.State.HELD)
    return held.exclude(minutes_state__in=UNFINISHED)


def _write_promises(sought: Mapping[Key, Sought], found: Mapping[Hashable, Nearest]) -> int:
    changed = []
    for key, one in sought.items():
        mentioned = key in found and found[key].mentions
        row = one.row
        new = {
            "lapses_from": lapses_from(row["meeting__date"], row["due"], row["watched_until"]),
            "silent_from": silent_from(one.later, mentioned=mentioned),
        }
        if any(row[name] != value for name, value in new.items()):
            changed.append({"pk": row["pk"], **new})
    write_columns(Commitment, COLUMNS, changed)
    return len(changed)


def _write_evidence(
    office_id: int, family: set[int], sought: Mapping[Key, Sought], found: Mapping[Hashable, Nearest]
) -> int:
    """Make the rows of evidence what they are to be. Those of promises that were decided about stay."""
    wanted = {key: _evidence(one, found.get(key)) for key, one in sought.items() if one.later}
    held = {_about(row): row for row in _held(office_id, family)}
    gone = [row["pk"] for key, row in held.items() if not _same(row, wanted.get(key))]
    new = [
        Silence(office_id=office_id, **{f"{key[0]}_id": key[1]}, **values)
        for key, values in wanted.items()
        if key not in held or not _same(held[key], values)
    ]
    for keys in batches(gone, KEYS_AT_A_TIME):
        Silence.objects.filter(pk__in=keys).delete()
    Silence.objects.bulk_create(new, batch_size=KEYS_AT_A_TIME)
    return len(new) + len(gone)


def _held(office_id: int, family: set[int]) -> Iterator[dict[str, Any]]:
    rows = Silence.objects.filter(office_id=office_id)
    columns = ("pk", "action_id", "commitment_id", *EVIDENCE)
    yield from rows.filter(action__forum__in=family).values(*columns)
    promises = rows.filter(commitment__meeting__forum__in=family, commitment__standing__in=LIVE)
    yield from promises.values(*columns)


def _about(row: Mapping[str, Any]) -> Key:
    if row["action_id"]:
        return "action", row["action_id"]
    return "commitment", row["commitment_id"]


def _same(row: Mapping[str, Any], values: Mapping[str, Any] | None) -> bool:
    return values is not None and all(row[name] == values[name] for name in EVIDENCE)


def _evidence(one: Sought, near: Nearest | None) -> dict[str, Any]:
    return {
        "meetings": len(one.later),
        "first": one.later[0],
        "last": one.later[-1],
        "nearest_id": near.key if near else None,
        "score": near.score if near else None,
    }
