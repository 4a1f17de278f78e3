"""Checks an export of an Answerable audit trail, without Answerable.

    python3 verifier.py EXPORT [--head FILE]... [--key PUBLIC.pem]...

EXPORT is what ``answerable audit export`` wrote. A head is a file that was kept or mailed; a key is a public
key in PEM that was kept. Needs Python 3.8 or newer with its standard library, and ``openssl`` for signatures.
Exits with 0 where nothing is wrong, with 1 where something is, and with 2 where a file cannot be read.

Written for itself, from the description of the format: it shares no line with the program it checks.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEADER = ("sequence", "at", "who", "operation", "office", "about", "before")
START = "0" * 64
SALT_LENGTH = 32


def main() -> int:
    options = arguments()
    try:
        return check(options)
    except (OSError, UnicodeDecodeError, BadExport) as problem:
        sys.stderr.write(f"{problem}\n")
        return 2


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check an export of an Answerable audit trail.")
    parser.add_argument("export")
    parser.add_argument("--head", action="append", default=[], help="a file with heads that were kept")
    parser.add_argument("--key", action="append", default=[], help="a public key (PEM) to believe")
    return parser.parse_args()


class BadExport(Exception):
    """The file is no export."""


def check(options: argparse.Namespace) -> int:
    """Read the file twice: what is said about keys and heads, and then the events one by one."""
    keys, stored = statements(options.export)
    trusted, notes = trust(keys, [pem_public(Path(name).read_text("ascii")) for name in options.key])
    kept = [block for name in options.head for block in blocks(Path(name).read_text("utf-8"), "head")]
    problems = []
    if options.head and not kept:
        problems.append("the files with heads hold none")
    anchors: dict[int, list[tuple[str, bool]]] = {}
    for outside, some in ((True, kept), (False, stored)):
        for block in some:
            number = int(block["sequence"])
            if genuine(block, trusted.get(block["key"]), "signature"):
                anchors.setdefault(number, []).append((block["hash"], outside))
            else:
                problems.append(f"the head of event {number} is not signed by a key that can be believed")
    count = Chain(anchors, problems, notes).walk(lines(options.export))
    for text in problems:
        print_line(f"WRONG: {text}")
    for text in notes:
        print_line(f"Note: {text}")
    verdict = f"{len(problems)} thing(s) wrong" if problems else "nothing wrong"
    print_line(f"{count} events read, {len(anchors)} heads: {verdict}.")
    return 1 if problems else 0


class Chain:
    """One pass over the events. Memory holds the heads and the erased events, not the chain."""

    def __init__(
        self, anchors: dict[int, list[tuple[str, bool]]], problems: list[str], notes: list[str]
    ) -> None:
        self.anchors, self.problems, self.notes = anchors, problems, notes
        self.position, self.proved = 0, 0
        self.link: object = START
        self.blank: set[int] = set()
        self.disagreed = False

    def walk(self, some: Iterator[dict[str, Any]]) -> int:
        count = 0
        for line in some:
            if line.get("kind") == "event":
                count += 1
                self.step(line)
        self.finish()
        return count

    def step(self, line: dict[str, Any]) -> None:
        number = line.get("sequence")
        if type(number) is not int or number <= self.position:
            self.problems.append(
                f"event {number!r} stands where it has no place, after event {self.position}"
            )
            return
        if number != self.position + 1:
            self.problems.append(f"missing: event {self.position + 1} to event {number - 1}")
            self.link = line.get("before")
        own = header_digest(line)
        if own != line.get("hash"):
            self.problems.append(f"event {number}: its header was changed")
        if line.get("before") != self.link:
            self.problems.append(f"event {number} does not follow event {self.position}")
        self.content(number, line)
        self.erasure(number, line)
        self.head(number, line.get("hash"))
        self.position, self.link = number, line.get("hash")

    def content(self, number: int, line: dict[str, Any]) -> None:
        salt, content = line.get("salt"), line.get("content")
        if salt == "" and content == "":
            self.blank.add(number)
            return
        whole = isinstance(salt, str) and isinstance(content, str) and len(salt) == SALT_LENGTH
        if not whole or digest(f"{salt}{content}") != line.get("content_hash"):
            self.problems.append(f"event {number}: its content was changed")

    def erasure(self, number: int, line: dict[str, Any]) -> None:
        if line.get("operation") != "audit.erase" or not isinstance(line.get("about"), list):
            return
        for pair in line["about"]:
            if not (isinstance(pair, list) and len(pair) == 2 and pair[0] == "audit.event"):
                continue
            if pair[1] in self.blank:
                self.blank.discard(pair[1])
                self.notes.append(f"event {pair[1]} was erased: event {number} says why")
            else:
                self.problems.append(f"event {pair[1]} was erased by event {number}, and its content is back")

    def head(self, number: int, found: object) -> None:
        for expected, outside in self.anchors.get(number, []):
            if expected == found:
                self.proved = number if outside else self.proved
            elif not self.disagreed:
                self.disagreed = True
                self.problems.append(
                    f"events {self.proved + 1} to {number}: written anew, at least in part: the head of event"
                    f" {number} is of another chain"
                )

    def finish(self) -> None:
        self.problems.extend(f"event {one}: emptied, and no event says why" for one in sorted(self.blank))
        last = max(self.anchors, default=0)
        if last > self.position:
            gone = last - self.position
            self.problems.append(f"the chain ends at {self.position}, a head says {last}: {gone} are gone")
        if self.proved:
            self.notes.append(f"what came after event {self.proved}, the last head kept, cannot be proved")
        else:
            self.notes.append("no head that was kept agrees: a chain written anew would not be noticed")


def header_digest(line: dict[str, Any]) -> str:
    """SHA-256 of the header as JSON: keys in order, no spaces, ASCII."""
    header = {name: line.get(name) for name in HEADER}
    header["content"] = line.get("content_hash")
    return digest(json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=True))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def lines(name: str) -> Iterator[dict[str, Any]]:
    """The lines of an export, read one by one."""
    count = 0
    with open(name, encoding="ascii") as file:
        for count, text in enumerate(file, 1):
            try:
                line = json.loads(text)
            except (ValueError, RecursionError):
                raise BadExport(f"{name}: line {count} is not JSON") from None
            if not isinstance(line, dict) or (count == 1 and line.get("kind") != "export"):
                raise BadExport(f"{name}: line {count} is none of an export")
            if count == 1 and line.get("format") != 1:
                raise BadExport(f"{name} is of a format that this verifier does not know")
            yield line
    if not count:
        raise BadExport(f"{name} is empty")


def statements(name: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What is said about keys and about heads, before the events."""
    keys: list[dict[str, str]] = []
    heads: list[dict[str, str]] = []
    for line in lines(name):
        if line.get("kind") == "event":
            break
        if line.get("kind") in ("key", "head"):
            found = blocks(str(line.get("statement")), line["kind"])
            (keys if line["kind"] == "key" else heads).extend(found)
    return keys, heads


