"""The marks that minutes put on what they want found again: actions, updates, decisions, references.

Each expression says which layouts it serves. They are tried at the start of a paragraph or a sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

DASH = r"[:\-–—]"
LABEL = r"(?:[A-Z]{1,5}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4})*[a-z]?"
"""An action's own number: "7", "3.2/1", "23/045", "A12", "HTA-031"."""

_ACTION = re.compile(
    # "ACTION:", "ACTION-", "Action –", "Action 7:", "Agreed action:", "Action point 3.", "[ACTION: …]"
    rf"[\[(]?(?:(?:(?:[Aa]greed|[Nn]ew|[Ff]urther) (?:[Aa]ctions?|ACTIONS?)|ACTIONS?|Actions?)(?: "
    rf"(?:[Pp]oints?|POINTS?|[Rr]equired|[Aa]greed|[Aa]rising|[Ii]tem))?|AP|ACT)"
    rf"(?: ?(?:[Nn]o\.? ?|[Rr]ef(?:erence)?:? |#)?(?P<label>{LABEL}))?"
    # the same word in a second language: "Action / Cam gweithredu:"
    rf"(?: ?/ ?[A-Z][^\W\d]{{2,}}(?: [^\W\d]+)?(?= ?:))?"
    rf"(?: ?\((?:(?P<bracket>[A-Z][^)]{{1,40}})|[^)]{{2,40}})\)"
    rf"| (?:for|by|on|owner) (?P<owner>[A-Z][^:–—]{{1,40}}?))?"
    rf" ?(?:{DASH}|\.(?= )|(?=\]))+ ?"
)
_BARE_HEADER = re.compile(
    # a line of its own: "Actions arising", "ACTION POINTS", "Action", "Summary of actions"
    r"(?:summary of )?(?:agreed |new )?(?:actions?|action points?)(?: (?:arising|agreed|required"
    r"|from (?:this|the) meeting))?\s*:?",
    re.I,
)
_AGREED_HEADER = re.compile(
    r"(?:it was|the (?:board|meeting|panel|group|committee)|members)(?: also| further| then)?"
    r" (?:agreed|resolved)(?: that| to| the following(?: actions?| steps)?)?:|(?:agreed )?next steps:?",
    re.I,
)
_HEADER_BEHIND = re.compile(r"(?<=[.?!]) (?:ACTIONS?|Actions?)(?: arising| ARISING| agreed| AGREED)?:$")
_FOR_OWNER = re.compile(rf"Actions? ?{DASH}? ?for (?P<owner>[A-Z][\w /&.-]{{1,40}}) ?:?$", re.I)
_CLIPPED = re.compile(rf"(?:CTION|TION|ION|ON)S? ?{DASH} ?(?=[A-Z])")
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
    # "The Board RESOLVED to note the plan", "It was AGREED that …"
    rf"|(?:The [A-Z]\w+|Members|It was) (?:RESOLVED|AGREED) (?=that\b|to\b)"
)
_DETAIL = re.compile(
    # on a line after an action, or behind it: "Owner: DCC", "Due: 30 June", "To be actioned by: X"
    r"(?:(?P<owner>(?:action )?owners?|(?:to be )?(?:actioned|completed|done) by(?= ?:)(?! date)"
    r"|action by(?! when)|by whom|lead(?: officer)?|responsib(?:le|ility)(?: officer)?|assigned to|who)"
    r"|(?P<due>due(?: date| by)?|date due|deadline|by when|time ?scale|target(?: date)?|when"
    r"|completion date|complete by|to be completed by|action by when)) ?[:–—] ?",
    re.I,
)
_KIND_WORD = re.compile(r"(?P<kind>Note|Commitment|Decision|Question|Response|Update): ")
_TASK = re.compile(
    r"(?:The )?(?P<doer>(?:[A-Z][\w'’./&-]*|of|and|the|for|,|&)(?: (?:[A-Z][\w'’./&-]*|of|and|the"
    r"|for|members?|team|office|colleagues|&|officials))*?)"
    r"(?: \([^)]{2,40}\))? (?P<verb>to|will|shall|should|would|is to|are to"
    r"|(?:agreed|asked|undertook|committed|be asked|be requested|be instructed|be invited) to)"
    r" (?:[A-Z]{2,5} )?(?P<next>[a-z]+)"
)
_DETAIL_BEHIND = re.compile(
    r"(?<=[\w.;)\]]) (?:Owner|OWNER|Lead|Action owner|Due|Due date|Deadline|By when|Responsible): ?(?=\S)"
)
_CAPITAL_TASK = re.compile(
    r"(?:THE )?(?P<doer>[A-Z/&., ]{2,60}?) (?P<verb>TO|WILL|SHALL|SHOULD) (?P<next>[A-Z]+)"
)
_TASK_WORDS = re.compile(r"\bto (?:be )?[a-z]+", re.I)
_TRAILING_OWNER = re.compile(
    r"\s*[\[(](?:(?:Action|ACTION|Lead|Owner)s?(?: by| for)? ?[:–—-]? "
    r"?)?(?P<owner>[A-Z][^()\[\]]{1,60})[\])]"
    # a date may stand behind: "… (DCC) – 4 September", "… (Owner: DCC) (Due: May)"
    r"(?:\s*[–—,:(-]\s*(?:(?:by|due)\b:? ?)?[\w /.]{0,16}\d[\w /.]{0,14}\)?)?\.?$"
)
_LEADING_OWNER = re.compile(r"(?P<owner>[A-Z][^:–—,.]{0,60}?) ?(?:: | [–—-] )(?=\w)")
_OWNER_IN_BRACKETS = re.compile(
    r"[\[(](?:Owners?|Leads?|Action(?: by| for)?|By whom|OWNERS?|LEADS?|ACTION) ?[:–—-] ?"
    r"(?P<owner>[^()\[\],]{2,60})[\]),]"
)
_OWNER_BETWEEN = re.compile(r" [–—-] (?P<owner>[A-Z][\w/&,. ]{0,40}?)(?: [–—-] [^–—]{3,30})?$")
_TRACKED = re.compile(
    r"(?P<label>[A-Z]{2,6}[/ -]?\d{1,4}(?:[/-]\d{1,4})?) ?[:–—-] (?P<text>.{8,}?)"
    r" [–—-] (?P<owner>[A-Z][\w/&, ]{0,40}?) [–—-] (?P<due>[^–—]{3,30})"
)
_OWNER_BEHIND = re.compile(r"[.;:] (?P<owner>[A-Z][A-Za-z]*(?:/[A-Z]+)?(?: ?[/&,+] ?[A-Z][A-Za-z/]*)*)\.?$")
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
    "ON:",
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
    return any(map(text.__contains__, _HINTS))


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
    r"(?<= )(?=[\[(]?(?:ACTION|Action)S?s?(?: (?:[Pp]oint )?"
    rf"{LABEL})? ?[:–—-](?: |(?=[A-Z]))|(?:C?T?I)?ON[-–] [A-Z])"
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


