"""The page of the manual that says what was tried: printed from what the tests ask, compared by a test."""

from __future__ import annotations

from pathlib import Path

from tests.leaks.allowed import ALLOWED
from tests.leaks.kinds import LEAST, LEAST_LEFT_OUT, LEFT_OUT, PLACE_KINDS
from tests.leaks.looking import EVERY_SURFACE
from tools.guarding.leaks import IN_EVERY_RUN, LEAKS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "leaks.md"
BESIDE = (
    "the site served alone, and its log",
    "the public edition of a handover",
    "the store's file after a purge",
)
"""Surfaces that are asked in processes of their own."""
HEAD = """# Leaks

This page is printed from the tests in `tests/leaks`. They put a word of its own (a canary) into every text of
an invented record, publish a part of it through the real operations, and look for each word on everything
that the public can reach. Then every text is written anew with another word, one meeting is corrected, one
withdrawn, and it is looked for again. A word that stands anywhere it may not fails the tests.

Three more tests stand beside this one. Two records that differ only in what is left out have to give the same
answers, byte for byte. Every role that is signed in gets the bytes that a stranger gets. Whoever searches for
a word that is not public is told just what they are told of a word that is nowhere.

## Where the words are

At least this many that may not be public; there are {least} or more in all.

| Place | Words |
|---|---:|
"""
SURFACES_HEAD = """
## Where they are looked for

Addresses are followed from page to page, and every address that the public store has is asked, with its
versions. Archives, Word files and PDFs are unpacked: their words, properties and raw streams are looked at.

"""
ALLOWED_HEAD = """
## What may be public

A word may be found where its column is in this table and its row is open: part of what was published, not
restricted, not left out. Whatever is not in the table may not.

| Table | Columns | Why |
|---|---|---|
"""
PLANTED_HEAD = """
## Leaks that were planted

Each changes one line of the code so that something becomes public; a check has to notice. Those marked "every
run" are planted whenever the tests run, all of them by `make leaks`.

| What leaks | The line stands in | Noticed by | Planted in |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    places = [(one.name, one.least) for one in PLACE_KINDS] + [(LEFT_OUT, LEAST_LEFT_OUT)]
    return "".join(
        [
            HEAD.format(least=LEAST),
            *(f"| {name} | {least} |\n" for name, least in places),
            SURFACES_HEAD,
            *(f"- {name}\n" for name in (*EVERY_SURFACE, *BESIDE)),
            ALLOWED_HEAD,
            *(f"| `{one.table}` | {one.columns.replace(' ', ', ')} | {one.why} |\n" for one in ALLOWED),
            PLANTED_HEAD,
            *(
                f"| {one.name} | `{one.file.removeprefix('src/answerable/')}` | {', '.join(one.tests)} |"
                f" {'every run' if one.name in IN_EVERY_RUN else '`make leaks`'} |\n"
                for one in LEAKS
            ),
        ]
    )
