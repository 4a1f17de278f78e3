"""pdfium through ctypes: the few functions that reading needs, called with plain addresses.

pypdfium2 declares every function with typed pointers; converting them costs more than the calls. Here the
same functions of the same library take integers, so that a batch of calls is one ``map`` in C, and their
results land in one array. Source: pypdfium2's public headers fpdfview.h, fpdf_text.h, fpdf_edit.h.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as declared

POINTER, INT, ULONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


def _function(name: str, result: Any, *arguments: Any) -> Any:
    """The library's function ``name`` again, with plain integers for pointers."""
    address = ctypes.cast(getattr(declared, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


load_page = _function("FPDF_LoadPage", POINTER, POINTER, INT)
close_page = _function("FPDF_ClosePage", None, POINTER)
load_text = _function("FPDFText_LoadPage", POINTER, POINTER)
close_text = _function("FPDFText_ClosePage", None, POINTER)
count_chars = _function("FPDFText_CountChars", INT, POINTER)
get_text = _function("FPDFText_GetText", INT, POINTER, INT, INT, POINTER)
get_unicode = _function("FPDFText_GetUnicode", ctypes.c_uint, POINTER, INT)
text_index = _function("FPDFText_GetTextIndexFromCharIndex", INT, POINTER, INT)
char_origin = _function("FPDFText_GetCharOrigin", INT, POINTER, INT, POINTER, POINTER)
char_box = _function("FPDFText_GetCharBox", INT, POINTER, INT, POINTER, POINTER, POINTER, POINTER)
font_size = _function("FPDFText_GetFontSize", ctypes.c_double, POINTER, INT)
font_info = _function("FPDFText_GetFontInfo", ULONG, POINTER, INT, POINTER, ULONG, POINTER)
font_weight = _function("FPDFText_GetFontWeight", INT, POINTER, INT)
text_object = _function("FPDFText_GetTextObject", POINTER, POINTER, INT)
object_font = _function("FPDFTextObj_GetFont", POINTER, POINTER)
count_rects = _function("FPDFText_CountRects", INT, POINTER, INT, INT)
get_rect = _function("FPDFText_GetRect", INT, POINTER, INT, POINTER, POINTER, POINTER, POINTER)
count_objects = _function("FPDFPage_CountObjects", INT, POINTER)
get_object = _function("FPDFPage_GetObject", POINTER, POINTER, INT)
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


def address_of(handle: Any) -> Handle:
    """The address behind one of pypdfium2's typed handles."""
    value = ctypes.cast(handle, ctypes.c_void_p).value
    assert value is not None
    return value


def run(results: Iterable[object]) -> None:
    """Make the calls of a lazy ``map``, dropping what they return."""
    deque(results, maxlen=0)


def origins(text_page: Handle, at: Sequence[int]) -> list[float]:
    """x and y of where the characters ``at`` stand on their base line, one after the other."""
    room = array("d", bytes(2 * DOUBLE * len(at)))
    x = room.buffer_info()[0]
    end, step = x + 2 * DOUBLE * len(at), 2 * DOUBLE
    run(map(char_origin, repeat(text_page), at, range(x, end, step), range(x + DOUBLE, end, step)))
    return room.tolist()


def boxes(text_page: Handle, at: Sequence[int]) -> list[float]:
    """left, right, bottom and top of the characters ``at``, one after the other."""
    room = array("d", bytes(4 * DOUBLE * len(at)))
    x = room.buffer_info()[0]
    end, step = x + 4 * DOUBLE * len(at), 4 * DOUBLE
    columns = [range(x + field * DOUBLE, end, step) for field in range(4)]
    run(map(char_box, repeat(text_page), at, *columns))
    return room.tolist()


def run_boxes(text_page: Handle, start: int, count: int) -> list[float]:
    """left, top, right and bottom of the runs (one text object each) of some characters."""
    found = max(count_rects(text_page, start, count), 0)
    room = array("d", bytes(4 * DOUBLE * found))
    x = room.buffer_info()[0]
    end, step = x + 4 * DOUBLE * found, 4 * DOUBLE
    run(
        map(
            get_rect, repeat(text_page), range(found), *[range(x + at * DOUBLE, end, step) for at in range(4)]
        )
    )
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
    return list(map(object_font, map(text_object, repeat(text_page), at)))


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


def objects_of(page: Handle) -> list[tuple[Handle, int]]:
    """The page's own objects with their types (not those inside form objects)."""
    every = list(map(get_object, repeat(page), range(count_objects(page))))
    return list(zip(every, map(object_type, every), strict=True))


def inside(form: Handle) -> list[tuple[Handle, int]]:
    """The objects of a form object with their types."""
    every = list(map(form_object, repeat(form), range(max(form_count(form), 0))))
    return list(zip(every, map(object_type, every), strict=True))


def is_stroked(path: Handle) -> bool:
    """Whether a path's outline is drawn (a box that is only filled is a background)."""
    room = array("i", (0, 0))
    at = room.buffer_info()[0]
    draw_mode(path, at, at + room.itemsize)
    return bool(room[1])


def open_document(data: bytes) -> pypdfium2.PdfDocument:
    """The document in ``data``; raises pypdfium2.PdfiumError."""
    return pypdfium2.PdfDocument(data)
