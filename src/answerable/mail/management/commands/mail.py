"""``answerable mail send``: sends what waits in the outbox, as workers do; ``list`` says what waits."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.components.words import moment, plural
from answerable.mail.models import Message
from answerable.mail.queries import troubled
from answerable.mail.sending import AT_A_TIME, send_waiting


class Command(BaseCommand):
    help = "The outbox: `send` sends what is due, `list` lists what waits and what was given up."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("part", choices=["send", "list"])

    def handle(self, *args: object, part: str, **options: Any) -> None:
        if part == "send":
            self._send()
        else:
            self._list()

    def _send(self) -> None:
        sent = 0
        while True:
            found = send_waiting(clock=timezone.now)
            sent += found.sent
            if found.sent < AT_A_TIME or found.trouble:
                break
        self.stdout.write(f"{plural(sent, 'message')} sent.")
        if found.trouble:
            raise CommandError(found.trouble)

    def _list(self) -> None:
        for one in troubled():
            again = f"again {moment(one.next_try)}" if one.state == Message.State.WAITING else "given up"
            trouble = f": {one.trouble}" if one.trouble else ""
            self.stdout.write(f"{one.to}  {one.kind}  {moment(one.made_at)}  {again}{trouble}")
