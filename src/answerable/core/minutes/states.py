"""How an earlier action stands, from the words that are said of it: open, reported on, or complete."""

from __future__ import annotations

import re

from answerable.core.minutes.record import UpdateStatus
from answerable.core.minutes.sentences import sentence_spans

_FIRST = re.compile(
    r"\W*(?:(?:action|this|now|is|are|has been|was|can be|will be|to be) )*(?P<word>[\w/-]+)",
    re.I,
)
_COMPLETE_WORDS = frozenset(
    """complete completed close closed discharged done actioned resolved concluded fulfilled delivered
    achieved finished withdrawn superseded""".split()
)
_OPEN_WORDS = frozenset(
    """ongoing on-going outstanding open carried carry c/f remains remain awaiting delayed deferred pending
    not underway overdue partially partly nearly almost incomplete postponed red amber""".split()
)
"""What an update can begin with that settles how the action stands."""

_COMPLETE = re.compile(
    r"\b(?:(?:is|are|now|been|was|were|action|all|fully|[–—-]|:) (?:now )?(?:complete[d]?|closed|discharged"
    r"|done|actioned|resolved|concluded|fulfilled|delivered|achieved|finished|signed off)"
    r"|no further action|can (?:now )?be closed|action (?:will be )?closed"
    r"|has been (?:shared|circulated|sent|provided))\b"
    r"|(?:^|[.;,] )(?:action )?(?:complete|completed|closed|done|discharged)(?:\.?$|(?= ?[–—-]))",
    re.I,
)
_CONDITION = re.compile(r"\b(?:when|until|once|after|if|unless|before|as soon as)\b[^.;]*$", re.I)
_WHEN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|the end"
    r"|\d|next|early|late|spring|summer|autumn|winter|Q[1-4])"
)
_OPEN = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:complete[d]?|closed?|done|actioned|resolved|started|begun|received|met)"
    r"|to be (?:complete[d]?|closed|arranged|agreed|confirmed)"
    r"|being (?:arranged|agreed|drafted|prepared|scheduled|progressed|reviewed|considered|developed|finalised"
    r"|worked|written|drawn|sought|recruited)"
    r"|to follow|ongoing|on-going|outstanding|in progress|in hand|under ?way|(?:remains?|still) open|carried"
    r" forward|carry forward|c/f|on track|plan in place|awaiting|awaited|pending|deferred|delayed"
    r"|postponed|rescheduled|held back|new timescale"
    rf"|(?:moved|put back|arranged|planned|scheduled) (?:back )?(?:to|for|until) (?=the end of|{_WHEN})"
    r"|will (?:now )?(?:follow|come|take place|be (?:brought|presented|reported|shared|circulated|completed"
    r"|provided|ready|available|published|sent|taken|discussed))"
    r"|rest (?:will|depends?|follows?)|so far|(?:is|are) (?:now )?(?:due|expected|scheduled|planned)"
    r"|expects?|expected (?:in|by)|due (?:in|by|for|on)|hoped for|takes? place on|next (?:week|month)"
    r"|nothing has been|(?:nearly|partially|partly|almost) complete[d]?"
    r"|to (?:meet|report back|present|come|go) (?:on|in|at|by|to))\b",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:was|were|has been|have been)"
    r" (?:sent|shared|submitted|provided|circulated|presented|published|given)\b",
    re.I,
)
_COLOUR = re.compile(r"(?:red|amber|yellow)\b", re.I)
_STATE = re.compile(
    r"(?:[–—-] )?(?:(?:now |action )?(?:complete[d]?|closed?|discharged|done|actioned|resolved)|on-?going"
    r"|outstanding|(?:remains? )?open|carried forward|carry forward|c/f|in progress|in hand|under ?way"
    r"|not (?:yet )?(?:complete|done|started)|deferred|on (?:the |today[’']s )?agenda|no update|to be closed"
    r"|no further action|pending|awaiting|overdue)\b",
    re.I,
)
_DASH = re.compile(r" (?=[–—-] )")
_STATE_BEHIND_DASH = re.compile(rf" (?=[–—-] {_STATE.pattern})", re.I)
FEW_WORDS = 3  # so few words that say nothing known ("Plan in place") leave the action open
_TOLD = re.compile(r"\W*(?:\w+ed\b|see )", re.I)
MOST = 300  # characters within which an update says how the action stands


def as_state(words: str) -> str:
    """The words of a state column: one that is lit red or amber is open, whatever else is said."""
    return f"Open. {words}" if _COLOUR.match(words) else words


def status_of(words: str) -> UpdateStatus:
    """What the words say: complete only where they say so, open where more is to come, else reported."""
    head = words[:MOST]
    settled = _by_first_word(head)
    if settled is not None:
        return settled
    if any(_opens(head[start:end]) for start, end in sentence_spans(head)):
        return "open"
    done = _COMPLETE.search(head)
    if done and not _CONDITION.search(head, 0, done.start()):
        return "complete"
    return "reported" if len(head.split()) > FEW_WORDS or _TOLD.match(head) else "open"


def _by_first_word(head: str) -> UpdateStatus | None:
    first = _FIRST.match(head)
    if first is None:
        return None
    word = first["word"].lower()
    if word in _OPEN_WORDS:
        return "open"
    planned = re.match(r"\W*(?:this |the )?(?:action )?(?:is )?(?:to|will) be ", head, re.I)
    about_action = head.lower().lstrip().startswith(("this action", "action"))
    if word in _COMPLETE_WORDS and (not planned or (about_action and word.startswith("close"))):
        return "complete"
    return None


def _opens(sentence: str) -> bool:
    """Whether a sentence says that more is to come, and not first that something was given."""
    found = _OPEN.search(sentence)
    return found is not None and _GIVEN.search(sentence, 0, found.start()) is None


def state_behind(text: str, start: int, sure: bool) -> tuple[int, int] | None:
    """Where behind a task the words begin that say how it stands ("… by May. Ongoing.", "… – Complete").

    Two offsets: the task's end, and the first of these words. ``sure``: the line is marked as an action, so
    that all behind its first sentence is said of it.
    """
    if _STATE.match(text, start):
        return max(start - 1, 0), start
    spans = [span for span in sentence_spans(text) if span[0] > start]
    for begins, _ in spans:
        if _STATE.match(text, begins):
            return (spans[0][0], spans[0][0]) if sure else (begins, begins)
    dashed = _STATE_BEHIND_DASH.search(text, start)
    if dashed is None and (dashed := _DASH.search(text, start)) and not _COMPLETE.search(text, dashed.end()):
        return None
    return (dashed.start(), dashed.end() + 2) if dashed else None
