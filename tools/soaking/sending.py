"""Somebody who sends minutes in, at whichever web node answers, and sends again what nobody answered."""

from __future__ import annotations

import hashlib
import http.client
import itertools
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.cookies import SimpleCookie
from typing import Any

from tools.soaking.client import PATIENCE, UNKNOWN, Answer, Browser

PAUSE = 0.1  # seconds after a connection that broke
EDGE = "edge-of-a-part"
FIRST = date(2001, 1, 1)
FILES = 2  # files of one form


@dataclass
class NodeBrowser(Browser):
    """A session that goes from node to node, as through a proxy that spreads requests."""

    hosts: list[str] = field(default_factory=list)
    asked: int = 0

    def wait(self, seconds: float) -> None:
        """Wait until every node answers."""
        end = time.monotonic() + seconds
        for _ in self.hosts:
            while self.get("/health/ready").status != 200:
                if time.monotonic() > end:
                    raise RuntimeError("A web node does not answer.")
                self.asked -= 1  # the same node again
                time.sleep(PAUSE)

    def send(self, path: str, values: dict[str, str], files: dict[str, bytes]) -> Answer:
        """A form with files in it."""
        parts = [
            f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in values.items()
        ]
        for name, content in files.items():
            head = f'--{EDGE}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            parts += [head.encode(), content, b"\r\n"]
        body = b"".join([*parts, f"--{EDGE}--\r\n".encode()])
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={EDGE}"})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        host = self.hosts[self.asked % len(self.hosts)]
        self.asked += 1
        cookies = {**self.cookies, **self.kept}
        headers = {**headers, "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        connection = http.client.HTTPConnection(host, self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            time.sleep(PAUSE)
            return UNKNOWN
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie") or []:
            self.kept.update({name: one.value for name, one in SimpleCookie(line).items()})
        return Answer(response.status, text, response.headers.get("Location", ""))


@dataclass
class Sender:
    """Sends minutes of a day of their own each time; ``number`` tells senders apart."""

    browser: NodeBrowser
    number: int
    memory: list[dict[str, Any]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    _days: Any = field(default_factory=itertools.count)

    def send(self) -> None:
        """One form, sent until it is answered: the form's key makes it act once."""
        try:
            action, fields, _ = self.browser.form("/imports/", "/imports/send")
        except LookupError:
            return
        fields.pop("files", None)
        files = {f"minutes-{self.number}-{day}.txt": self._minutes(day) for day in self._some_days()}
        hashes = [hashlib.sha256(content).hexdigest() for content in files.values()]
        times, answer = 0, UNKNOWN
        while not answer.status:
            times += 1
            answer = self.browser.send(action, fields, files)
            self.statuses.append(answer.status)
        if answer.status == 302:
            self.memory.append({"files": hashes, "times": times})

    def _some_days(self) -> list[int]:
        return [next(self._days) for _ in range(FILES)]

    def _minutes(self, day: int) -> bytes:
        """Small minutes of a forum of the sender's own."""
        when = FIRST + timedelta(days=day)
        return (
            f"Valley Board {self.number + 1}\n{when:%d %B %Y}\n\n"
            f"Present: Asha Dunmore, Chief Constable (CC)\n\n"
            f"1. Patrols\nPatrols went out every night.\nACTION: CC to report on patrol {day}\n"
        ).encode()
