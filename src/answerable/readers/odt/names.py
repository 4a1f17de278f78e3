"""The names of OpenDocument elements, as lxml spells them."""

from __future__ import annotations

from typing import Final

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT: Final = f"{{{_OASIS}text:1.0}}"
TABLE: Final = f"{{{_OASIS}table:1.0}}"
STYLE: Final = f"{{{_OASIS}style:1.0}}"
OFFICE: Final = f"{{{_OASIS}office:1.0}}"
FO: Final = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
DRAW: Final = f"{{{_OASIS}drawing:1.0}}"
SVG: Final = f"{{{_OASIS}svg-compatible:1.0}}"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

P: Final = TEXT + "p"
H: Final = TEXT + "h"
LIST: Final = TEXT + "list"
STYLE_NAME: Final = TEXT + "style-name"
