"""pdfium through ctypes: the few functions that reading needs, called with plain addresses.

pypdfium2 declares every function with typed pointers; converting them costs more than the calls. Here the
same functions of the same library take integers or, where they are called for every line, arguments that
were converted once, so that a batch of calls is one ``map`` in C and its results land in one array.
Source: pypdfium2's public headers fpdfview.h, fpdf_text.h, fpdf_edit.h.
"""

from __future__ import annotations

import ctypes
import threading
from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as declared

POINTER, INT, ULONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


def _function(name: str, result: Any, *arguments: Any) -> Any:
    """The library's function ``name`` again, with plain integers for pointers."""
    address = ctypes.cast(getattr(declared, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _unchecked(name: str, result: Any) -> Any:
    """The same for batches: nothing is converted, so addresses must come from ``_argument``."""
    return _function(name, result)


load_page = _function("FPDF_LoadPage", POINTER, POINTER, INT)
close_page = _function("FPDF_ClosePage", None, POINTER)
load_text = _function("FPDFText_LoadPage", POINTER, POINTER)
close_text = _function("FPDFText_ClosePage", None, POINTER)
count_chars = _function("FPDFText_CountChars", INT, POINTER)
get_text = _function("FPDFText_GetText", INT, POINTER, INT, INT, POINTER)
get_unicode = _function("FPDFText_GetUnicode", ctypes.c_uint, POINTER, INT)
text_index = _function("FPDFText_GetTextIndexFromCharIndex", INT, POINTER, INT)
char_origin = _unchecked("FPDFText_GetCharOrigin", INT)
char_box = _unchecked("FPDFText_GetCharBox", INT)
font_size = _unchecked("FPDFText_GetFontSize", ctypes.c_double)
font_info = _function("FPDFText_GetFontInfo", ULONG, POINTER, INT, POINTER, ULONG, POINTER)
font_weight = _function("FPDFText_GetFontWeight", INT, POINTER, INT)
text_object = _unchecked("FPDFText_GetTextObject", POINTER)
object_font = _function("FPDFTextObj_GetFont", POINTER, POINTER)
count_rects = _function("FPDFText_CountRects", INT, POINTER, INT, INT)
get_rect = _unchecked("FPDFText_GetRect", INT)
count_objects = _function("FPDFPage_CountObjects", INT, POINTER)
get_object = _unchecked("FPDFPage_GetObject", POINTER)
object_type = _function("FPDFPageObj_GetType", INT, POINTER)
object_bounds = _function("FPDFPageObj_GetBounds", INT, POINTER, POINTER, POINTER, POINTER, POINTER)
draw_mode = _function("FPDFPath_GetDrawMode", INT, POINTER, POINTER, POINTER)
count_segments = _function("FPDFPath_CountSegments", INT, POINTER)
get_segment = _function("FPDFPath_GetPathSegment", POINTER, POINTER, INT)
segment_type = _function("FPDFPathSegment_GetType", INT, POINTER)
segment_point = _function("FPDFPathSegment_GetPoint", INT, POINTER, POINTER, POINTER)
object_matrix = _function("FPDFPageObj_GetMatrix", INT, POINTER, POINTER)
char_matrix = _function("FPDFText_GetMatrix", INT, POINTER, INT, POINTER)
form_count = _function("FPDFFormObj_CountObjects", INT, POINTER)
form_object = _function("FPDFFormObj_GetObject", POINTER, POINTER, ULONG)
page_rotation = _function("FPDFPage_GetRotation", INT, POINTER)
page_bounds = _function("FPDF_GetPageBoundingBox", INT, POINTER, POINTER)

Handle = int
Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
DOUBLE, FLOAT = 8, 4  # bytes
BATCH = 1024
"""Calls made at once: their results fit in slots that are made once."""


def _argument(address: int) -> Any:
    """An address as functions without declared arguments take it."""
    return POINTER.from_param(address)


class _Slots(threading.local):
    """Where batches of calls write two numbers each, one column after the other; each thread has its own."""

    def __init__(self) -> None:
        self.values = array("d", bytes(2 * BATCH * DOUBLE))
        at = self.values.buffer_info()[0]
        self.first = [_argument(at + number * DOUBLE) for number in range(BATCH)]
        self.second = [_argument(at + number * DOUBLE) for number in range(BATCH, 2 * BATCH)]


_slots = _Slots()


def address_of(handle: Any) -> Handle:
    """The address behind one of pypdfium2's typed handles."""
    value = ctypes.cast(handle, ctypes.c_void_p).value
    assert value is not None
    return value


def run(results: Iterable[object]) -> None:
    """Make the calls of a lazy ``map``, dropping what they return."""
    deque(results, maxlen=0)


def origins(text_page: Handle, at: Sequence[int]) -> tuple[list[float], list[float]]:
    """All x and all y of where the characters ``at`` stand on their base line."""
    slots, page = _slots, _argument(text_page)
    values = slots.values
    xs: list[float] = []
    ys: list[float] = []
    for start in range(0, len(at), BATCH):
        part = at[start : start + BATCH]
        run(map(char_origin, repeat(page), part, slots.first, slots.second))
        xs += values[: len(part)]
        ys += values[BATCH : BATCH + len(part)]
    return xs, ys


def rights(text_page: Handle, at: Sequence[int]) -> list[float]:
    """How far to the right the characters ``at`` reach, in the page's own coordinates."""
    slots, page = _slots, _argument(text_page)
    other = slots.second[0]
    found: list[float] = []
    for start in range(0, len(at), BATCH):
        part = at[start : start + BATCH]
        run(map(char_box, repeat(page), part, repeat(other), slots.first, repeat(other), repeat(other)))
        found += slots.values[: len(part)]
    return found


def boxes(text_page: Handle, at: Sequence[int]) -> list[float]:
    """left, right, bottom and top of the characters ``at``, one after the other."""
    room = array("d", bytes(4 * DOUBLE * len(at)))
    page, x = _argument(text_page), room.buffer_info()[0]
    slots = list(map(POINTER.from_param, range(x, x + 4 * DOUBLE * len(at), DOUBLE)))
    run(map(char_box, repeat(page), at, slots[::4], slots[1::4], slots[2::4], slots[3::4]))
    return room.tolist()


def font_sizes(text_page: Handle, at: Sequence[int]) -> list[float]:
    """The nominal font sizes of the characters ``at``."""
    return list(map(font_size, repeat(_argument(text_page)), at))


def run_boxes(text_page: Handle, start: int, count: int) -> list[float]:
    """left, top, right and bottom of the runs (text objects) of some characters; empty for one run."""
    found = count_rects(text_page, start, count)
    if found < 2:
        return []
    room = array("d", bytes(4 * DOUBLE * found))
    x = room.buffer_info()[0]
    slots = list(map(POINTER.from_param, range(x, x + 4 * DOUBLE * found, DOUBLE)))
    page = repeat(_argument(text_page))
    run(map(get_rect, page, range(found), slots[::4], slots[1::4], slots[2::4], slots[3::4]))
    return room.tolist()


def bounds(objects: Sequence[Handle]) -> list[float]:
    """left, bottom, right and top of page objects, one after the other."""
    room = array("f", bytes(4 * FLOAT * len(objects)))
    x = room.buffer_info()[0]
    end, step = x + 4 * FLOAT * len(objects), 4 * FLOAT
    run(map(object_bounds, objects, *[range(x + field * FLOAT, end, step) for field in range(4)]))
    return room.tolist()


def matrices(text_page: Handle, at: Sequence[int]) -> list[float]:
    """a, b, c, d, e and f of the characters' matrices, one after the other."""
    room = array("f", bytes(6 * FLOAT * len(at)))
    x = room.buffer_info()[0]
    run(map(char_matrix, repeat(text_page), at, range(x, x + 6 * FLOAT * len(at), 6 * FLOAT)))
    return room.tolist()


LONGEST_NAME = 96
"""Bytes of a font's name that are looked at."""


def fonts(text_page: Handle, at: Sequence[int]) -> list[Handle]:
    """The fonts of the characters ``at``: good for telling them apart while the page is open."""
    return list(map(object_font, map(text_object, repeat(_argument(text_page)), at)))


def font(text_page: Handle, at: int) -> Handle:
    """The font of one character."""
    handle: Handle = object_font(text_object(_argument(text_page), at))
    return handle


def font_name(text_page: Handle, at: int) -> bytes:
    """The name of the font of the character ``at``."""
    room, flags = ctypes.create_string_buffer(LONGEST_NAME), ctypes.c_int()
    font_info(text_page, at, ctypes.addressof(room), LONGEST_NAME - 1, ctypes.addressof(flags))
    return room.value


def matrix_of(handle: Handle) -> tuple[float, ...]:
    """a to f of a page object's matrix."""
    room = array("f", bytes(6 * FLOAT))
    object_matrix(handle, room.buffer_info()[0])
    return tuple(room)


class Objects(NamedTuple):
    """Objects of a page or form, and the type of each."""

    handles: list[Handle]
    types: list[int]

    def of_type(self, wanted: int) -> list[Handle]:
        """The objects of one type."""
        if wanted not in self.types:
            return []
        return [handle for handle, kind in zip(self.handles, self.types, strict=True) if kind == wanted]


def objects_of(page: Handle) -> Objects:
    """The page's own objects with their types (not those inside form objects)."""
    every = list(map(get_object, repeat(_argument(page)), range(count_objects(page))))
    return Objects(every, list(map(object_type, every)))


def inside(form: Handle) -> Objects:
    """The objects of a form object with their types."""
    every = list(map(form_object, repeat(form), range(max(form_count(form), 0))))
    return Objects(every, list(map(object_type, every)))


def is_stroked(path: Handle) -> bool:
    """Whether a path's outline is drawn (a box that is only filled is a background)."""
    room = array("i", (0, 0))
    at = room.buffer_info()[0]
    draw_mode(path, at, at + room.itemsize)
    return bool(room[1])


def open_document(data: bytes) -> pypdfium2.PdfDocument:
    """The document in ``data``; raises pypdfium2.PdfiumError."""
    return pypdfium2.PdfDocument(data)
