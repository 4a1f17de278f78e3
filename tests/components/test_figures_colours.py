"""Colours of charts: 3:1 at least, and states that are told apart without seeing some colours, or any.

They are read from the style sheet. Deficiencies are simulated with the matrices of Machado, Oliveira and
Fernandes (2009), severity 1, in linear RGB; differences are CIE76 in CIELAB (about 2 is just seen).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import answerable.components
from answerable.components.figures_paper import styles

RGB = tuple[float, float, float]
MATRICES = {
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
GROUNDS = ("#ffffff", "band")
MARKS = (
    "ordinary",
    "better",
    "worse",
    "high",
    "low",
    "missing",
    "line",
    "mean",
    "set",
    "axis",
    "pole",
    "flag",
)
WORDS = ("in--better", "in--worse", "in--high", "in--low", "tick")
STATES = (("ordinary", "better", "worse"), ("ordinary", "high"), ("ordinary", "low"))
GRAPHICS, TEXT = 3.0, 4.5  # WCAG 2.2, 1.4.11 and 1.4.3
APART = 20.0  # CIE76: ten times what is just seen
GREY_APART = 8.0  # of L*: in grey print the shapes must tell, but lightness helps


@cache
def rules() -> dict[str, dict[str, str]]:
    """The declarations of each class that a drawing takes."""
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", styles()):
        told = dict(one.split(":", 1) for one in body.split(";") if ":" in one)
        for selector in selectors.split(","):
            for kind in re.findall(r"\.ans-(?:plot|funnel|spark)__([\w-]+)", selector):
                found.setdefault(kind, {}).update(told)
    return found


def colour(kind: str) -> str:
    """What is seen of a mark: its stroke where it has one, else its fill."""
    told = rules()[kind]
    return told["stroke"] if told.get("stroke", "none") != "none" else told["fill"]


def linear(code: str) -> RGB:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(code: str) -> float:
    red, green, blue = linear(code)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(code: str, by: str) -> RGB:
    """The colour in linear RGB as somebody sees it."""
    rgb = linear(code)
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0), 1) for row in MATRICES[by]
    )
    return red, green, blue


def lab(rgb: RGB) -> RGB:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: RGB, other: RGB) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def ground(name: str) -> str:
    return name if name.startswith("#") else rules()[name]["fill"]


@pytest.mark.parametrize("on", GROUNDS)
@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_stands_out(mark: str, on: str) -> None:
    assert contrast(colour(mark), ground(on)) >= GRAPHICS


@pytest.mark.parametrize("on", GROUNDS)
@pytest.mark.parametrize("words", WORDS)
def test_words_can_be_read(words: str, on: str) -> None:
    assert contrast(rules()[words]["fill"], ground(on)) >= TEXT


@pytest.mark.parametrize("area", ["band", "gap", "outer", "inner"])
def test_an_area_has_an_edge_that_stands_out(area: str) -> None:
    told = rules()[area]
    assert contrast(told["stroke"], "#ffffff") >= GRAPHICS
    assert contrast(told["stroke"], told["fill"]) >= GRAPHICS


@pytest.mark.parametrize("mark", ["ordinary", "high", "low", "mean", "bar"])
@pytest.mark.parametrize("on", ["outer", "inner"])
def test_marks_stand_out_in_a_funnel(mark: str, on: str) -> None:
    assert contrast(colour(mark), ground(on)) >= GRAPHICS


@pytest.mark.parametrize("by", MATRICES)
def test_states_are_told_apart(by: str) -> None:
    for group in STATES:
        for one, other in combinations(group, 2):
            assert difference(seen(colour(one), by), seen(colour(other), by)) >= APART, (one, other)


@pytest.mark.parametrize("by", MATRICES)
def test_they_stand_out_for_everybody(by: str) -> None:
    """Against the band, as it is seen: no state fades into it."""
    for group in STATES:
        for one in group:
            assert difference(seen(colour(one), by), seen(ground("band"), by)) >= 2 * APART


def test_in_grey_print_they_differ_in_lightness_too() -> None:
    for group in STATES:
        for one, other in combinations(group, 2):
            lightness = [lab((luminance(colour(kind)),) * 3)[0] for kind in (one, other)]
            assert abs(lightness[0] - lightness[1]) >= GREY_APART, (one, other)


def test_lines_that_were_set_are_told_apart_without_colour() -> None:
    dashes = [rules()[kind]["stroke-dasharray"] for kind in ("target", "limit", "baseline", "aspiration")]
    assert len(set(dashes)) == len(dashes)
    assert "stroke-dasharray" not in rules()["mean"] and "stroke-dasharray" not in rules()["band"]


def test_no_colour_is_a_variable() -> None:
    """A file has no page around it whose variables it could take."""
    assert "var(" not in styles()


def test_each_class_is_defined_once() -> None:
    """Two rules of one name in two parts of the sheet would change each other's look."""
    sheet = (Path(answerable.components.__file__).parent / "static/answerable/answerable.css").read_text(
        "utf-8"
    )
    before = sheet[: sheet.index("/* Charts of figures.")]
    assert not re.findall(r"\.ans-(?:plots?|plot-table|spark|icon|funnel)\b", before)
