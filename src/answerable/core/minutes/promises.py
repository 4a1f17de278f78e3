"""Commitments: promises in answers that nobody marked as actions, as far as simple rules go.

Three things make one: words of promising ("undertook to", "gave an assurance that"), the future ("will be in
place", "would join"), and the present of what is arranged ("is due in May", "goes to the Board on 3 June"),
the last only with a day that is still to come. What is told of the past is none, nor what is only wished for.
"""

from __future__ import annotations

import re
from typing import Literal

_STRONG = re.compile(
    r"\b(?:commit(?:ted|s)|commitment (?:to|that|around|of)|undert(?:ook|akes?)|undertaken to"
    r"|promised?|pledged?|guarantee[ds]?"
    r"|(?:agreed|offered) to|gave (?:an |his |her |their )?(?:assurance|undertaking)|provided "
    r"(?:assurance|reassurance) that)\b",
    re.I,
)
_NOT_STRONG = re.compile(
    r"\b(?:on|of) (?:its|their|his|her|our) commitment|\b(?:every|each|old|earlier|broken) promised?\b"
    r"|\b(?:to|would|could|can|must|should) undertake\b"
    r"|\bhad (?:\w+ )?(?:promised|pledged|undertaken|committed)\b.*\b(?:but|did not|has not|had not|never)\b",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:will (?:be |now |also |then |continue |work |have |remain |provide |share |ensure "
    r"|look |need |take |come |report |bring |start |begin |move |go )|would (?:be (?:in place"
    r"|completed?|shared|provided|reviewed|published|presented|delivered|launched|rolled|brought"
    r"|available|reported)|have|provide|share|bring|report|continue|therefore|go through|ensure)"
    r"|(?:is|are) to (?:be |undertake|provide|review|report|bring|share)|is due to|are due to"
    r"|(?:is|are) (?:planned|scheduled|expected|anticipated|projected)|going to|plans? to"
    r"|intends? to|aims? to be|due (?:by|in)\b|anticipated (?:by|for|in)|by the end of)",
    re.I,
)
_PLANNED = re.compile(
    r"\bwould (?:be (?:in place|complete|shared|provided|reviewed)|therefore|go through)"
    r"|(?:is|are) to (?:undertake|be|review)"
)
_WILL = re.compile(r"\b(?:will|shall)\b", re.I)
_NOT = re.compile(
    r"\b(?:will (?:only|always|never|depend|not know)|if (?:they|it|the)|would you|could be|might"
    r"|may be|whether|unless|which will (?:mean|lead)|would be (?:ideal|useful|helpful|beneficial"
    r"|better)|"
    r"doesn['’]t think|does not think|would like)\b",
    re.I,
)
_PAST_ONLY = re.compile(r"\b(?:had been|was|were)\b(?!.*\b(?:will|would|due|by)\b)", re.I)
_NOTHING = re.compile(r"\bthere (?:will|would) be no\b", re.I)

_ARRANGED = re.compile(
    r"\b(?:is|are|being|remains?|now|and|but|currently|still) (?:\w+ )?(?:due|expected|planned|scheduled"
    r"|hoped|booked|set|on (?:track|course)|on (?:the|its|their) agenda|anticipated|timetabled|arranged)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:hoped|looked) for\b|\bnext \w+(?: \w+)? (?:is|are) (?:in|on|at|from)\b"
    r"|\b(?:expects?|expected|plans?|planned|intends?|intended|hopes?|hoped|aims?|aimed|means|meant|proposes"
    r"|decided|arranged|wants?|(?:is|are) working) (?:\w+ ){0,6}?(?:to|for|on|towards|by|in|before)\b"
    r"|\b(?:have|has|had) (?:it|this|that|them) on (?:its|their|the) agenda\b|\bstill holds?\b"
    r"|\buntil (?:they|he|she|it|we) (?:is|are)\b|\bwould \w+|\b(?:is|are) to \w+",
)
"""What is arranged, planned or meant, in lower case: in the past tense too, as reported speech has it."""

_COMES = re.compile(
    r"\b(?:beg[ai]ns?|starts?|opens?|closes?|launch(?:es)?|ends?|finish(?:es)?|arrives?|joins?"
    r"|go(?:es)? (?:live|to|out|before|through|up)|goes|comes? (?:to|in|into|back|before)|becomes?|returns?"
    r"|moves?|grows?|switch(?:es)?|rolls?|takes? (?:over|up|effect|place)|follows?|expires?|retires?|leaves?"
    r"|reports?|meets?|sits?|lands?|transfers?|completes?|changes?|stops?|runs?|reach(?:es)?"
    r"|(?:falls?|rises?) to"
    r"|(?:is|are) (?:\w+ )?(?:published|presented|taken|heard|reviewed|trained|delivered|accredited|made))\b",
)
"""Verbs whose present says what comes, where a day to come stands beside them."""

_TOLD = re.compile(
    r"\b(?:had|was|were|did|has been|have been|began|came|went|rose|fell|took|gave|found|led|met|sent|held"
    r"|ran|became|grew|brought|paid|spent|left|kept|lost|won|made|saw|(?<!be )(?<!is )(?<!are )(?<!being )"
    r"(?<!been )(?<!not )(?<!a )(?<!the )[a-z]{2,}(?<!agre)(?<!ne)ed)\b",
)
"""Verbs that tell what was. A participle behind "be", "is" or an article tells nothing."""

_SAYING = re.compile(
    r"^.{0,60}?\b(?:said|added|advised|confirmed|explained|reported|stated|noted|replied|responded|answered"
    r"|announced|indicated|highlighted|outlined|told \w+(?: \w+)?|informed \w+(?: \w+)?)(?: that)?\b",
    re.I,
)
_CLAUSE_ENDS = re.compile(r"[;:]|,? (?:and|but|while|although|because|whereas) |, (?:which|who|with|when) ")


_HINTS = (
    "will", "shall", "would", "commit", "undert", "promis", "pledg", "guarant", "greed to", "offered to",
    "assurance",
    "is to ", "are to ", "due", "planned", "scheduled", "expected", "anticipat", "project", "going to",
    "plans to", "intend", "aims to", "by the end of",
)  # fmt: skip
_STRONG_HINTS = (
    "committed", "commits", "commitment", "undert", "promise", "pledge", "guarantee", "agreed to",
    "offered to", "gave ", "assurance that",
)  # fmt: skip
_FUTURE_HINTS = (
    "will ", "would ", "is to ", "are to ", "due ", "planned", "scheduled", "expected", "anticipated",
    "projected", "going to", "plan to", "plans to", "intend", "aim", "by the end of",
)  # fmt: skip
_NOT_HINTS = ("will ", "if ", "would ", "could be", "might", "may be", "whether", "unless", "think")
"""What stands in every sentence that ``_STRONG``, ``_FUTURE`` and ``_NOT`` match."""

_TIMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "pring", "ummer", "utumn", "inter", "next ", "coming ", "uarter", "hristmas",
    "Easter", " the end of", " in 20", " by 20",
)  # fmt: skip
"""One of these stands in what names a day to come."""

