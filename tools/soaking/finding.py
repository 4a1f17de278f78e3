"""What is wrong with the database after a run: sentences, none where nothing is.

    python -m tools.soaking.finding < memory.json

``memory`` is a list of what each saver remembers (client.Saver.memory). Prints a JSON list.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

STATES = {"keep": "kept", "drop": "dropped"}
OPERATION = "topics.decide_topic"


def main() -> None:
    import django

    django.setup()
    memory = json.load(sys.stdin)
    found = [sentence for one in memory for sentence in wrong(one)] + halves() + trail()
    sys.stdout.write(json.dumps(found))


def wrong(one: dict[str, Any]) -> list[str]:
    """What was confirmed and is not there, or is there though it was never sent."""
    from answerable.audit.queries import events_about
    from answerable.topics.models import Topic

    topic = Topic.objects.get(pk=one["topic"])
    held = events_about(topic).filter(operation=OPERATION).count()
    found = []
    if not one["confirmed"] <= held <= one["tried"]:
        found.append(f"{topic}: {one['confirmed']} confirmed and {one['tried']} sent, {held} held")
    if one["last"] and topic.state != STATES[one["last"]]:
        found.append(f"{topic}: {one['last']} was confirmed last, and it is {topic.state}")
    return found


def halves() -> list[str]:
    """A decision without its event, or an event without its decision."""
    from answerable.audit.queries import events_about
    from answerable.topics.models import Topic

    found = []
    for topic in Topic.objects.all():
        newest = events_about(topic).filter(operation=OPERATION).order_by("-id").first()
        at, by = (newest.at, newest.by_id) if newest else (None, None)
        if (topic.decided_at, topic.decided_by_id) != (at, by):
            found.append(f"{topic}: decided at {topic.decided_at}, its newest event is of {at}")
    return found


def trail() -> list[str]:
    """What the audit trail's own check says, where there is one."""
    done = subprocess.run(
        [sys.executable, "-m", "answerable.cli", "audit", "verify"],
        capture_output=True,
        text=True,
        check=False,
    )
    said = (done.stdout + done.stderr).strip()
    if done.returncode == 0 or "Unknown command" in said:
        return []
    return [f"The audit trail: {said}"]


if __name__ == "__main__":
    main()
