"""Fills an empty database with the invented archive and signs people in; prints what a client needs, as JSON.

python -m tools.soaking.filling CLIENTS
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main(clients: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0, database="published")
    sys.stdout.write(json.dumps(_fill(clients)))


def _fill(clients: int) -> dict[str, Any]:
    """A session, a topic and a line of their own for each client."""
    from django.test import Client

    from answerable.core.permissions.roles import Role
    from answerable.topics.models import Topic
    from tests import archive, factories
    from tests.signing import person_with, sign_in

    meetings = archive.fill()
    office = factories.office()
    found: dict[str, Any] = {"sessions": [], "topics": [], "meeting": meetings[-1].pk}
    for number in range(clients):
        user = person_with(Role.POLICY_OFFICER, office, name=f"Officer {number}")
        cookies = sign_in(Client(), user).cookies
        found["sessions"].append({name: one.value for name, one in cookies.items()})
        topic = Topic.objects.create(office=office, key=f"soak {number}", name=f"Soak {number}", score=1)
        found["topics"].append(topic.pk)
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]))
