"""A letter in plain text and in HTML, of the same words.

Neither is wrapped: a telephone and Outlook wrap lines themselves, and put back together what was wrapped for
them. The HTML is headings, paragraphs and lists, which every mail program and screen reader knows; its few
styles are inline, since mail programs take style sheets out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What no letter needs: bells, escapes, and marks that turn the direction of reading."""

BODY = "font-family:Arial,sans-serif;font-size:16px;line-height:1.4;color:#0b0c0c;max-width:600px;margin:0"
HEADING = "font-size:19px;line-height:1.3;margin:24px 0 8px"
LINE = "margin:0 0 12px"
DETAIL = "color:#484949"
SMALL = "font-size:14px;color:#484949;border-top:1px solid #b1b4b6;padding-top:12px;margin-top:28px"
LINK = "color:#1a65a6"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: its words, what stands below them, and the address where it is."""

    text: str
    detail: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence under it, lines, and ``more``: what was left out, with where it can be read."""

    heading: str
    intro: str = ""
    lines: tuple[Line, ...] = ()
    more: Line | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """``name`` is whom it is for; ``foot`` says why it came and ``settings`` where to stop it."""

    subject: str
    name: str
    sections: tuple[Section, ...]
    foot: str
    settings: str


def as_text(letter: Letter) -> str:
    """Paragraphs with a blank line between them; each address on a line of its own, which programs link."""
    parts = [f"Hello {_flat(letter.name)}"]
    for section in letter.sections:
        parts.append("\n".join([_flat(section.heading), "-" * len(_flat(section.heading))]))
        parts += [_flat(section.intro)] if section.intro else []
        parts += [_text_of(line, mark="* ") for line in section.lines]
        parts += [_text_of(section.more)] if section.more else []
    parts.append(f"-- \n{_flat(letter.foot)}\nChange which mails you get: {letter.settings}")
    return "\n\n".join(parts) + "\n"


def as_html(letter: Letter) -> str:
    """One document whose title is the subject; every word escaped."""
    body = "".join(_html_of(section) for section in letter.sections)
    change = f'<a href="{_safe(letter.settings)}" style="{LINK}">Change which mails you get</a>'
    foot = f'<p style="{SMALL}">{_safe(letter.foot)} {change}</p>'
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_safe(letter.subject)}</title>\n</head>\n"
        f'<body style="margin:0;padding:16px;background:#ffffff">\n<div style="{BODY}">\n'
        f'<p style="{LINE}">Hello {_safe(letter.name)}</p>\n{body}{foot}\n'
        "</div>\n</body>\n</html>\n"
    )


def _text_of(line: Line, mark: str = "") -> str:
    indent = " " * len(mark)
    rows = [mark + _flat(line.text)]
    rows += [indent + _flat(line.detail)] if line.detail else []
    rows += [indent + line.link] if line.link else []
    return "\n".join(rows)


def _html_of(section: Section) -> str:
    said = f'<h2 style="{HEADING}">{_safe(section.heading)}</h2>\n'
    said += f'<p style="{LINE}">{_safe(section.intro)}</p>\n' if section.intro else ""
    if section.lines:
        rows = "".join(f'<li style="{LINE}">{_words(line)}</li>\n' for line in section.lines)
        said += f'<ul style="margin:0;padding-left:20px">\n{rows}</ul>\n'
    return said + (f'<p style="{LINE}">{_words(section.more)}</p>\n' if section.more else "")


def _words(line: Line) -> str:
    text = _safe(line.text)
    said = f'<a href="{_safe(line.link)}" style="{LINK}">{text}</a>' if line.link else text
    return f'{said}<br><span style="{DETAIL}">{_safe(line.detail)}</span>' if line.detail else said


def _flat(text: str) -> str:
    """On one line, so that what somebody wrote cannot look like another part of the letter."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _safe(text: str) -> str:
    return escape(_flat(text), quote=True)
