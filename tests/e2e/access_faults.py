"""Faults of accessibility to plant in public pages, one by one, and what must find each."""

from __future__ import annotations

from typing import NamedTuple

from tests.core.publication.contents import PATH
from tests.public.given import OFFICE

LAYOUT, LINES = "public/layout.html", "public/meeting/lines.html"
MEETING, HOME = "public/meeting/meeting.html", "public/home/home.html"
REGISTER, GONE_PAGE = "public/actions/register.html", "public/gone.html"
STYLE = "answerable.css"
ITEM, ACTIONS = f"{PATH}/item/1", f"{OFFICE}/actions"
GONE = f"{OFFICE}/assurance/2020-05-01"
MAIN = '<main class="govuk-main-wrapper" id="main-content">'


class Fault(NamedTuple):
    """``here`` stands once in ``file``; ``gone`` in its place is the fault, which ``rule`` finds at ``path``.

    ``width``: CSS pixels; 0 is paper.
    """

    name: str
    file: str
    here: str
    gone: str
    rule: str
    path: str = PATH
    width: int = 1280


FAULTS = (
    Fault("a page without a language", LAYOUT, ' lang="{{ language() }}"', "", "html-has-lang"),
    Fault("a page without a title", LAYOUT,
          "<title>", "<title></title><title>", "document-title"),
    Fault("a picture without words", LAYOUT, MAIN, f'{MAIN}<img src="/static/none.png">', "image-alt"),
    Fault("an input without a label", HOME, ' for="q"', "", "label", OFFICE),
    Fault("an id that stands twice", HOME, 'id="new"', 'id="q"', "duplicate-id", OFFICE),
    Fault("words too pale to read", STYLE, "--quiet:#484949", "--quiet:#a9abab", "color-contrast"),
    Fault("a heading that jumps a level", MEETING, "{% set level = 3 if", "{% set level = 5 if 1 else 3 if",
          "heading-order"),
    Fault("a link without words", LINES,
          '<span class="govuk-visually-hidden">Address of line </span>{{ number }}', "", "link-name"),
    Fault("no main part", LAYOUT, MAIN, '<div id="main-content">', "landmark-one-main"),
    Fault("words outside of every landmark", LAYOUT, "{% if crumbs %}{{ breadcrumbs(crumbs) }}{% endif %}",
          "<p>Loose words</p>", "region"),
    Fault("two parts of one name", LAYOUT, 'aria-label="{{ _("Sections") }}"',
          'aria-label="{{ _("About this record") }}"', "landmark-unique"),
    Fault("a table's header without words", REGISTER, '">{{ head }}</th>', '"></th>', "empty-table-header",
          ACTIONS),
    Fault("a header of no known scope", REGISTER, 'scope="col"', 'scope="columns"', "scope-attr-valid",
          ACTIONS),
    Fault("a role that there is not", REGISTER, '<tbody class="govuk-table__body" role="rowgroup">',
          '<tbody class="govuk-table__body" role="rows">', "aria-roles", ACTIONS),
    Fault("a value that there is not", REGISTER, 'role="columnheader"',
          'role="columnheader" aria-sort="up"', "aria-valid-attr-value", ACTIONS),
    Fault("a page that loads itself again", LAYOUT, '<meta charset="utf-8">',
          '<meta charset="utf-8"><meta http-equiv="refresh" content="300">', "meta-refresh"),
    Fault("no zooming", LAYOUT, "initial-scale=1,", "initial-scale=1, user-scalable=no,", "meta-viewport"),
    Fault("an order of focus of its own", LAYOUT, '<p class="pub-header__name">',
          '<p class="pub-header__name" tabindex="5">', "tabindex"),
    Fault("a menu that screen readers are not told of", LAYOUT, '<nav class="pub-sections"',
          '<nav class="pub-sections" aria-hidden="true"', "aria-hidden-focus"),
    Fault("a button without words", HOME, '>{{ _("Search") }}</button>', "></button>", "button-name", OFFICE),
    Fault("a list that is none", HOME, '<ul class="ans-sentences">', '<div class="ans-sentences">',
          "listitem", OFFICE),
    Fault("a list of terms with something else in it", GONE_PAGE, '<dl class="ans-facts">',
          '<dl class="ans-facts"><p>So it is</p>', "definition-list", GONE),
    Fault("something to unfold without words", LINES,
          '{% trans %}How we know<span class="govuk-visually-hidden"> {{ what }}</span>{% endtrans %}', "",
          "summary-name"),
    Fault("links too small to touch", STYLE, ".pub-footer ul{display:flex;flex-wrap:wrap;gap:4px 24px;",
          ".pub-footer ul{font-size:8px;line-height:.9;", "target-size"),
    Fault("a page wider than the screen at 400%", STYLE, ".pub-row__text{min-width:0;",
          ".pub-row__text{min-width:60em;",
          "page-wider-than-screen", width=320),
    Fault("words that their box cuts off", STYLE, ".pub-minutes p{margin:0}",
          ".pub-minutes p{margin:0;height:1em;overflow:hidden}", "text-cut-off", width=320),
    Fault("focus that nobody sees", STYLE,
          ".pub-know summary:focus{outline:3px solid var(--ink);background:#fd0;color:var(--ink)}",
          ".pub-know summary:focus{outline:none}", "focus-not-visible"),
    Fault("a link past the menu that leads nowhere", LAYOUT, '"href": "#main-content"', '"href": "#content"',
          "skip-link-first"),
    Fault("a link to a place that is not there", REGISTER, 'href="#how-we-count"', 'href="#how"',
          "link-to-no-place", ACTIONS),
    Fault("words that move without end", STYLE, ".pub-says__who{", ".pub-says__who{animation:x 1s infinite;",
          "moves-without-end"),
    Fault("headings that are not printed", STYLE, ".pub-item{break-after:avoid;", ".pub-item{display:none;",
          "hidden-on-paper", width=0),
    Fault("a menu that is printed", STYLE, "\n.pub-sections,.pub-footer nav,", "\n.pub-footer nav,",
          "menu-on-paper", width=0),
)  # fmt: skip

IN_CI = ("an input without a label", "words too pale to read", "a page wider than the screen at 400%",
         "focus that nobody sees", "headings that are not printed")  # fmt: skip
"""One of each kind: of markup, colour, zoom, keyboard and paper."""
