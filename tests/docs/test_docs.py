"""The documentation: what it points at is there, and what it says to type can be typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _name(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made of Markdown everywhere."""
    headings = re.findall(r"^#+ (.+)$", _CODE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in _LINK.findall(_CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in _anchors(file)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_commands_of_make_are_there(page: Path) -> None:
    makefile = (CHECKOUT / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    told = set(re.findall(r"\bmake ([a-z]+)(?=[\s`]|$)", "\n".join(_typed(page))))
    assert told - known == set()


def _typed(page: Path) -> list[str]:
    """What a page sets as code."""
    text = page.read_text("utf-8")
    return [*_CODE.findall(text), *re.findall(r"`([^`\n]+)`", _CODE.sub("", text))]


def test_every_page_is_in_an_index() -> None:
    listed = set()
    for page in PAGES:
        for target in _LINK.findall(page.read_text("utf-8")):
            if not re.match(r"[a-z]+:", target):
                listed.add((page.parent / target.partition("#")[0]).resolve())
    assert [_name(page) for page in PAGES if page not in listed and page.name != "README.md"] == []
