"""Pages of HTML."""

from __future__ import annotations

from tests.hostile.cases import WORDS, hostile

GROUP = "HTML"
DEEP = "{name} nests its parts too deeply; open it in a browser and save its text."


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>t</title>{head}</head><body>{body}</body></html>".encode()


@hostile(
    "script.html",
    GROUP,
    "scripts, event handlers and a javascript: link",
    never=("alert",),
    treatment="Read; scripts are not text and are not run.",
)
def script() -> bytes:
    return page(
        f"<script>alert(1)</script><p onclick='alert(2)'>{WORDS}</p><a href='javascript:alert(3)'>x</a>"
        "<svg onload=alert(4)><text>alert</text></svg><noscript>alert(5)</noscript>"
    )


@hostile("deep.html", GROUP, "100,000 elements in one another", refused=DEEP)
def deep() -> bytes:
    return page("<div>" * 100_000 + WORDS)


@hostile("deep-inline.html", GROUP, "250 elements in one another", treatment="Read.")
def deep_inline() -> bytes:
    return page("<b>" * 240 + WORDS)


@hostile("attribute.html", GROUP, "an attribute of 9 MB", treatment="Read; attributes are not text.")
def attribute() -> bytes:
    return page(f"<p class='{'x' * 9 * 2**20}'>{WORDS}</p>")


@hostile("huge-attribute.html", GROUP, "an attribute of 11 MB", treatment="Read; attributes are not text.")
def huge_attribute() -> bytes:
    return page(f"<p>{WORDS}</p><p title='{'x' * 11 * 2**20}'>After it.</p>")


@hostile("refresh.html", GROUP, "a page that goes elsewhere by itself", treatment="Read; nothing is fetched.")
def refresh() -> bytes:
    return page(f"<p>{WORDS}</p>", "<meta http-equiv='refresh' content='0;url=http://127.0.0.1:9/'>")


@hostile(
    "base64.html",
    GROUP,
    "a picture of 5 MB inside the page",
    never=("AAAA",),
    treatment="Read; the picture is not.",
)
def base64_picture() -> bytes:
    return page(f"<img src='data:image/png;base64,{'A' * 5 * 2**20}'><p>{WORDS}</p>")


@hostile(
    "frames.html", GROUP, "frames, objects and styles from elsewhere", treatment="Read; nothing is fetched."
)
def frames() -> bytes:
    return page(
        f"<iframe src='file:///etc/passwd'></iframe><object data='http://127.0.0.1:9/x'></object><p>{WORDS}</p>",
        "<link rel='stylesheet' href='http://127.0.0.1:9/x.css'><base href='http://127.0.0.1:9/'>",
    )


@hostile(
    "entities.html",
    GROUP,
    "a document type with entities that swell",
    never=("hahaha", "root:"),
    treatment="Read; entities of the page's own stay as they are written.",
)
def entities() -> bytes:
    head = '<!DOCTYPE html [<!ENTITY a "hahahahaha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    return f"{head}<html><body><p>{WORDS}</p><p>&a; &b;</p></body></html>".encode()


@hostile(
    "hidden.html",
    GROUP,
    "words that a style sheet hides",
    never=("hush",),
    warns=("hidden-text",),
    treatment="Read; hidden words are left out, and a warning quotes them.",
)
def hidden() -> bytes:
    return page(f"<p style='display:none'>hush money</p><p hidden>hush</p><p>{WORDS}</p>")


@hostile("spans.html", GROUP, "a table whose cells span a billion columns and rows", treatment="Read.")
def spans() -> bytes:
    row = f"<tr><td colspan=999999999 rowspan=999999999>{WORDS}</td><td colspan=²>x</td></tr>"
    return page(f"<table>{row * 500}</table>")


@hostile("attributes.html", GROUP, "an element with 20,000 attributes", treatment="Read.")
def attributes() -> bytes:
    many = " ".join(f"a{number}=1" for number in range(20_000))
    return page(f"<p {many}>{WORDS}</p>")


@hostile("styles.html", GROUP, "a style sheet of 200,000 rules", treatment="Read.")
def styles() -> bytes:
    return page(f"<p class=a>{WORDS}</p>", f"<style>{'.a,.b{color:red}' * 200_000}</style>")


@hostile(
    "codec.html",
    GROUP,
    "a page that says its encoding is one of Python's own (“undefined”)",
    treatment="Read; only encodings of the web are believed.",
)
def codec() -> bytes:
    return page(f"<p>{WORDS}</p>", "<meta charset='undefined'>")


@hostile(
    "escapes.html",
    GROUP,
    "a page that says its encoding is “unicode_escape”, to make half a pair of it",
    reads=(WORDS, "\\ud800"),
    treatment="Read; only encodings of the web are believed.",
)
def escapes() -> bytes:
    return page(f"<p>{WORDS}</p><p>\\ud800</p>", "<meta charset='unicode_escape'>")


@hostile(
    "half-pair.html",
    GROUP,
    "numbers of characters that are none: half a pair, NUL, beyond the last",
    treatment="Read; such characters are left out or shown as U+FFFD.",
)
def half_pair() -> bytes:
    return page(f"<p>{WORDS}</p><p>&#xD800;&#0;&#x110000;&#xFFFFFFFFFF;x</p>")


@hostile("tables.html", GROUP, "a page of 60,000 unclosed tables", refused=DEEP)
def tables() -> bytes:
    return page("<table><tr><td>" * 60_000 + WORDS)


@hostile(
    "word.html",
    GROUP,
    "minutes of HTML with the ending of Word",
    treatment="Read: the ending proves nothing.",
)
def unnamed() -> bytes:
    return page(f"<p>{WORDS}</p>")


@hostile("page.docx", GROUP, "HTML with the ending .docx", treatment="Read: the ending proves nothing.")
def misnamed() -> bytes:
    return page(f"<p>{WORDS}</p>")
