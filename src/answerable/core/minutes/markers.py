"""The marks that minutes put on what they want found again: actions, updates, decisions, references.

Each expression says which layouts it serves. They are tried at the start of a paragraph or a sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

DASH = r"[:\-–—]"

_ACTION = re.compile(
    # "ACTION:", "ACTION-", "Action –", "Action 7:", "Agreed action:", "Action point 3.", "[ACTION: …]"
    rf"[\[(]?(?:(?:(?:[Aa]greed|[Nn]ew|[Ff]urther) (?:[Aa]ctions?|ACTIONS?)|ACTIONS?|Actions?)(?: "
    rf"(?:points?|required|agreed|arising))?|AP|ACT)"
    rf"(?: ?(?:no\.? ?|#)?(?P<label>\d{{1,3}}(?:[./]\d{{1,4}})*[a-z]?))?"
    rf"(?: ?\((?P<bracket>[^)]{{2,40}})\)| (?:for|by|on|owner) (?P<owner>[A-Z][^:–—]{{1,40}}?))?"
    rf" ?(?:{DASH}|\.(?= )|(?=\]))+ ?"
)
_BARE_HEADER = re.compile(
    # a line of its own: "Actions arising", "ACTION POINTS", "Action", "Summary of actions"
    r"(?:summary of )?(?:agreed |new )?(?:actions?|action points?)(?: (?:arising|agreed|required"
    r"|from (?:this|the) meeting))?\s*:?",
    re.I,
)
_FOR_OWNER = re.compile(rf"Actions? ?{DASH}? ?for (?P<owner>[A-Z][\w /&.-]{{1,40}}) ?:?$", re.I)
_CLIPPED = re.compile(rf"(?:C?T?I?ON|TION|CTION|ION)S? ?{DASH} ?(?=[A-Z])")
_NEGATED = re.compile(r"(?:none|nil|n/?a|no actions?(?: arising)?|not applicable)[.\s]*", re.I)
_UPDATE = re.compile(rf"(?:progress |verbal |written )?updates? ?{DASH} ?", re.I)
_UPDATE_WORD = re.compile(r"(?<=[.?!:] )(?:Update|UPDATE) ?[:–—-] ?")
_ABOUT_ITEM = re.compile(
    r"(?:agenda )?(?:item|minute|min)(?: no\.?| ref\.?)? (?P<item>\d{1,3}(?:\.\d{1,3})*(?: "
    r"?\(?[a-z]\)?)?)\b\s*[:\-–—.]?\s*(?P<title>.{0,120})",
    re.I,
)
_BARE_ITEM = re.compile(r"(?P<item>\d{1,2}(?:\.\d{1,2})+ ?\(?[a-z]?\)?)[.):]? (?P<title>[A-Z].{0,80})")
_ARISING_FROM = re.compile(
    # "Actions arising from the February 2018 meeting", "… from the June meeting: Agenda item 2.6: Budget"
    r"(?:review of |outstanding |previous )*(?:actions?|matters?|items?)(?: points?)?(?: arising| "
    r"outstanding| brought forward| carried forward| agreed)*"
    r" (?:from|at|of)(?: the)?(?: (?:last|previous))? ?(?P<when>[^:]{0,60}?)\s*(?:meetings?"
    r"|minutes|hta|notes)?"
    r"(?:\s*[:,–-]\s*(?:agenda )?item (?P<item>\d{1,3}(?:\.\d{1,3})*(?: "
    r"?\(?[a-z]\)?)?)\b\s*[:–-]?\s*(?P<title>.*))?\s*:?",
    re.I,
)
_DECISION = re.compile(
    rf"(?:RESOLVED|Resolved|DECISION|Decision|AGREED|Decisions?)(?: \d{{1,3}})?(?: ?{DASH} ?| "
    rf"(?=that\b|to\b)|$)"
)
_KIND_WORD = re.compile(r"(?P<kind>Note|Commitment|Decision|Question|Response|Update): ")
_TASK = re.compile(
    r"(?:The )?(?P<doer>(?:[A-Z][\w'’./&-]*|of|and|the|for|,|&)(?: (?:[A-Z][\w'’./&-]*|of|and|the"
    r"|for|members?|team|office|colleagues|&|officials))*?)"
    r" (?P<verb>to|will|shall|should|would|is to|are to|(?:agreed|asked|undertook|committed|be "
    r"asked|be requested|be instructed|be invited) to) (?:[A-Z]{2,5} )?(?P<next>[a-z]+)"
)
_TASK_WORDS = re.compile(r"\bto (?:be )?[a-z]+", re.I)
_TRAILING_OWNER = re.compile(
    r"\s*[\[(](?:(?:Action|ACTION|Lead|Owner)s?(?: by| for)? ?[:–—-]? "
    r"?)?(?P<owner>[A-Z][^()\[\]]{1,60})[\])]\.?$"
)
_TRAILING_ACTION = re.compile(
    r"[\[(](?:Action|ACTION)s?(?: by| for)? ?[:–—-]? ?(?P<owner>[A-Z][^()\[\]]{0,60})[\])]\.?$"
)
_TRAILING_OWNER_DASH = re.compile(
    r"\s+(?:Action|ACTION)s? ?(?:by|for)? ?[:–—-] ?(?P<owner>[A-Z][A-Za-z/]{1,7}(?: ?[/&,] "
    r"?[A-Z][A-Za-z/]{1,7})*)\.?$"
)
_HINTS = (
    "ction",
    "CTION",
    "ON-",
    "ON–",
    "pdate",
    "UPDATE",
    "esolved",
    "RESOLVED",
    "DECISION",
    "ecision",
    "AGREED",
    "greed",
    "AP",
    "ACT",
)
MAX_OWNER_WORDS = 6


class ActionMark(NamedTuple):
    """An action's marker: where its text begins, its own number, an owner that the marker names."""

    length: int
    label: str | None
    owner: str | None
    clipped: bool = False
    plural: bool = False


