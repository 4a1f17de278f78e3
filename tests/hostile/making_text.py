"""Plain text: endless lines, odd encodings, control characters."""

from __future__ import annotations

from tests.hostile.cases import WORDS, hostile

GROUP = "Text"
NO_KIND = "{name} is not a kind of file that can be read; save it as DOCX, ODT, PDF or text."
EMPTY = "{name} is empty; get a fresh copy of it."
MEMORY = "{name} needs more than 512 MB of memory to read and was stopped; split it or save it as text."
TEXT = "{name} gives more text than minutes can have (over 6 MB) and was not read; split it."
HALF = (
    "{name} is damaged: it begins as UTF-16-LE text but is not all such; open it in an editor and save it as"
    " UTF-8."
)
LINE = (WORDS + "\n\n").encode()


@hostile(
    "endless-line.txt",
    GROUP,
    "one line of 100 MB",
    refused="{name} is larger than 24 MB and was not read; split it.",
)
def endless_line() -> bytes:
    return b"x" * (100 * 2**20)


@hostile(
    "long-line.txt",
    GROUP,
    "one line of 2 MB",
    refused=TEXT,
)
def long_line() -> bytes:
    return (WORDS + " ").encode() * 50_000


@hostile(
    "many-lines.txt",
    GROUP,
    "two million lines of two letters",
    refused=MEMORY,
)
def many_lines() -> bytes:
    return b"x\n\n" * 2_000_000


@hostile("short-line.txt", GROUP, "one line of 1 MB without a blank", reads=("xxxxxxx",), treatment="Read.")
def short_line() -> bytes:
    return b"x" * 2**20


@hostile("blank-line.txt", GROUP, "1 MB of blanks in the middle of a line", treatment="Read.")
def blank_line() -> bytes:
    return WORDS.encode() + b" " * 2**20 + b"x"


@hostile("tabs.txt", GROUP, "a table row of 100,000 tabs", refused=TEXT)
def tabs() -> bytes:
    return WORDS.encode() + b"\tx" * 100_000 + b"\n"


@hostile("pipes.md", GROUP, "a Markdown row of 200,000 pipes", treatment="Read.")
def pipes() -> bytes:
    return b"| " + WORDS.encode() + b" |" * 200_000 + b"\n|---|\n"


@hostile("marks.md", GROUP, "100,000 unclosed tags, comments and stars", treatment="Read.")
def marks() -> bytes:
    return LINE + b"<!-- <p ** __ < <ul " * 20_000


@hostile("empty.txt", GROUP, "nothing at all", refused=EMPTY)
def empty() -> bytes:
    return b""


@hostile("nuls.txt", GROUP, "a megabyte of NULs", refused=EMPTY)
def nuls() -> bytes:
    return b"\0" * 2**20


@hostile(
    "nul-inside.txt",
    GROUP,
    "a NUL in the middle of a word",
    reads=("fo",),
    treatment="Read; the database gets U+FFFD in its place, which is as long.",
)
def nul_inside() -> bytes:
    return (WORDS * 3).replace("force", "fo\0rce", 1).encode()


@hostile(
    "controls.txt",
    GROUP,
    "escape sequences that turn a terminal's title and colours",
    treatment="Read; pages and terminals get them without their effect.",
)
def controls() -> bytes:
    return b"\x1b]0;owned\x07\x1b[2J\n" + LINE * 20


@hostile("binary.txt", GROUP, "binary data with the ending of text", refused=NO_KIND)
def binary() -> bytes:
    return bytes(range(256)) * 400


@hostile("program.txt", GROUP, "a Windows program with the ending of text", refused=NO_KIND)
def program() -> bytes:
    return b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" + b"\x00\x01\x02\x0f" * 4_000


@hostile(
    "invalid.txt",
    GROUP,
    "bytes that are no UTF-8",
    reads=(WORDS, "\xe9\x81"),
    treatment="Read; such bytes are taken for Windows-1252.",
)
def invalid() -> bytes:
    return LINE + b"caf\xe9\x81 \xc0\xaf \xf5\x80 \xed\xa0\x80\n"


@hostile(
    "cut-utf16.txt",
    GROUP,
    "UTF-16 cut off in the middle of a letter",
    refused=HALF,
)
def cut_utf16() -> bytes:
    return b"\xff\xfe" + WORDS.encode("utf-16-le")[:-1]


@hostile(
    "surrogates.txt",
    GROUP,
    "UTF-16 with half of a pair",
    refused=HALF,
)
def surrogates() -> bytes:
    return b"\xff\xfe" + WORDS.encode("utf-16-le") + b"\x00\xd8x\x00"


@hostile("utf16-no-mark.txt", GROUP, "UTF-16 without its mark", treatment="Read as UTF-16.")
def utf16_no_mark() -> bytes:
    return WORDS.encode("utf-16-le")


@hostile(
    "utf7.txt",
    GROUP,
    "UTF-7, in which a browser could once be made to see tags",
    never=("<script>",),
    reads=("+ADw-script+AD4-",),
    treatment="Read letter for letter: nothing is taken for UTF-7.",
)
def utf7() -> bytes:
    return b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-\n\n" + LINE


@hostile(
    "bidi.txt",
    GROUP,
    "letters that turn the direction of writing",
    reads=("\u202e", WORDS),
    treatment="Read as written.",
)
def bidi() -> bytes:
    return f"\u202eelif .exe\u202c\n\n{WORDS}\n".encode()


@hostile("marks-above.txt", GROUP, "a letter with 50,000 accents on it", treatment="Read.")
def marks_above() -> bytes:
    return ("a" + "\u0301" * 50_000 + "\n\n" + WORDS).encode()


@hostile(
    "mail.txt",
    GROUP,
    "a mail with an attachment",
    refused="{name} is a mail or a web archive; save the minutes in it as HTML, DOCX or PDF.",
)
def mail() -> bytes:
    return b"From: a@example.org\nMIME-Version: 1.0\n\n" + LINE
