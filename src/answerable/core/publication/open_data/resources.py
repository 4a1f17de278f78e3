"""Every resource, in the order in which it is documented."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.core.publication.open_data import actions, measures, meetings, people
from answerable.core.publication.open_data.field import Resource

RESOURCES: tuple[Resource, ...] = (
    *meetings.RESOURCES, *actions.RESOURCES, *measures.RESOURCES, *people.RESOURCES,
)  # fmt: skip
BY_KIND: Mapping[str, Resource] = {one.kind: one for one in RESOURCES}
BY_NAME: Mapping[str, Resource] = {one.name: one for one in RESOURCES}
