"""Finds words of public templates that no translator could reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.template import engines
from jinja2 import nodes

GAP = "\x00"  # stands for what an expression says
SPOKEN = frozenset({"aria-label", "title", "alt", "placeholder", "aria-description", "data-label"})
SAID = frozenset({"_", "gettext", "ngettext", "plural"})
KEYS = re.compile(
    r"^[a-z_.%/#\-0-9!|?=&:\x00]*$|^\s*(govuk|ans|pub)-|^[A-Za-z]$|^/|\.(html|css|svg)$|^https?:|^[\W\d]*$"
)
"""What is no word: names of classes, keys, addresses, single letters, signs."""


def untranslated(text: str) -> list[str]:
    """Every stretch of words in the template that stands outside of ``trans``, ``_()`` and ``plural()``."""
    tree = engines["jinja2"].env.parse(text)  # type: ignore[attr-defined]
    printed: list[nodes.Node] = []
    reader = _Reader(printed)
    page = "".join(_texts(tree, printed))
    page = re.sub(rf"(</?h){GAP}\d+{GAP}", r"\g<1>1", page)  # a heading of whichever level
    reader.feed(re.sub(rf"(<\w+){GAP}\d+{GAP}", r"\g<1>", page))
    return [*reader.found, *(one for one in _constants(tree) if not KEYS.search(one))]


def _texts(node: nodes.Node, printed: list[nodes.Node]) -> Iterator[str]:
    """The template's own text in order, with a gap and its number for each expression."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Output):
        for one in node.nodes:
            if isinstance(one, nodes.TemplateData):
                yield one.data
            else:
                printed.append(one)
                yield f"{GAP}{len(printed) - 1}{GAP}"
    elif not isinstance(node, nodes.Expr):
        for child in node.iter_child_nodes():
            yield from _texts(child, printed)


class _Reader(HTMLParser):
    """Text, spoken attributes, and words that expressions in these print as they are."""

    def __init__(self, printed: list[nodes.Node]) -> None:
        super().__init__(convert_charrefs=True)
        self.printed = printed
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SPOKEN and value:
                self.handle_data(value)

    def handle_data(self, data: str) -> None:
        for place, piece in enumerate(data.split(GAP)):
            if place % 2:
                self.found += [one for one in _printed(self.printed[int(piece)]) if KEYS.search(one)]
            elif re.search(r"[^\W\d_]{2,}", piece):
                self.found.append(" ".join(piece.split()))


def _printed(node: nodes.Node) -> Iterator[str]:
    """Words that an expression prints without a call in between; others are found as constants."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        if re.search(r"[^\W\d_]{2,}", node.value):
            yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from _printed(node.expr1)
        if node.expr2 is not None:
            yield from _printed(node.expr2)
    elif isinstance(node, (nodes.Or, nodes.Add, nodes.Concat)):
        for child in node.iter_child_nodes():
            yield from _printed(child)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in SAID:
        for one in node.kwargs:
            yield from _printed(one.value)


def _constants(node: nodes.Node) -> Iterator[str]:
    """Words that stand in expressions, as a macro's arguments or as one of two."""
    if isinstance(node, nodes.Output):
        for one in node.nodes:
            if not isinstance(one, nodes.TemplateData):
                yield from _words_of(one)
    elif isinstance(node, nodes.Assign):
        yield from _words_of(node.node)
    elif isinstance(node, nodes.For):
        yield from _words_of(node.iter)
        yield from (one for child in [*node.body, *node.else_] for one in _constants(child))
    else:
        for child in node.iter_child_nodes():
            if not isinstance(child, nodes.Expr):
                yield from _constants(child)


QUIET_KEYS = frozenset({"href", "classes", "id", "name", "value", "type", "key"})
QUIET_CALLS = frozenset({"url", "static", "link"})


def _words_of(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const):
        if isinstance(node.value, str) and re.search(r"[^\W\d_]{2,}", node.value):
            yield node.value
        return
    for one in _worth_reading(node):
        yield from _words_of(one)


def _looks_up(node: nodes.Node) -> bool:
    """A name of ours in brackets, "row["path"]", unless the words stand there: "{"a": "one"}[key]"."""
    return isinstance(node, nodes.Getitem) and not isinstance(node.node, nodes.Dict)


def _worth_reading(node: nodes.Node) -> Iterator[nodes.Node]:
    """The parts of an expression that are printed, not what it asks or looks up."""
    called = node.node.name if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) else ""
    if called in SAID:
        yield from (one.value for one in node.kwargs)  # type: ignore[attr-defined]
    elif called in QUIET_CALLS or isinstance(node, (nodes.Compare, nodes.Test)) or _looks_up(node):
        return
    elif isinstance(node, nodes.Getitem) and isinstance(node.node, nodes.Dict):
        yield node.node  # {"a": "words"}[key]
    elif isinstance(node, nodes.Filter):
        yield from [node.node] if node.node is not None else []
    elif isinstance(node, nodes.CondExpr):
        yield from [one for one in (node.expr1, node.expr2) if one is not None]
    elif isinstance(node, nodes.Pair):
        quiet = isinstance(node.key, nodes.Const) and node.key.value in QUIET_KEYS
        yield from [] if quiet else [node.value]
    else:
        yield from node.iter_child_nodes()
