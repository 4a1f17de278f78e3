"""File names that are attacks themselves. What is in the files is harmless."""

from __future__ import annotations

from tests.hostile.cases import WORDS, hostile

GROUP = "Names"
TEXT = (WORDS + "\n").encode()


@hostile(
    "CON",
    GROUP,
    "a name that is a device elsewhere",
    treatment="Read; originals are stored under names of ours.",
)
def device() -> bytes:
    return TEXT


@hostile("-rf --", GROUP, "a name that looks like an option", treatment="Read; no shell ever sees it.")
def option() -> bytes:
    return TEXT


@hostile("a\nb.txt", GROUP, "a name with a line break", treatment="Read; told without the break.")
def broken() -> bytes:
    return TEXT


@hostile(
    "torn\n\x1b[31m.pdf",
    GROUP,
    "a torn PDF whose name has a line break and colours a terminal",
    refused="torn??[31m.pdf: The PDF is damaged or cut off: fetch the file again from where it came.",
)
def escapes() -> bytes:
    return b"%PDF-1.4 torn"


@hostile("minutes\u202efdp.exe", GROUP, "a name that shows as minutesexe.pdf", treatment="Read.")
def bidi() -> bytes:
    return TEXT


@hostile(
    "<script>alert(1)</script>.txt".replace("/", "\u2215"),
    GROUP,
    "a name that is markup",
    treatment="Read; pages escape every name.",
)
def markup() -> bytes:
    return TEXT


@hostile("=cmd|' C'!A0.txt", GROUP, "a name that is a formula", treatment="Read; CSV files write it as text.")
def formula() -> bytes:
    return TEXT


@hostile(
    "$(touch x);`id`.rtf.txt",
    GROUP,
    "a name that a shell would run",
    treatment="Read; no shell ever sees it.",
)
def shell() -> bytes:
    return TEXT


@hostile("x" * 240 + ".txt", GROUP, "a name as long as a name can be", treatment="Read.")
def long() -> bytes:
    return TEXT
