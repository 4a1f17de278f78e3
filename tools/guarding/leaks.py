"""Leaks to be planted: each changes one line so that something becomes public, and a check must notice.

``tests`` names the check of ``tests/leaks/checks.py``.
"""

from __future__ import annotations

from tools.guarding.guards import Guard

BUILDING = "src/answerable/publishing/building/"
OPERATIONS = "src/answerable/publishing/operations/"
FILES = "src/answerable/publishing/files/"
CORE = "src/answerable/core/publication/"
STORE = "src/answerable/published/operations.py"
FIRST, AFTER, TWINS = ("published",), ("corrected and withdrawn",), ("twins",)
HIDDEN, INDEX = ("files",), ("index",)

LEAKS = [
    Guard(
        "words that are left out of a line", BUILDING + "meeting.py",
        "marker(Category(closed)) if closed else hide.text(one.text, one.pk)", "one.text", FIRST,
    ),
    Guard(
        "names that are left out of who speaks", BUILDING + "meeting.py",
        "[] if closed else [hide.beside(name, one.pk) for name in one.speakers]", "one.speakers", FIRST,
    ),
    Guard(
        "items that are left out", BUILDING + "meeting.py",
        "title = marker(Category(closed)) if closed else hide.text(one.title)", "title = one.title", FIRST,
    ),
    Guard(
        "lines that are restricted", BUILDING + "redacting.py",
        "if restricted and item not in found.items:", "if False:", FIRST,
    ),
    Guard(
        "items that are restricted", BUILDING + "redacting.py",
        "        if row.restricted:\n", "        if False:\n", FIRST,
    ),
    Guard(
        "answers that name somebody", BUILDING + "meeting.py",
        "response = hide.made_of(one.response, made_of)", "response = one.response", FIRST,
    ),
    Guard(
        "owners who are left out", BUILDING + "meeting.py",
        "[hide.part(one.printed, action.text, action.entry_id) for one in action.owners.all()]",
        "[one.printed for one in action.owners.all()]", FIRST,
    ),
    Guard(
        "promises that are none", BUILDING + "meeting.py",
        "rows.filter(restricted=False).exclude(standing=Commitment.Standing.DISMISSED)", "rows.all()", FIRST,
    ),
    Guard(
        "figures that tell what is left out", BUILDING + "meeting.py",
        'any(hide.touches(said or "", one.item_id) for said in (one.text, one.measure, one.area))', "False",
        FIRST,
    ),
    Guard(
        "names of people in no public post", BUILDING + "people.py",
        "hide.text(one.name) if one.pk in public else hide.text(one.capacity) or NOT_NAMED,",
        "hide.text(one.name),", FIRST,
    ),
    Guard(
        "who was in the chair", BUILDING + "meeting.py",
        'hide.text(name_of(meeting, meeting.chair or "")) or None', "meeting.chair", FIRST,
    ),
    Guard(
        "pages of people who are left out", BUILDING + "people.py",
        "return [one for one in held if one.person_id not in hidden]", "return held", FIRST,
    ),
    Guard(
        "topics named like what is left out", BUILDING + "topics.py",
        "if found[one.pk].places and one.pk not in hidden]", "if found[one.pk].places]", FIRST,
    ),
    Guard(
        "notes of an agenda's restricted items", BUILDING + "agenda.py",
        '"" if closed else hide.text(one.note)', "one.note", FIRST,
    ),
    Guard(
        "exempt parts of decisions", BUILDING + "decision.py",
        '"background": one.background,', '"background": one.background + one.exempt,', FIRST,
    ),
    Guard(
        "decisions that are not ready", BUILDING + "decision.py",
        "filter(office=publication.office, ready=True)", "filter(office=publication.office)", FIRST,
    ),
    Guard(
        "measures that are restricted", BUILDING + "measures.py",
        "filter(office=publication.office, restricted=False)", "filter(office=publication.office)", FIRST,
    ),
    Guard(
        "reasons of steps between meetings", BUILDING + "lives.py",
        "Said(basis=one.basis, to=to)", "Said(one.reason, basis=one.basis, to=to)", FIRST,
    ),
    Guard(
        "papers that are restricted", BUILDING + "files.py",
        '.filter(document__restricted=False, document__kept_for="")', '.filter(document__kept_for="")', FIRST,
    ),
    Guard(
        "papers that hold what is left out", BUILDING + "files.py",
        "        if holds_left_out(found, meeting):\n            continue\n", "", FIRST,
    ),
    Guard(
        "the names that papers were sent under", BUILDING + "files.py",
        "yield version.note, title, found", "yield version.note, version.name, found", FIRST,
    ),
    Guard(
        "who decided", OPERATIONS + "chaining.py",
        "publication.decided_as, parts_of(publication)",
        "str(publication.decided_by), parts_of(publication)", FIRST,
    ),
    Guard(
        "what is under embargo", CORE + "embargo.py",
        "return seen.highest is not None and opens <= min(now, seen.highest)", "return True", FIRST,
    ),
    Guard(
        "hidden runs of Word files", FILES + "docx_parts.py",
        'elif bare == "r" and self.seeing.is_hidden(child):', "elif False:", HIDDEN,
    ),
    Guard("words under a box in a PDF", FILES + "pdf.py", "    if hidden:\n", "    if False:\n", HIDDEN),
    Guard(
        "a marker as long as the words", CORE + "redaction.py",
        "pieces += [text[done : one.start], marker(one.category)]",
        'pieces += [text[done : one.start], marker(one.category) + " " * (one.end - one.start)]', TWINS,
    ),
    Guard(
        "a number that is told from the words", BUILDING + "meeting.py",
        '"paragraph": one.paragraph,', '"paragraph": sum(map(ord, one.text)),', TWINS,
    ),
    Guard(
        "earlier versions that hold what is left out since", OPERATIONS + "forward.py",
        "if withdraw_before or hides_otherwise(made):", "if withdraw_before:", AFTER,
    ),
    Guard(
        "actions with words of minutes that went", OPERATIONS + "withdrawing.py",
        "    wanted += [one for one in quoting(office, held, wanted) if one not in wanted]\n", "", AFTER,
    ),
    Guard(
        "the bytes of what was withdrawn", "src/answerable/published/placing.py",
        'state="withdrawn", ended_by=publication, content=b"", size=0, sha256=""',
        'state="withdrawn", ended_by=publication', AFTER,
    ),
    Guard(
        "words of lines that are gone", "src/answerable/published/telling.py",
        "gone=True, modified=publication.taken_at,",
        "gone=True, modified=publication.taken_at, title=line.title, text=line.text, data=line.data,", AFTER,
    ),
    Guard(
        "what search has noted of words that went", STORE,
        "        if _unsaid(publication, delivery):\n", "        if False:\n", INDEX,
    ),
    Guard(
        "pages kept from before a withdrawal", "src/answerable/public/keeping.py",
        "if kept is not None and kept.stamp == stamp():", "if kept is not None:", AFTER,
    ),
    Guard(
        "bulk files kept from before a withdrawal", "src/answerable/public/data/dumping.py",
        "return held if held is not None and not something_went(office, held.last) else None", "return held",
        AFTER,
    ),
]  # fmt: skip

IN_EVERY_RUN = (
    "words that are left out of a line", "papers that are restricted", "words under a box in a PDF",
    "a marker as long as the words", "what search has noted of words that went",
)  # fmt: skip
"""The five that are planted whenever the tests run; ``make leaks`` plants all."""
