"""The picture of a scanned page: set upright, and its ruling lines found as long dark runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from answerable.readers.paper.rules import Rule, Rules, merged

INCH = 72.0
"""Points."""
MOST_PIXELS = 40_000_000
"""Of a page's picture: A2 at 300 dots per inch."""
SMALL = 800
"""Pixels of width at which the skew is measured."""
MOST_SKEW = 2.0
"""Degrees by which a page may have been laid on the glass askew."""
COARSE, FINE = 0.5, 0.1
"""Degrees from one try to the next."""
LEVEL_RUN, UPRIGHT_RUN = 26.0, 20.0
"""Points: a dark run longer than this is a rule; no letter's stroke is."""
THICKEST = 4.0
"""Points: a darker band is a picture or a bar and no rule."""
WHITE = 255


def upright(picture: Image.Image) -> tuple[Image.Image, float]:
    """The grey picture set upright, and by how many degrees it was turned."""
    small = picture.resize(
        (SMALL, max(1, picture.height * SMALL // picture.width)), Image.Resampling.BILINEAR
    )
    angle = _best(small, 0.0, MOST_SKEW, COARSE)
    angle = _best(small, angle, COARSE, FINE)
    if abs(angle) < FINE:
        return picture, 0.0
    turned = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=WHITE)
    return turned, angle


def _best(small: Image.Image, middle: float, reach: float, step: float) -> float:
    """The angle at which the page's lines are sharpest; the smallest of equal ones."""
    tries = [middle + step * number for number in range(-round(reach / step), round(reach / step) + 1)]
    return max(tries, key=lambda angle: (_sharpness(small, angle), -abs(angle)))


def _sharpness(small: Image.Image, angle: float) -> int:
    turned = small.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=WHITE)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(rows))


def dark_parts(picture: Image.Image) -> Image.Image:
    """Ink as 255 and paper as 0, parted where the picture's greys part best (Otsu)."""
    limit = _otsu(picture.histogram())
    return picture.point([WHITE if grey <= limit else 0 for grey in range(256)])


def _otsu(histogram: list[int]) -> int:
    total, weighted = sum(histogram), sum(grey * count for grey, count in enumerate(histogram))
    best, limit, below, sum_below = -1.0, 127, 0, 0
    for grey, count in enumerate(histogram[:256]):
        below += count
        sum_below += grey * count
        above = total - below
        if not below or not above:
            continue
        between = below * above * (sum_below / below - (weighted - sum_below) / above) ** 2
        if between > best:
            best, limit = between, grey
    return limit


def rules_in(dark: Image.Image, dpi: int) -> tuple[Rules, Image.Image]:
    """The ruling lines in points, and a mask of them in pixels."""
    scale = INCH / dpi
    thick = dark.filter(ImageFilter.MaxFilter(3))  # a scanned rule has holes and steps
    across = _long_runs(thick, round(LEVEL_RUN / scale))
    down = _long_runs(thick.transpose(Image.Transpose.TRANSPOSE), round(UPRIGHT_RUN / scale))
    level = _rules(across, scale)
    rules = Rules(level, _rules(down, scale))
    return rules, ImageChops.lighter(across, down.transpose(Image.Transpose.TRANSPOSE))


def _long_runs(dark: Image.Image, length: int) -> Image.Image:
    """The dark parts that go on to the right for ``length`` pixels and more."""
    kept = _each_way(dark, length, ImageChops.darker, -1)
    return _each_way(kept, length, ImageChops.lighter, 1)


def _each_way(picture: Image.Image, length: int, combine: object, way: int) -> Image.Image:
    """Each pixel combined with the ``length`` pixels beside it, in steps that double."""
    assert callable(combine)
    done = 1
    while done < length:
        step = min(done, length - done)
        moved = Image.new("L", picture.size, 0)
        moved.paste(picture, (way * step, 0))
        picture = combine(picture, moved)
        done += step
    return picture


def _rules(runs: Image.Image, scale: float) -> list[Rule]:
    found = []
    for top, bottom in _filled(runs.resize((1, runs.height), Image.Resampling.BOX).tobytes()):
        if (bottom - top) * scale > THICKEST:
            continue
        band = runs.crop((0, top, runs.width, bottom))
        for left, right in _filled(band.resize((band.width, 1), Image.Resampling.BOX).tobytes()):
            found.append(Rule((top + bottom) / 2 * scale, left * scale, right * scale))
    return merged(found)


def _filled(greys: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch that is not all paper."""
    at = 0
    for is_filled, stretch in groupby(greys, key=bool):
        length = len(list(stretch))
        if is_filled:
            yield at, at + length
        at += length


def without(picture: Image.Image, mask: Image.Image, kept: Sequence[Rule], dpi: int) -> Image.Image:
    """The picture with its rules painted over; those ``kept`` are underlines, which cross letters."""
    draw = ImageDraw.Draw(mask)
    scale = dpi / INCH
    for rule in kept:
        y, reach = rule.at * scale, THICKEST * scale
        draw.rectangle((rule.start * scale - reach, y - reach, rule.end * scale + reach, y + reach), fill=0)
    wide = mask.filter(ImageFilter.MaxFilter(5))
    return Image.composite(Image.new("L", picture.size, WHITE), picture, wide)
