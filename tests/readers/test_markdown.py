"""Markdown: with its own marks, with front matter, with a body of HTML."""

from __future__ import annotations

from answerable.readers import read
from tests.readers.making import assert_nothing_lost, codes, shown, strong

FRONT = """---
title: "Minutes of 4 March 2021"
layout: post
categories:
---
"""


def test_headings_bold_words_and_lists() -> None:
    document = read(b"## Assurance Meeting\n\n**Chair:** Ada Fenn\n\n- first\n- second\n", "a.md")
    assert shown(document) == [
        "## Assurance Meeting",
        "Chair: / Ada Fenn",
        "> - first",
        "> - second",
        "~ ## / ** / **",
    ]
    assert strong(document) == ["Chair:"]
    assert document.media_type == "text/markdown"
    assert codes(document) == []
    assert_nothing_lost(document)


def test_underlined_headings() -> None:
    assert shown(read(b"Assurance Meeting\n=================\n\nBoats\n-----\n\ntext\n", "a.md"))[:3] == [
        "# Assurance Meeting",
        "## Boats",
        "text",
    ]


def test_pipe_tables() -> None:
    document = read(
        b"| No | Item | Action |\n|---|:--|---|\n| 1 | Boats \\| ships | |\n| | more | **CC** |\n", "a.md"
    )
    assert shown(document)[:-1] == [
        "[0.0] No",
        "[0.1] Item",
        "[0.2] Action",
        "[1.0] 1",
        "[1.1] Boats \\| ships",
        "[2.1] more",
        "[2.2] CC",
    ]
    assert_nothing_lost(document)


def test_front_matter_gives_the_title_and_is_furniture() -> None:
    document = read((FRONT + "\nPresent: Ada Fenn\n").encode(), "a.md")
    assert shown(document) == [
        '~ --- / title: " / " / layout: post / categories: / ---',
        "# Minutes of 4 March 2021",
        "Present: Ada Fenn",
    ]
    assert_nothing_lost(document)


def test_a_line_of_dashes_at_the_top_is_no_front_matter() -> None:
    assert shown(read(b"---\nThe commissioner opened the meeting.\n", "a.md"))[0].startswith(
        "The commissioner"
    )


def test_a_body_of_html_is_read_as_a_browser_shows_it() -> None:
    document = read(
        (
            FRONT
            + "<p><strong>1. Boats</strong></p>\n<p>Talk &amp; talk.</p>\n<ul><li>one</li>\n<li>two</li></ul>"
        ).encode(),
        "a.md",
    )
    assert shown(document) == [
        '~ --- / title: " / " / layout: post / categories: / ---',
        "# Minutes of 4 March 2021",
        "1. Boats",
        "Talk & talk.",
        "> • one",
        "> • two",
    ]
    assert strong(document) == ["1. Boats"]
    assert codes(document) == []
    assert_nothing_lost(document)
