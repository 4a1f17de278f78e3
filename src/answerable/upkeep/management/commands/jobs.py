"""``answerable jobs``: what waits, what runs, what failed; ``--again`` gives the failed another chance."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django_tasks_db.models import DBTaskResult

from answerable.upkeep import jobs


class Command(BaseCommand):
    help = "Lists the jobs that wait, run or failed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="put the failed ones back to be done")

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        if again:
            self.stdout.write(f"{jobs.again()} put back.")
        waiting = DBTaskResult.objects.filter(status=jobs.READY).count()
        running = DBTaskResult.objects.running().count()
        failed = jobs.failed_jobs()
        self.stdout.write(f"{waiting} waiting, {running} running, {failed.count()} failed.")
        for job in failed.order_by("enqueued_at"):
            self.stdout.write(f"  {job.pk} {job.task_path} after {len(job.worker_ids)} times: "
                              f"{job.exception_class_path}")  # fmt: skip
