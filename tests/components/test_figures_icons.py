"""Icons: a shape of its own to each, and the words always beside it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import get_args

import pytest

from answerable.components.figures_icons import assurance_icon, variation_icon
from answerable.core.measures.verdict import Assurance, Variation


@pytest.mark.parametrize("variation", get_args(Variation))
def test_variation_has_words_beside_a_hidden_shape(variation: Variation) -> None:
    html = str(variation_icon(variation))
    ET.fromstring(html)
    assert 'aria-hidden="true"' in html
    said = re.search(r'<span class="ans-icon__words">([^<]+)</span>', html)
    assert said is not None
    expected = {"common": "Ordinary", "improvement": "Better", "concern": "Worse", "neutral": ""}
    assert said[1].startswith(expected[variation.partition("-")[0]])
    assert variation.partition("-")[2].replace("high", "igher").replace("low", "ower") in said[1]


@pytest.mark.parametrize("assurance", get_args(Assurance))
def test_assurance_has_words_beside_a_hidden_shape(assurance: Assurance) -> None:
    html = str(assurance_icon(assurance))
    ET.fromstring(html)
    assert 'aria-hidden="true"' in html and "target</span>" in html


def test_no_two_icons_look_alike() -> None:
    def look(html: str) -> str:
        return re.sub(r'class="[^"]*"', "", re.sub(r"<span[^>]*>|[^>]*</span>", "", html))

    icons = [str(variation_icon(one)) for one in get_args(Variation)]
    icons += [str(assurance_icon(one)) for one in get_args(Assurance)]
    assert len({look(icon) for icon in icons}) == len(icons)


def test_other_words_may_stand_beside_it() -> None:
    assert "Worse since <b>" not in variation_icon("concern-high", "Worse since <b>")
    assert "Worse since &lt;b&gt;" in variation_icon("concern-high", "Worse since <b>")
    assert "Missed most months" in assurance_icon("fail", "Missed most months")


def test_no_verdict_has_no_icon() -> None:
    assert variation_icon(None) == "" and assurance_icon(None) == ""
