"""A real mail server on this machine, whose answers a test can choose, and what came into it."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

NOW = dt.datetime(2026, 11, 21, 7, 0, tzinfo=dt.UTC)


class Mailbox:
    """``answers``: what is said to a recipient, by their address; ``data`` to what is sent."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.envelopes: list[Any] = []
        self.connections = 0
        self.answers: dict[str, str] = {}
        self.data = "250 OK"
        self.pause = 0.0

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, said: Any) -> Any:
        session.host_name = hostname
        self.connections += 1
        return said

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        await asyncio.sleep(self.pause)
        if self.data.startswith("250"):
            self.raw.append(envelope.content)
            self.envelopes.append(envelope)
        return self.data

    @property
    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(one, policy=default) for one in self.raw]  # type: ignore[misc]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def point_to(settings: Any, port: int) -> None:
    settings.MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_TIMEOUT = 2
    settings.DEFAULT_FROM_EMAIL = "Answerable <answerable@wyvern-valley.example>"


@contextmanager
def mail_server(settings: Any, port: int = 0) -> Iterator[Mailbox]:
    """Runs while the block does; the settings lead to it."""
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port or free_port())
    point_to(settings, controller.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop(no_assert=True)
