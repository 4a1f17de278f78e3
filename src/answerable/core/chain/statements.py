"""What is signed: a few lines of text that a person can print, mail, keep and check with ``openssl``.

A head says what the last event was. A key says which key signs from now on, and vouches for the one before.
The signature is over the lines above it, each with its line's end.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, replace

HEAD = "Answerable audit head"
KEY = "Answerable audit key"
_QUOTED = re.compile(r"^[>\s]+|\s+$", re.MULTILINE)
"""What mail programs put around lines."""

_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"
_HEAD = re.compile(
    rf"^{HEAD}\nsequence (?P<sequence>[1-9]\d{{0,17}})\nhash (?P<hash>[0-9a-f]{{64}})\nat (?P<at>{_TIME})\n"
    r"key (?P<key>[0-9a-f]{16})\nsignature (?P<signature>[A-Za-z0-9+/]{86}==)$",
    re.MULTILINE | re.ASCII,
)
_KEY = re.compile(
    rf"^{KEY}\nkey (?P<key>[0-9a-f]{{16}})\npublic (?P<public>[A-Za-z0-9+/=]{{60}})\nat (?P<at>{_TIME})\n"
    r"(?:before (?P<before>[0-9a-f]{16})\nbefore-public (?P<before_public>[A-Za-z0-9+/=]{60})\n)?"
    r"signature (?P<signature>[A-Za-z0-9+/]{86}==)"
    r"(?:\nsignature-before (?P<signature_before>[A-Za-z0-9+/]{86}==))?$",
    re.MULTILINE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Head:
    """Event ``sequence`` had this ``hash`` when ``key`` (its id) signed; ``signature`` is base64."""

    sequence: int
    hash: str
    at: str
    key: str
    signature: str = ""

    @property
    def said(self) -> bytes:
        """The signed lines."""
        lines = [HEAD, f"sequence {self.sequence}", f"hash {self.hash}", f"at {self.at}", f"key {self.key}"]
        return _lines(lines)

    def signed(self, signature: bytes) -> Head:
        return replace(self, signature=b64encode(signature).decode())

    def __str__(self) -> str:
        return self.said.decode() + f"signature {self.signature}\n"


@dataclass(frozen=True, slots=True)
class KeyStatement:
    """``public`` (base64 of the key as DER) signs from ``at`` on, in place of the key ``before``.

    The new key signs it; the key before does, too, unless that one was lost.
    """

    key: str
    public: str
    at: str
    before: str | None = None
    before_public: str | None = None
    signature: str = ""
    signature_before: str | None = None

    @property
    def said(self) -> bytes:
        """The signed lines."""
        lines = [KEY, f"key {self.key}", f"public {self.public}", f"at {self.at}"]
        if self.before:
            lines += [f"before {self.before}", f"before-public {self.before_public}"]
        return _lines(lines)

    def signed(self, signature: bytes, before: bytes | None) -> KeyStatement:
        old = b64encode(before).decode() if before is not None else None
        return replace(self, signature=b64encode(signature).decode(), signature_before=old)

    def __str__(self) -> str:
        text = self.said.decode() + f"signature {self.signature}\n"
        return text + (f"signature-before {self.signature_before}\n" if self.signature_before else "")


def heads_in(text: str) -> list[Head]:
    """The heads in a text: a file, a mail, several one behind the other."""
    found = _HEAD.finditer(_plain(text))
    return [Head(int(one["sequence"]), one["hash"], one["at"], one["key"], one["signature"]) for one in found]


def keys_in(text: str) -> list[KeyStatement]:
    """The statements about keys in a text."""
    return [KeyStatement(**one.groupdict()) for one in _KEY.finditer(_plain(text))]


def _plain(text: str) -> str:
    return "\n".join(_QUOTED.sub("", line) for line in text.splitlines())


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("ascii")
