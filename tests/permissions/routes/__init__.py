"""Where the addresses of pages lead, a part to a file; see ``tests.permissions.places``."""

from typing import Any

from tests.permissions.routes import (
    action,
    agenda,
    approval,
    assurance,
    awaited,
    before,
    figures,
    funding,
    inspections,
    lapsed,
    live,
    loading,
    mail,
    measured,
    measures,
    owed,
    papers,
    plan,
    plans,
    posts,
    promises,
    proposed,
    reports,
    revisits,
    topics,
)

PARTS = (
    action,
    agenda,
    approval,
    assurance,
    awaited,
    before,
    figures,
    funding,
    inspections,
    lapsed,
    live,
    loading,
    mail,
    measured,
    measures,
    owed,
    papers,
    plan,
    plans,
    posts,
    promises,
    proposed,
    reports,
    revisits,
    topics,
)
ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    name: route for part in PARTS for name, route in part.ROUTES.items()
}