FIELDS = {
    "head": ("sequence", "hash", "at", "key", "signature"),
    "key": ("key", "public", "at", "before", "before-public", "signature", "signature-before"),
}
SHAPES = {"sequence": r"[1-9][0-9]{0,17}", "hash": "[0-9a-f]{64}", "key": "[0-9a-f]{16}"}


def blocks(text: str, kind: str) -> list[dict[str, str]]:
    """The statements in a text, each a dictionary of its lines, with what was signed under "said"."""
    found: list[dict[str, str]] = []
    block: dict[str, str] | None = None
    for raw in [*text.splitlines(), ""]:
        line = raw.strip("> \t\r")
        if line == f"Answerable audit {kind}":
            block = {"said": line + "\n"}
            found.append(block)
            continue
        name, _, value = line.partition(" ")
        if block is None or name not in FIELDS[kind] or name in block:
            block = None
            continue
        block[name] = value
        if not name.startswith("signature"):
            block["said"] += line + "\n"
    return [block for block in found if sound(block, kind)]


def sound(block: dict[str, str], kind: str) -> bool:
    needed = ("sequence", "hash", "key", "signature") if kind == "head" else ("key", "public", "signature")
    return all(name in block for name in needed) and all(
        re.fullmatch(SHAPES[name], block[name]) for name in SHAPES if name in block
    )


def trust(keys: list[dict[str, str]], given: list[str]) -> tuple[dict[str, str], list[str]]:
    """The keys to believe, by id: those given and what they vouch for; without any, those of the export."""
    notes: list[str] = []
    trusted = {key_id(one): one for one in given}
    if not trusted:
        notes.append("no key was given: signatures are held against the keys that the export itself names")
        trusted = {key_id(block["public"]): block["public"] for block in keys}
    for _ in keys:  # each round can believe one more
        for block in keys:
            if block["key"] != key_id(block["public"]) or not genuine(block, block["public"], "signature"):
                continue
            before = block.get("before")
            if block["key"] in trusted and before and key_id(block.get("before-public", "")) == before:
                trusted.setdefault(before, block["before-public"])
            elif before and before in trusted and genuine(block, trusted[before], "signature-before"):
                trusted.setdefault(block["key"], block["public"])
    return trusted, notes


def key_id(public: str) -> str:
    try:
        return hashlib.sha256(base64.b64decode(public, validate=True)).hexdigest()[:16]
    except ValueError:
        return ""


def pem_public(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines() if "-----" not in line)


def genuine(block: dict[str, str], public: str | None, name: str) -> bool:
    """Ask openssl whether the owner of the key signed the block."""
    if public is None or name not in block:
        return False
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, one) for one in ("key.pem", "said", "signature")]
        try:
            signature = base64.b64decode(block[name], validate=True)
        except ValueError:
            return False
        paths[0].write_text(f"-----BEGIN PUBLIC KEY-----\n{public}\n-----END PUBLIC KEY-----\n", "ascii")
        paths[1].write_text(block["said"], "utf-8")
        paths[2].write_bytes(signature)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin"]
        files = ["-inkey", str(paths[0]), "-in", str(paths[1]), "-sigfile", str(paths[2])]
        done = subprocess.run([*command, *files], capture_output=True, check=False)
    return done.returncode == 0


def print_line(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