def header_behind(text: str) -> int:
    """Where "ACTIONS:" begins at the end of a paragraph that a converter joined it to; 0 for nowhere."""
    found = _HEADER_BEHIND.search(text) if text.endswith(":") else None
    return found.start() + 1 if found else 0


def agreed_header(text: str) -> bool:
    """ "It was agreed that:" and the like, which open a list of what some will do."""
    return _AGREED_HEADER.fullmatch(text) is not None


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


class Detail(NamedTuple):
    """A piece of a detail line: what it says, "owner" or "due", and where its value stands."""

    name: str
    start: int
    end: int


def details(text: str) -> list[Detail]:
    """The parts of a line that says who does an action and by when; empty where it says anything else."""
    if _DETAIL.match(text) is None:
        return []
    marks = [found for found in _DETAIL.finditer(text) if text[: found.start()][-1:] in ("", " ")]
    ends = [*(found.start() for found in marks[1:]), len(text)]
    return [
        Detail("owner" if found["owner"] else "due", found.end(), end)
        for found, end in zip(marks, ends, strict=True)
    ]


def details_behind(text: str) -> int:
    """Where "Owner: DCC" begins behind an action's words; the text's length where it does not."""
    found = _DETAIL_BEHIND.search(text)
    return found.start() + 1 if found else len(text)


def kind_word(text: str) -> re.Match[str] | None:
    """ "Note: ", "Decision: ": the word by which the writer confirms an entry's kind."""
    return _KIND_WORD.match(text)


def doer(text: str) -> re.Match[str] | None:
    """Who the action's own words name ("DCC to share the baseline"); group ``doer``."""
    return _CAPITAL_TASK.match(text) if text.isupper() else _TASK.match(text)


def task_like(text: str) -> bool:
    return _TASK.match(text) is not None or _TASK_WORDS.search(text[:80]) is not None


def trailing_owner(text: str) -> re.Match[str] | None:
    """An owner in brackets at the end ("… by May (Secretariat)")."""
    return _TRAILING_OWNER.search(text)


def owner_in_brackets(text: str) -> re.Match[str] | None:
    """ "(Owner: Chief of Staff)" at the end: the word makes sure of it."""
    return _OWNER_IN_BRACKETS.search(text)


def leading_owner(text: str) -> re.Match[str] | None:
    """An owner set before the task ("DCC: to provide …", "Chief Constable – write to …")."""
    return _LEADING_OWNER.match(text)


def owner_behind(text: str) -> re.Match[str] | None:
    """Capitals behind the last full stop ("… by 25 July. DCC")."""
    return _OWNER_BEHIND.search(text)


def owner_between(text: str) -> re.Match[str] | None:
    """An owner between dashes at the end ("… to be provided – SP – 31.10.25")."""
    return _OWNER_BETWEEN.search(text)


def tracked(text: str) -> re.Match[str] | None:
    """ "JAM/25/23 – Note to be provided – SP – 31.10.25": an action known by its number in a tracker."""
    return _TRACKED.fullmatch(text)


def trailing_action(text: str) -> re.Match[str] | None:
    """A marker behind a sentence makes it an action ("… be circulated. (Action: JS)")."""
    if "ction" not in text and "CTION" not in text:
        return None
    found = _TRAILING_ACTION.search(text) or _TRAILING_OWNER_DASH.search(text)
    if found is None or found.start() == 0 or len(found["owner"].split()) > MAX_OWNER_WORDS:
        return None
    if says_none(found["owner"]):
        return None
    return None if _TASK_WORDS.search(found["owner"]) else found
