"""The names of WordprocessingML elements, as lxml spells them."""

from __future__ import annotations

from typing import Final

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"

W: Final = f"{{{WORD}}}"
R_ID: Final = f"{{{_RELATIONS}}}id"
ALTERNATE: Final = f"{{{_COMPATIBILITY}}}AlternateContent"
CHOICE: Final = f"{{{_COMPATIBILITY}}}Choice"
FALLBACK: Final = f"{{{_COMPATIBILITY}}}Fallback"
MATH_TEXT: Final = f"{{{_MATH}}}t"

VAL: Final = W + "val"
P: Final = W + "p"
P_PR: Final = W + "pPr"
R: Final = W + "r"
R_PR: Final = W + "rPr"
T: Final = W + "t"
TBL: Final = W + "tbl"
TR: Final = W + "tr"
TR_PR: Final = W + "trPr"
TC: Final = W + "tc"
TC_PR: Final = W + "tcPr"
TEXT_BOX: Final = W + "txbxContent"
SECTION: Final = W + "sectPr"

OFF: Final = frozenset(("0", "false", "off", "none"))
"""Values that switch a property off; an absent value switches it on."""