def may_mark(text: str) -> bool:
    """A cheap look: whether any marker can stand in a paragraph at all."""
    return any(hint in text for hint in _HINTS)


def action_mark(text: str) -> ActionMark | None:
    """The action marker that a text begins with ("ACTION 7: …"), or None."""
    found = _ACTION.match(text)
    if found is not None and not _PLAIN_WORD.match(text[found.end() :]):
        head = text[: found.end()].lower()
        return ActionMark(
            found.end(), found["label"], found["bracket"] or found["owner"], plural="actions" in head
        )
    clipped = _CLIPPED.match(text)
    if clipped is not None:
        return ActionMark(clipped.end(), None, None, clipped=True)
    return None


_PLAIN_WORD = re.compile(r"(?:plan|log|tracker|list)s?\b")
_MID_ACTION = re.compile(
    # "… the posts. Action: CC to …", and a clipped "ON- PCC wants …" that runs in with the line before
    r"(?<= )(?=[\[(]?(?:ACTION|Action)S?s?(?: \d{1,3})? ?[:–—-](?: |(?=[A-Z]))|(?:C?T?I)?ON[-–] [A-Z])"
)


def actions_inside(text: str) -> list[int]:
    """Offsets at which an action marker stands inside a paragraph ("… the posts. Action: CC to …")."""
    return [
        found.start()
        for found in _MID_ACTION.finditer(text)
        if found.start() > 0 and action_mark(text[found.start() :])
    ]


def action_header(text: str) -> ActionMark | None:
    """A line that only announces actions ("Actions arising:"), with the owner that it may name."""
    owner = _FOR_OWNER.fullmatch(text)
    if owner is not None:
        return ActionMark(len(text), None, owner["owner"].strip(), plural=True)
    if _BARE_HEADER.fullmatch(text.strip()):
        return ActionMark(len(text), None, None, plural="actions" in text.lower() or "points" in text.lower())
    return None


def says_none(text: str) -> bool:
    return _NEGATED.fullmatch(text.strip()) is not None


def update_mark(text: str) -> int:
    """Length of an "Update:" marker at the start, 0 for none."""
    found = _UPDATE.match(text)
    return found.end() if found else 0


def update_inside(text: str) -> tuple[int, int] | None:
    """Where "Update:" stands inside a paragraph, and where its words begin."""
    found = _UPDATE_WORD.search(text)
    return (found.start(), found.end()) if found else None


def about_item(text: str) -> re.Match[str] | None:
    """ "Agenda item 2.1c: Response" — the earlier item that what follows is about."""
    return _ABOUT_ITEM.fullmatch(text)


def bare_item(text: str) -> re.Match[str] | None:
    """ "2.1b Response" among matters arising: an earlier item named by its number alone."""
    return _BARE_ITEM.fullmatch(text)


def arising_from(text: str) -> re.Match[str] | None:
    """ "Actions arising from the February 2018 meeting": groups ``when`` and, where it is said, ``item``."""
    return _ARISING_FROM.fullmatch(text)


def decision_mark(text: str) -> int:
    found = _DECISION.match(text)
    return found.end() if found else 0


def kind_word(text: str) -> re.Match[str] | None:
    """ "Note: ", "Decision: ": the word by which the writer confirms an entry's kind."""
    return _KIND_WORD.match(text)


def doer(text: str) -> re.Match[str] | None:
    """Who the action's own words name ("DCC to share the baseline"); group ``doer``."""
    return _TASK.match(text)


def task_like(text: str) -> bool:
    return _TASK.match(text) is not None or _TASK_WORDS.search(text[:80]) is not None


def trailing_owner(text: str) -> re.Match[str] | None:
    """An owner in brackets at the end ("… by May (Secretariat)")."""
    return _TRAILING_OWNER.search(text)


def trailing_action(text: str) -> re.Match[str] | None:
    """A marker behind a sentence makes it an action ("… be circulated. (Action: JS)")."""
    found = _TRAILING_ACTION.search(text) or _TRAILING_OWNER_DASH.search(text)
    if found is None or found.start() == 0 or len(found["owner"].split()) > MAX_OWNER_WORDS:
        return None
    return None if _TASK_WORDS.search(found["owner"]) else found