Promise = Literal["certain", "dated"]
"""``dated``: it is one only where it carries a word about time."""


def _has(text: str, hints: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, hints))


def promise(text: str) -> Promise | None:
    """Whether a sentence of an answer promises something; None where ``arranged`` must say."""
    told = _told(text)
    return told if told is not None and _has(text, _HINTS) else None


def _told(text: str) -> Promise | None:
    lower = text.lower()
    if _has(lower, _STRONG_HINTS) and _STRONG.search(text) and not _NOT_STRONG.search(text):
        return "certain"
    will = ("will" in lower or "shall" in lower) and _WILL.search(text) is not None
    if will and _NOTHING.search(text):
        return None
    if _has(lower, _FUTURE_HINTS) and _FUTURE.search(text):
        hedged = _has(lower, _NOT_HINTS) and _NOT.search(text)
        return "certain" if not hedged and (will or _PLANNED.search(text)) else "dated"
    return "dated" if will and not _PAST_ONLY.search(text) else None


def names_a_time(text: str) -> bool:
    """Whether a word is in it that names a day to come, as a rule."""
    return _has(text, _TIMES)


def may_be_arranged(text: str) -> bool:
    """Whether ``arranged`` can find anything in a sentence: it names a time, and is not only wished for."""
    if not names_a_time(text):
        return False
    lower = text.lower()
    if not (_ARRANGED.search(lower) or _COMES.search(lower)):
        return False
    return not (_NOTHING.search(text) or _NOT.search(text))


def arranged(text: str, at: int) -> bool:
    """Whether the clause in which the character ``at`` stands speaks of what is to come.

    The caller knows that a day to come is named there: "a second group begins on 2 March". A clause in the
    past tense tells what was, unless it reports what was planned ("planned to launch it in May").
    """
    said = _SAYING.match(text)
    start = said.end() if said and said.end() <= at else 0
    end = len(text)
    for found in _CLAUSE_ENDS.finditer(text, start):
        if found.start() >= at:
            end = found.start()
            break
        start = found.end()
    clause = text[start:end].lower()
    if _WILL.search(clause) or _ARRANGED.search(clause):
        return not re.search(r"\b(?:had been|did not|has not|had not)\b", clause)
    return _COMES.search(clause) is not None and not _TOLD.search(clause)
