"""The gallery shows every component that pages are made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import answerable.components
from answerable.components.charts import SHAPES
from answerable.components.views import MARKS


def test_every_macro_of_ours_is_in_it(db: None, get: Callable[..., Any]) -> None:
    folder = Path(answerable.components.__file__).parent
    macros = {
        line.split()[2].partition("(")[0]
        for line in (folder / "parts.html").read_text().splitlines()
        if line.startswith("{% macro")
    }
    shown = (folder / "gallery.html").read_text() + (folder / "layout.html").read_text()
    assert {name for name in macros if f"{name}(" not in shown} <= {"sort_head", "field_error"}
    assert get("/gallery/").heading == "Gallery of components"


def test_every_mark_is_in_it() -> None:
    assert {mark.shape for mark in MARKS} == set(SHAPES)


def test_it_is_not_there_unless_it_is_switched_on(db: None, settings: Any, get: Callable[..., Any]) -> None:
    settings.GALLERY = False
    assert get("/gallery/", 404).heading == "Page not found"
