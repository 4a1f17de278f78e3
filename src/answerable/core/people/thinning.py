"""Attendance lists without what they only repeat: twenty years of monthly lists say little that is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from answerable.core.people.tenures import Sighting


def thinned(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """The first and the last of each run of a name's sightings in one capacity.

    ``sightings`` come in order of name, then of date, capacity, abbreviation, and apologies first. What
    lies between says nothing more about who held which post from when to when.
    """
    for _, of_name in groupby(sightings, key=attrgetter("name")):
        for _, run in groupby(of_name, key=attrgetter("capacity", "abbreviation")):
            whole = list(run)
            yield whole[0]
            if len(whole) > 1:
                yield whole[-1]
