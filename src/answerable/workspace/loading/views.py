"""What a file of figures would change: looked at with its columns chosen, loaded whole or not at all."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.accounts.shown import shows
from answerable.core.measures.loading.rows import read_rows
from answerable.core.measures.loading.shape import FIELDS, SKIP, as_json
from answerable.core.plans.cells import Book
from answerable.measures.models import Load
from answerable.measures.operations.loading import Read, drop_load, load_figures
from answerable.measures.queries.loading import loaded_before
from answerable.readers.errors import Unreadable
from answerable.readers.police import HEAD, police_kind
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.here import here
from answerable.workspace.loading import queries
from answerable.workspace.loading.chosen import COLUMN, NAME, SHOWN_FOR, Chosen, chosen_in
from answerable.workspace.loading.police import look_at_police, unread
from answerable.workspace.loading.preview import Preview, preview
from answerable.workspace.loading.reading import read_figures_file
from answerable.workspace.loading.words import ACROSS, PERCENTS
from answerable.workspace.sent import went_through

MOST_SHOWN = 100  # changes, and faults, that the page lists
OF_THE_CHOICE = ("sheet", "head", "mapping", "across", "measure", "place", "percents", "source", SHOWN_FOR)
LONGEST_NAME = 200


def look(request: HttpRequest, key: int) -> HttpResponse:
    """What the file gives, by the mapping that is chosen; sent as a form, it is loaded."""
    at = here(request)
    load = queries.load_at(at, key)
    if load.state != Load.State.PENDING:
        return render(request, "workspace/loading/done.html", {"load": load})
    if load.document is None:
        return unread(request, load, "Its file is not kept. Send it again.")
    if _is_police(load):
        return look_at_police(request, load, at)
    typed = Asked(request.POST.dict() if request.method == "POST" else request.GET.dict())
    try:
        book = _book(load, typed.values.get("sheet"))
    except Unreadable as refusal:
        return unread(request, load, str(refusal))
    if not book.sheets:
        return render(request, "workspace/loading/sheets.html", {"load": load, "names": book.names})
    known, measures = queries.known_here(at)
    mappings = queries.mappings(at)
    chosen = chosen_in(book.sheets[0], typed, known, mappings)
    found = preview(
        at.office_id, read_rows(chosen.sheet, chosen.shape, chosen.head, known), chosen.shape, known, at.today
    )
    told = {one.measure for one in found.found.given}
    shows(request, *(one for one in measures if one.pk in told))
    if request.method == "POST" or SHOWN_FOR in typed.values:  # the first look asks, and blames nobody
        for name, why in found.found.asks.items():
            if typed.error(name) is None:
                typed.refuse(name, why)
    if request.method == "POST":
        name = _name_of_mapping(typed, chosen)
        if not typed.problems and found.is_usable and _loaded(request, load, found, chosen, name):
            return redirect("load_preview", load.pk)
    return _page(request, load, book, chosen, found, typed, list(mappings.values()))


def _book(load: Load, sheet: str | None) -> Book:
    assert load.document is not None
    with load.document.content.open("rb") as file:
        return read_figures_file(file.read(), load.document.name, sheet)


def _is_police(load: Load) -> bool:
    assert load.document is not None
    with load.document.content.open("rb") as file:
        return police_kind(file.read(HEAD)) is not None


def _name_of_mapping(typed: Asked, chosen: Chosen) -> str:
    """Under which name the mapping is kept: that of the one it was read with, where nothing is typed."""
    name = " ".join(typed.text("name").split())
    if len(name) > LONGEST_NAME:
        typed.refuse("name", f"Shorten the name to {LONGEST_NAME} letters")
    return name or (chosen.mapping.name if chosen.mapping else "")


def _loaded(request: HttpRequest, load: Load, found: Preview, chosen: Chosen, name: str) -> bool:
    counted = found.counts
    said = f"Loaded {load.name}: {counted['new']:,} values are new and {counted['revised']:,} revised."
    read = Read(chosen.sheet.name, chosen.digest, as_json(chosen.shape), name)
    seen = seen_in(request.POST)
    return went_through(request, said, load_figures, load=load, figures=found.figures, read=read, seen=seen)


def drop(request: HttpRequest, key: int) -> HttpResponse:
    """The file is not to be loaded."""
    load = queries.load_at(here(request), key)
    do(request, f"Dropped {load.name}: nothing of it was loaded.", drop_load, load=load)
    return redirect("load_figures")


def _page(
    request: HttpRequest,
    load: Load,
    book: Book,
    chosen: Chosen,
    found: Preview,
    typed: Asked,
    mappings: list[Any],
) -> HttpResponse:
    shape = chosen.shape
    shown = {
        "sheet": chosen.sheet.name, "head": chosen.head,
        "mapping": chosen.mapping.pk if chosen.mapping else "",
        "across": shape.across.value, "measure": shape.measure or "", "place": shape.place,
        "percents": shape.percents.value, "source": shape.source, SHOWN_FOR: chosen.shown_for,
        "name": typed.values.get("name", chosen.mapping.name if chosen.mapping else ""),
        **{COLUMN + name: chosen.letters.get(name, "") for name in FIELDS},
        **{NAME + name: to for name, to in shape.names.items()},
    }  # fmt: skip
    moved = [one for one in found.changes if one.what != "same"]
    context = {
        "load": load, "before": None if found.is_usable else loaded_before(load), "found": found,
        "asked": typed, "shown": shown,
        "chosen": chosen, "fields": FIELDS, "column": COLUMN, "columns": [("", "–"), *chosen.options],
        "across": list(ACROSS.items()), "percents": list(PERCENTS.items()),
        "sheets": [(name, name) for name in book.names],
        "mappings": [("", "None: choose below"), *((one.pk, one.name) for one in mappings)],
        "measures": _measures(found), "places": list(found.known.called.items()),
        "names": _names(found, shape.names),
        "faults": found.faults[:MOST_SHOWN], "more_faults": len(found.faults) - MOST_SHOWN,
        "changes": moved[:MOST_SHOWN], "more": len(moved) - MOST_SHOWN,
        "hidden": {name: shown.get(name, "") for name in _hidden(shown)},
    }  # fmt: skip
    bad = typed.problems or (request.method == "POST" and not found.is_usable)
    return render(request, "workspace/loading/preview.html", context, status=400 if bad else 200)


def _hidden(shown: dict[str, Any]) -> list[str]:
    return [name for name in shown if name in OF_THE_CHOICE or name.startswith((COLUMN, NAME))]


def _measures(found: Preview) -> list[tuple[Any, str]]:
    names = {one.key: one.name for one in found.known.measures.values()}
    return [("", "–"), *sorted(names.items(), key=lambda one: one[1].casefold())]


def _names(found: Preview, explained: Any) -> list[tuple[str, str, list[tuple[Any, str]]]]:
    """Each name that has to be explained or was: its input, the name in the file, and what it can mean."""
    every = {name: text for name, text in found.found.met.items() if name in explained}
    every |= found.found.unknown
    skip = [("", "Choose"), (SKIP, "Leave it out")]
    places, measures = list(found.known.called.items()), _measures(found)[1:]
    return [
        (NAME + name, text, [*skip, *(places if name.startswith("place:") else measures)])
        for name, text in every.items()
    ]
