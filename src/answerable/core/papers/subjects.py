"""Which topic a point of the terms of reference is about: only ever proposed, by its words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from answerable.core.actions.wording import Wording


def propose_topics(points: Iterable[str], topics: Iterable[tuple[Hashable, str]]) -> list[Hashable | None]:
    """For each point the key of the topic all of whose words it has; the longest name where several do.

    A topic of one short word ("101") needs the word itself: endings are folded, nothing else.
    """
    known = [(key, frozenset(Wording.of(name).text.split())) for key, name in topics]
    known = sorted((one for one in known if one[1]), key=lambda one: -len(one[1]))
    return [_first(frozenset(Wording.of(point).text.split()), known) for point in points]


def _first(words: frozenset[str], known: list[tuple[Hashable, frozenset[str]]]) -> Hashable | None:
    return next((key for key, name in known if name <= words), None)
