"""Saves, so many a second: a new original with its row, a topic decided and an event, in one transaction.

    python -m tools.soaking.saving SAVES SECONDS_BETWEEN

Prints the number of each save once it is confirmed.
"""

from __future__ import annotations

import hashlib
import sys
import time

OPERATION = "soaking.save"
SIZE = 20_000  # bytes of an original


def main(saves: int, between: float) -> None:
    import django

    django.setup()
    for number in range(1, saves + 1):
        begun = time.monotonic()
        save(number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        time.sleep(max(between - (time.monotonic() - begun), 0))


def save(number: int) -> None:
    from django.db import transaction
    from django.utils import timezone

    from answerable.audit.operations import record
    from answerable.documents.operations import keep_document
    from answerable.offices.models import Office
    from answerable.topics.models import Topic
    from tests import factories

    office, by, at = Office.objects.earliest("pk"), factories.user(), timezone.now()
    content = f"Save {number}\n".encode() * (SIZE // 10)
    with transaction.atomic():
        topic = Topic.objects.filter(office=office).earliest("pk")
        topic.state = Topic.State.KEPT if number % 2 else Topic.State.DROPPED
        topic.decided_at, topic.decided_by = at, by
        topic.save()
        keep_document(
            office=office, name=f"save-{number}.txt", media_type="text/plain", text=f"Save {number}",
            sha256=hashlib.sha256(content).hexdigest(), content=content, pages=None, read_with="soaking",
            by=by, at=at,
        )  # fmt: skip
        record(by=by, at=at, operation=OPERATION, summary=f"Save {number}.", about=topic, office_id=office.pk)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
