"""The console script ``answerable``: ``read`` needs no settings and no database, the rest is Django's."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from answerable.readers import child
from answerable.readers.errors import Unreadable

_SEPARATORS = re.compile("[\u0085\u2028\u2029]")
"""Characters that some programs take for a new line: escaped, so that one record stays one line."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HELP = ("help", "--help", "-h")
_SAFE = "What was confirmed before is safe: put it right, then run the command again."
_OLDER = "The database is older than this program: run answerable migrate, then the command again."
INTERRUPTED = 130
"""The exit code of a program that was stopped from the keyboard."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["read"]:
            return _read(_parser().parse_args(given[1:]))
        return _manage(given)
    except BrokenPipeError:
        # Whoever was reading has seen enough; Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="answerable read",
        description="Read minutes (PDF, DOCX, ODT, DOC, HTML, Markdown, text, scans) and print their meeting"
        " records as JSON, one a line. Exits with 1 where a file could not be read.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--pretty", action="store_true", help="indented, for people")
    shape.add_argument("--text", action="store_true", help="only the text that the records' places count in")
    return parser


def _read(options: argparse.Namespace) -> int:
    """Print what each file holds, in the order given; what is unreadable gets a line on standard error."""
    failed = 0
    for path in options.files:
        try:
            found = child.read_file_in_child(path, record=not options.text)
        except Unreadable as error:
            failed = 1
            _complain(str(error), path)
        else:
            _write(found.text if options.text else _json(found, pretty=options.pretty))
    return failed


def _json(found: child.Reading, *, pretty: bool) -> str:
    text = json.dumps(found.record, ensure_ascii=False, indent=2 if pretty else None)
    return _SEPARATORS.sub(lambda one: f"\\u{ord(one[0]):04x}", text) + "\n"


def _write(text: str) -> None:
    """Characters as UTF-8, whatever the terminal's language; half a character as one question mark."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _complain(sentence: str, path: str) -> None:
    """One line, and with the file's whole path: two folders may hold files of one name."""
    name = Path(path).name
    if sentence.startswith(name):
        sentence = path + sentence.removeprefix(name)
    sys.stderr.write(f"answerable read: {_CONTROL.sub('?', sentence)}\n")


def _manage(arguments: Sequence[str]) -> int:
    """Every other subcommand is a management command, with the settings of this package."""
    if not arguments or arguments[0] in _HELP:
        sys.stdout.write(
            "answerable read FILE…   read minutes and print their records; see answerable read --help\n\n"
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
    if arguments[:1] == ["serve"] and "--public" in arguments:
        os.environ["PUBLIC_ONLY"] = "on"  # before there are settings: they leave the record out
    from django.core.management import execute_from_command_line
    from django.db import Error

    from answerable.web.trouble import is_unmigrated, trouble_of

    try:
        execute_from_command_line(["answerable", *arguments])
    except (OSError, Error) as error:
        if is_unmigrated(error):
            sys.stderr.write(f"answerable: {_OLDER}\n")
            return 1
        trouble = trouble_of(error)
        if trouble is None:
            raise
        sys.stderr.write(f"answerable: {trouble.title} ({error}). {_SAFE}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
