"""What the sample gets beside its archive and its planned year, a part to a module.

Each module has ``plant(office, people)``: it does by our own operations what the office's people would have
done on the pages. ``people`` gives a person of the sample by role.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from answerable.accounts.models import User
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from planted import (
    actions,
    awaited,
    funding,
    inspections,
    measures,
    movers,
    plans,
    posts,
    promises,
    publication,
    revisits,
    topics,
)

Plant = Callable[[Office, Mapping[Role, User]], None]

PLANTS: Sequence[Plant] = (
    actions.plant,
    topics.plant,
    inspections.plant,
    funding.plant,
    awaited.plant,
    plans.plant,
    measures.plant,
    movers.plant,
    promises.plant,
    revisits.plant,
    posts.plant,
    publication.plant,
)
"""In the order in which they are done; a part adds its ``plant`` here. Letters come last."""
