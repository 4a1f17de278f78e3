"""A sheet as a web page that stands by itself: real headings, lists and tables, readable on paper too."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from answerable.core.minutes.printable import printable
from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Piece, Sheet, Table, Text

DEEPEST = 6
"""HTML has six levels of headings; the sheet's title is the first."""
_COUNTED = re.compile(r"(\d{1,6})\.")

STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.5rem 3rem; background: #fff; color: #0b0c0c;
  font: 1.0625rem/1.45 Arial, "Liberation Sans", sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.3rem; margin: 1.8rem 0 0.5rem; }
h3 { font-size: 1.15rem; margin: 1.4rem 0 0.4rem; }
h4, h5, h6 { font-size: 1.0625rem; margin: 1.1rem 0 0.3rem; }
p { margin: 0 0 0.7rem; }
ul, ol { margin: 0 0 0.7rem; padding-left: 2rem; }
li { margin-bottom: 0.35rem; }
ul.labelled { list-style: none; padding-left: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; margin-bottom: 0.4rem; }
th, td { border: 1px solid #b1b4b6; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
th { background: #f3f2f1; }
td > :first-child { margin-top: 0; }
td > :last-child { margin-bottom: 0; }
table.bare th, table.bare td { border: 0; padding: 0.1rem 1rem 0.1rem 0; background: none; }
p.small { font-size: 0.9rem; }
p.quote { border-left: 4px solid #b1b4b6; padding-left: 0.8rem; }
.marking { font-weight: bold; text-align: center; }
footer { font-size: 0.9rem; margin-top: 2rem; }
figure { margin: 1rem 0; }
figure img { max-width: 100%; }
@media (max-width: 40rem) { body { padding: 0.75rem; } table { font-size: 0.8rem; }
  th, td { padding: 0.2rem; overflow-wrap: break-word; hyphens: auto; } td h2, td h3 { font-size: 0.9rem; }
  col { width: auto !important; } }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } thead { display: table-header-group; }
  h2, h3, h4, h5 { break-after: avoid; } tr { break-inside: avoid; } .break { break-before: page; } }
"""


def write_html(sheet: Sheet) -> str:
    """A whole page: nothing is fetched, nothing runs."""
    head = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(sheet.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(sheet.title)}</title>",
        *([f'<meta name="description" content="{_text(sheet.subject)}">'] if sheet.subject else []),
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
    ]
    above = [f'<header><p class="marking">{_text(sheet.marking)}</p></header>'] if sheet.marking else []
    below = [f"<footer><p>{_text(sheet.footer)}</p></footer>"] if sheet.footer else []
    title = [f"<h1>{_text(sheet.title)}</h1>"] if sheet.printed_title else []
    body = ["<main>", *title, write_fragment(sheet), "</main>"]
    return "\n".join([*head, *above, *body, *below, "</body>", "</html>", ""])


def write_fragment(sheet: Sheet, level: int = 2) -> str:
    """The sheet's blocks alone, to stand in another page; ``level`` is that of its outermost headings."""
    return "\n".join(_blocks(sheet.blocks, level - 1))


def _blocks(blocks: Sequence[Piece | Table | Break], below: int) -> Iterator[str]:
    for kind, run in groupby(blocks, key=type):
        if kind is ListItem:
            yield from _list([one for one in run if isinstance(one, ListItem)])
        else:
            for block in run:
                yield from _block(block, below)


def _block(block: Piece | Table | Break, below: int) -> Iterator[str]:
    match block:
        case Heading(text, level, number):
            tag = f"h{min(level + below, DEEPEST)}"
            yield f"<{tag}>{_text(f'{number} {text}'.strip())}</{tag}>"
        case Text(text, lead, strong, style):
            yield _paragraph(text, lead, strong, style)
        case Picture(svg, words):
            data = base64.b64encode(svg.encode()).decode()
            said = f"<figcaption>{_text(words)}</figcaption>" if words else ""
            yield f'<figure><img alt="" src="data:image/svg+xml;base64,{data}">{said}</figure>'
        case Table():
            yield from _table(block, below)
        case Break():
            yield '<div class="break"></div>'


def _paragraph(text: str, lead: str, strong: bool, style: str) -> str:
    named = "" if style == "normal" else f' class="{style}"'
    words = f"<strong>{_text(text)}</strong>" if strong else _text(text)
    return f"<p{named}>{f'<strong>{_text(lead)}</strong> ' if lead else ''}{words}</p>"


def _list(items: Sequence[ListItem], level: int = 1) -> Iterator[str]:
    """Lists of items that are labelled in one way; deeper items stand inside the one before them."""
    at = 0
    while at < len(items):
        form = _form(items[at])
        yield _OPENING[form]
        while at < len(items) and _form(items[at]) == form:
            inner = at + 1
            while inner < len(items) and items[inner].level > level:
                inner += 1
            nested = "".join(_list(items[at + 1 : inner], level + 1))
            yield f"{_item(items[at], form)}{nested}</li>"
            at = inner
        yield _CLOSING[form]


_OPENING = {"bullet": "<ul>", "number": "<ol>", "label": '<ul class="labelled">'}
_CLOSING = {"bullet": "</ul>", "number": "</ol>", "label": "</ul>"}


def _form(item: ListItem) -> str:
    if not item.label:
        return "bullet"
    return "number" if _COUNTED.fullmatch(item.label) else "label"


def _item(item: ListItem, form: str) -> str:
    if form == "label":
        return f"<li>{_text(item.label)} {_text(item.text)}"
    number = _COUNTED.fullmatch(item.label)
    return f'<li value="{int(number[1])}">{_text(item.text)}' if number else f"<li>{_text(item.text)}"


def _table(table: Table, below: int) -> Iterator[str]:
    yield '<table class="bare" role="presentation">' if table.bare else "<table>"
    if table.caption:
        yield f"<caption>{_text(table.caption)}</caption>"
    columns = "".join(f'<col style="width: {share}%">' for share in table.widths)
    yield f"<colgroup>{columns}</colgroup>"
    if table.head:
        cells = "".join(f'<th scope="col">{_text(head)}</th>' for head in table.head)
        yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = "".join(f"<td>{''.join(_blocks(cell, below))}</td>" for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table>"


def _text(text: str) -> str:
    return escape(printable(text))
