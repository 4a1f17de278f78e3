"""``answerable worker``: does what pages leave to be done, sends what waits, publishes, and reminds."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from answerable.config.handing_over import EACH_MINUTE, hand_over
from answerable.mail.operations.sending import forget_words
from answerable.mail.sending import send_waiting
from answerable.public.data.dumping import dump_all
from answerable.published.purging import Purging
from answerable.reminders.daily import remind_if_due
from answerable.upkeep.working import DAY, Worker

OFTEN = 20.0  # seconds between two looks into the outbox
SELDOM = 10 * 60.0  # seconds between two looks at whether the day's letters are to be written


def send_mail() -> None:
    """One turn of the outbox."""
    send_waiting(clock=timezone.now)


def forget_mail() -> None:
    """The words of old messages."""
    forget_words(at=timezone.now())


def remind() -> None:
    remind_if_due()


def dump_each_day() -> None:
    """The files of open data."""
    dump_all()


def dump_refused() -> None:
    """Those in which something was corrected or withdrawn since, so that nobody is given them."""
    dump_all(only_refused=True)


class Command(BaseCommand):
    help = (
        "Does the jobs that wait, one after the other, until it is told to stop (SIGTERM lets it finish the "
        "job at hand); sends the outbox, publishes what is due, makes the files of open data, and once a day "
        "reminds people of what they owe. Run as many as there are cores to spare; `answerable serve` runs "
        "one itself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="end when no job is left")
        parser.add_argument("--parent", type=int, help="end when this process is not the parent any more")

    def get_check_kwargs(self, options: dict[str, Any]) -> Any:
        """The database's own settings are checked as well."""
        return {**super().get_check_kwargs(options), "databases": ["default"]}

    def handle(self, *args: Any, until_empty: bool, parent: int | None, **options: Any) -> None:
        regularly: dict[Callable[[], object], float] = {
            hand_over: EACH_MINUTE, remind: SELDOM, send_mail: OFTEN, forget_mail: DAY,
            dump_each_day: DAY, dump_refused: SELDOM,
            Purging().purge_if_due: SELDOM,
        }  # fmt: skip
        worker = Worker(parent=parent, until_empty=until_empty, regularly={} if until_empty else regularly)
        worker.listen_to_signals()
        worker.run()
