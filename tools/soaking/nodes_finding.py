"""Waits for the last job, then says what is lost or was done twice.

    python -m tools.soaking.nodes_finding SECONDS < memory.json

``memory`` is what savers and senders remember. Prints JSON: what is wrong, and how jobs went.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections import Counter

LOOK = 0.5  # seconds


def main(seconds: float) -> None:
    import django

    django.setup()
    from tools.soaking import finding

    memory = json.load(sys.stdin)
    found = [] if _all_done(seconds) else [f"Jobs are left: {_jobs()}"]
    found += [sentence for one in memory["savers"] for sentence in finding.wrong(one)]
    found += finding.halves() + finding.trail()
    for one in memory["sent"]:
        for sha256 in one["files"]:
            found += _wrong_with(sha256)
    found += _twice()
    sys.stdout.write(json.dumps({"wrong": found, "jobs": _jobs()}))


def _all_done(seconds: float) -> bool:
    from django_tasks_db.models import DBTaskResult

    end = time.monotonic() + seconds
    while DBTaskResult.objects.exclude(status="SUCCESSFUL").exists():
        if time.monotonic() > end:
            return False
        time.sleep(LOOK)
    return True


def _wrong_with(sha256: str) -> list[str]:
    """What is missing of a file that was acknowledged, or there twice."""
    from answerable.audit.queries import events_about
    from answerable.documents.originals import original_path
    from answerable.intake.models import ImportedFile, UploadedFile
    from answerable.meetings.models import Meeting

    found = []
    uploaded = list(UploadedFile.objects.filter(sha256=sha256))
    if [one.state for one in uploaded] != ["imported"]:
        found.append(f"{sha256[:8]} was acknowledged and is {[one.state for one in uploaded] or 'gone'}")
    path = original_path(sha256)
    if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        found.append(f"{sha256[:8]}: its original is not whole")
    if Meeting.objects.filter(source_sha256=sha256).count() != 1:
        found.append(f"{sha256[:8]} has not one meeting")
    file = ImportedFile.objects.filter(sha256=sha256).first()
    if file is not None and events_about(file).filter(operation="intake.import_file").count() != 1:
        found.append(f"{sha256[:8]} was imported more than once")
    return found


def _twice() -> list[str]:
    """What stands there twice, acknowledged or not."""
    from answerable.intake.models import UploadedFile
    from answerable.meetings.models import Meeting

    hashes = Counter(UploadedFile.objects.values_list("sha256", flat=True))
    found = [f"{one[:8]} was taken in {times} times" for one, times in hashes.items() if times > 1]
    days = Counter(Meeting.objects.values_list("forum__name", "date"))
    found += [f"{one} is held {times} times" for one, times in days.items() if times > 1]
    if Meeting.objects.filter(settled=False).exists():
        found.append("What follows from some meetings was never worked out")
    return found


def _jobs() -> dict[str, int]:
    """How many jobs there were, and how many were begun more than once because a worker died."""
    from django_tasks_db.models import DBTaskResult

    rows = list(DBTaskResult.objects.values_list("status", "worker_ids"))
    found = dict(Counter(status.lower() for status, _ in rows))
    return {**found, "begun more than once": sum(len(workers) > 1 for _, workers in rows)}


if __name__ == "__main__":
    main(float(sys.argv[1]))
