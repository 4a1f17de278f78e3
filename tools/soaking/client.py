"""Somebody at a browser who saves, and remembers what the site confirmed.

Whatever signing in and forms ask for is in here: the cookies of a session that ``filling`` made, and every
hidden field of the form as the page has it.
"""

from __future__ import annotations

import http.client
import re
import urllib.parse
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import lxml.html

PATIENCE = 60  # seconds: longer than a write waits for another, shorter than a hang
SAVED = 302
"""The answer to a form that was acted on: it leads to a page."""


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 where the connection broke, so that nobody knows what became of it."""

    status: int
    text: str = ""
    location: str = ""

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return found[1].strip() if found else ""


UNKNOWN = Answer(0)


@dataclass
class Browser:
    """A session at ``port`` of this machine."""

    port: int
    cookies: dict[str, str]
    kept: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, values: dict[str, str]) -> Answer:
        body = urllib.parse.urlencode(values).encode()
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path: str, values: dict[str, str], content: bytes) -> Answer:
        """The same form with a file in it, as ``files``."""
        edge = "edge-of-a-part"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in values.items()
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="minutes.txt"\r\n\r\n'
        body = b"".join([*parts, head.encode(), content, f"\r\n--{edge}--\r\n".encode()])
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def form(self, path: str, action: str) -> tuple[str, dict[str, str], list[tuple[str, str]]]:
        """The form of a page whose action ends so: its address, its fields and its buttons.

        Raises LookupError where the page or the form is not there now.
        """
        answer = self.get(path)
        if answer.status != 200:
            raise LookupError(f"{path}: {answer.status}")
        for one in lxml.html.document_fromstring(answer.text).iter("form"):
            if str(one.get("action")).partition("?")[0].endswith(action):
                fields = {name: str(value or "") for name, value in one.fields.items() if name}
                buttons = [
                    (str(b.get("name")), str(b.get("value"))) for b in one.iter("button") if b.get("name")
                ]
                return str(one.get("action")), fields, buttons
        raise LookupError(f"{path} has no form for {action}")

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        cookies = {**self.cookies, **self.kept}
        headers = {**headers, "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return UNKNOWN
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie") or []:
            self.kept.update({name: one.coded_value for name, one in SimpleCookie(line).items()})
        return Answer(response.status, text, response.headers.get("Location", ""))


@dataclass
class Saver:
    """Decides about a topic of their own, one way and the other, and counts.

    ``tried`` forms were sent; ``confirmed`` of them were answered with a page to go to; ``last`` is the
    decision that was confirmed last, None after one of which nobody knows what became.
    """

    browser: Browser
    topic: int
    tried: int = 0
    confirmed: int = 0
    last: str | None = None
    answers: list[Answer] = field(default_factory=list)

    def save(self) -> Answer:
        """One save; an answer of another status than SAVED confirms nothing."""
        path = f"/topics/{self.topic}/"
        try:
            action, fields, buttons = self.browser.form(path, "/decide")
        except LookupError:
            return self._note(self.browser.get(path))
        decision = next(value for name, value in buttons if name == "answer")
        self.tried += 1
        answer = self.browser.post(action, {**fields, "answer": decision})
        if answer.status == SAVED and "/account/" not in answer.location:
            self.confirmed += 1
            self.last = decision
        else:
            self.last = None
        return self._note(answer)

    def _note(self, answer: Answer) -> Answer:
        self.answers.append(Answer(answer.status, answer.heading, answer.location))
        return answer

    @property
    def memory(self) -> dict[str, Any]:
        return {"topic": self.topic, "tried": self.tried, "confirmed": self.confirmed, "last": self.last}
