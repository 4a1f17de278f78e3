"""A paragraph of prose cut into units: the actions that it marks, decisions, sentences with their cues."""

from __future__ import annotations

import re

from answerable.core.minutes import dialogue, markers
from answerable.core.minutes.clauses import split_at
from answerable.core.minutes.cues import NO_CUE, Cue, pronoun_asks, read_cue
from answerable.core.minutes.details import without_details
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import EntryKind
from answerable.core.minutes.sentences import sentence_spans
from answerable.core.minutes.titles import run_in_title, strong_title, title_like
from answerable.core.minutes.told import Told
from answerable.core.minutes.units import FoundUpdate
from answerable.core.minutes.voices import Named, Voice

_WORD_KINDS: dict[str, EntryKind] = {
    "Note": "note",
    "Commitment": "commitment",
    "Decision": "decision",
    "Question": "question",
    "Response": "response",
    "Update": "update",
}
_THAT = re.compile(r"(?:\(?\w{1,2}\)? )?(?:that )?", re.I)
_BARE_VERB = re.compile(
    r" (?:be (?:asked|requested|instructed|invited) to |to |will |should |(?!be |is |was |are "
    r"|were |has |had )[a-z]+ )"
)
_OPEN_END = re.compile(
    r"\b(?:the|a|an|that|which|and|or|of|to|for|by|with|from|in|on|at|as|if|whether|when)$", re.I
)
"""A title does not end in such a word."""
_BEFORE_CAPITAL = re.compile(r"(?<![,;:]) (?=[A-Z])")
RUN_IN_WORDS = 10  # a line of fewer words runs in with nothing
RUN_IN_REACH = 80  # characters within which the first speaker follows a run-in title


class Prose:
    """Cuts paragraphs for one notebook; remembers who asked last, for "She asked …"."""

    def __init__(self, book: Notebook) -> None:
        self.book = book
        self.voices = book.voices
        self.asker = NO_CUE
        self.last_asker = NO_CUE
        self.asked = False
        self.awaited: tuple[str, ...] | None = None
        self.speaking = NO_CUE

    def new_item(self) -> None:
        self.asker = self.speaking = NO_CUE

    def dialogue(self, one: Paragraph) -> bool:
        """A question or an answer with its own mark ("Q1 …", "A: …"), or one under "Question from …"."""
        if self._named_alone(one):
            return True
        awaited, self.awaited = self.awaited, None
        asker = dialogue.header(one.whole.text)
        if asker is not None:
            self.book.title(one, one.whole, one.whole.text)
            self.awaited = asker
            return True
        mark = dialogue.mark(one.whole.text)
        if mark is None or not (mark.sure or mark.asks or self.asked):
            if awaited is not None and not read_cue(one.words, self.voices).speakers:
                self._put(one, Cue("ask", awaited, "office", public=True), one.whole.text)
                return True
            return False
        self.asked = True
        told = read_cue(one.whole.text[mark.length :], self.voices)
        said = Cue("say", told.speakers if told.act == "say" else (), None, reply=True)
        asks = Cue("ask", mark.asker, "office", public=bool(mark.asker))
        self._put(one, asks if mark.asks else said, one.whole.text)
        return True

    def told(self, one: Paragraph, said: Told) -> None:
        """A paragraph whose kind the writer says; of an update see ``Arising.told``."""
        self.asked, self.awaited = False, None
        text = one.text.cut(said.end)
        if said.kind in ("question", "response", "note"):
            self._told_speech(one, said, text)
            return
        unit = self.book.unit(one.whole, text.text, said.kind, one)
        unit.told, unit.alone, unit.speakers = True, True, said.who
        if said.kind == "action":
            mark = markers.action_mark(text.text)
            task = text.cut(mark.length) if mark else text
            label, owner = (mark.label, mark.owner) if mark else (None, None)
            self.book.action(unit, task, one, label=label, named=owner)

    def _told_speech(self, one: Paragraph, said: Told, text: Passage) -> None:
        """Sentences of one kind and speaker; a note takes no part in an exchange."""
        shift = len(one.whole.text) - len(text.text)
        for index, (start, end) in enumerate(sentence_spans(text.text) or [(0, 0)]):
            place = one.whole.cut(shift + start if index else 0, shift + end)
            unit = self.book.unit(place, text.text[start:end], said.kind, one)
            unit.told, unit.speakers, unit.speech = True, said.who, said.kind != "note"
            if said.kind == "question":
                unit.cue = Cue("ask", said.who, "office")
            elif said.kind == "response":
                unit.cue = Cue("say", said.who, None, reply=True)

    def tracked(self, one: Paragraph) -> bool:
        """An action on a line with its number in a tracker, its owner and its due."""
        words = one.whole.text
        found = markers.tracked(words)
        if found is None:
            return False
        unit = self.book.unit(one.whole, words, "action", one)
        text, due = one.whole.cut(found.start("text")), one.whole.cut(*found.span("due"))
        action = self.book.action(unit, text, one, label=found["label"], named=found["owner"])
        action.due = due
        return True

    def _named_alone(self, one: Paragraph) -> bool:
        """A speaker on a line of its own ("Commissioner:"), whose words stand below."""
        words = one.whole.text
        named = self.voices.match(words) if words.endswith(":") else None
        if named is None or words[named.end :].strip(" :") or one.marker is not None:
            return False
        voice = self.voices.of(named.name)
        self.speaking = Cue("say", (voice.shown,), voice.side, label=True)
        self.book.unit(one.whole, words, "note", one).silent = True
        return True

    def _put(self, one: Paragraph, cue: Cue, words: str) -> None:
        unit = self.book.unit(one.whole, words, "note", one)
        unit.cue, unit.speech, unit.speakers = cue, True, cue.speakers

    def paragraph(self, one: Paragraph, kind: EntryKind = "note") -> None:
        words = one.words
        if not markers.may_mark(words):
            self._sentences(one.whole, one, kind)
            return
        mark = markers.action_mark(words)
        trailing = markers.trailing_action(words) if mark is None else None
        cuts = markers.actions_inside(words) if trailing is None else []
        if mark is not None and not cuts:
            self._marked_action(one, mark)
        elif cuts:
            self._with_actions(one, cuts, kind)
        elif markers.decision_mark(words):
            self.decision(one)
        elif trailing is not None:
            self._trailing(one, trailing)
        elif self.book.outline.kind == "matters_arising" and markers.update_inside(words):
            self._update_inside(one)
        else:
            self._sentences(one.whole, one, kind)

    # titles that run in with their prose ---------------------------------------------------------

    def run_in(self, one: Paragraph) -> int:
        """Where a title ends that runs in with its paragraph; 0 for none."""
        words = one.words
        end = strong_title(words, one.strong)
        return end or (run_in_title(words, self._speech_at(words)) if _is_longer(words, RUN_IN_WORDS) else 0)

    def _speech_at(self, words: str) -> int | None:
        """Where the first speaker is named, if only a few words stand before."""
        breaks = list(_BEFORE_CAPITAL.finditer(words, 0, RUN_IN_REACH))
        if not breaks or read_cue(words, self.voices).act != "none":
            return None
        for found in breaks:
            if _OPEN_END.search(words, words.rfind(" ", 0, found.start()) + 1, found.start()):
                continue
            if read_cue(words[found.end() :], self.voices).act != "none":
                return found.end()
        return None

    def without_run_in(self, one: Paragraph) -> Paragraph:
        """The paragraph behind a sub-heading that runs in with it, which is written down as a heading."""
        if one.marker is not None or markers.action_mark(one.words) or markers.decision_mark(one.words):
            return one
        end = self.run_in(one)
        if not end or end >= len(one.words) or not title_like(one.words[:end].strip().rstrip(":")):
            return one
        head = one.text.cut(0, end)
        self.book.title(one, head, head.text)
        return one.with_text(one.text.cut(end))

    # actions and decisions -----------------------------------------------------------------------

    def _with_actions(self, one: Paragraph, cuts: list[int], kind: EntryKind) -> None:
        shift = len(one.whole.text) - len(one.words)
        first = markers.action_mark(one.words)
        if first is not None:
            self._marked_action(one.with_text(one.whole.cut(0, shift + cuts[0])), first, shift)
        else:
            self._sentences(one.whole.cut(0, shift + cuts[0]), one, kind)
        for start, end in zip(cuts, [*cuts[1:], len(one.words)], strict=True):
            piece = one.text.cut(start, end)
            mark = markers.action_mark(piece.text)
            assert mark is not None  # each cut is where one stands
            self._marked_action(one.with_text(piece), mark)

    def _marked_action(self, one: Paragraph, mark: markers.ActionMark, shift: int = 0) -> None:
        """``shift``: characters of a list marker before the action's own."""
        text = one.text.cut(shift + mark.length)
        if not text or markers.says_none(text.text):
            self.book.unit(one.whole, one.words, "note", one)
            return
        if mark.clipped:
            told = f"“{one.words[: mark.length].strip()}” is read as a clipped “ACTION”."
            self.book.problems.append(("damaged-text", told, one.text.cut(0, mark.length)))
        end = self._action_end(text.text)
        rest = text.cut(end)
        over = len(rest.text) if end < len(text.text) else 0
        whole = one.whole.cut(0, len(one.whole.text) - over)
        unit = self.book.unit(whole, one.words[: len(one.words) - over], "action", one)
        found = self.book.action(unit, text.cut(0, end), one, label=mark.label, named=mark.owner)
        without_details(found, self.book)
        if over:
            self._sentences(rest, one.with_text(rest), "note")

    def _action_end(self, text: str) -> int:
        """An action lasts to the end of its paragraph, or until somebody speaks again."""
        for start, _ in sentence_spans(text)[1:]:
            cue = read_cue(text[start:], self.voices)
            if cue.act == "ask" or (cue.act == "say" and cue.speakers and not markers.doer(text[start:])):
                return start
        return len(text)

    def _trailing(self, one: Paragraph, found: re.Match[str]) -> None:
        """A marker behind a sentence makes that sentence the action."""
        spans = [span for span in sentence_spans(one.words) if span[0] < found.start()]
        start = spans[-1][0] if spans else 0
        shift = len(one.whole.text) - len(one.words)
        if start:
            self._sentences(one.whole.cut(0, shift + start), one, "note")
        unit = self.book.unit(one.whole.cut(shift + start if start else 0), one.words[start:], "action", one)
        self.book.action(unit, one.text.cut(start, found.start()), one, named=found["owner"])

    def decision(self, one: Paragraph) -> None:
        """A resolution that gives somebody a task is an action; in a list of them none has a marker."""
        length = markers.decision_mark(one.words)
        that = _THAT.match(one.words[length:])
        tasked = self._tasked(one.words[length + (that.end() if that else 0) :])
        unit = self.book.unit(one.whole, one.words, "action" if tasked else "decision", one)
        if tasked:
            self.book.action(unit, one.text.cut(length), one)

    def _tasked(self, words: str) -> bool:
        """ "the Chief Constable provide a report" tasks somebody, "the report be noted" nobody."""
        found = self.voices.match(words)
        return found is not None and _BARE_VERB.match(words, found.end) is not None

    def _update_inside(self, one: Paragraph) -> None:
        inside = markers.update_inside(one.words)
        assert inside is not None
        action, update = one.text.cut(0, inside[0]), one.text.cut(inside[1])
        self.book.updates.append(FoundUpdate(None, None, action, update, update.text))
        self.book.unit(one.whole, one.words, "update", one)

    # sentences -----------------------------------------------------------------------------------

    def _sentences(self, place: Passage, one: Paragraph, kind: EntryKind) -> None:
        """Units of a stretch of ``one`` that begins where ``one`` begins or lies within its text."""
        marker = one.marker.length if one.marker is not None and place.start == one.whole.start else 0
        words = place.text[marker:].lstrip()
        shift = len(place.text) - len(words)
        before, said = self.speaking, ""
        for index, (start, end) in enumerate(sentence_spans(words)):
            piece = place.cut(shift + start if index else 0, shift + end)
            text = words[start:end]
            cue = read_cue(text, self.voices)
            cut = split_at(text, cue, self.voices)
            if cut is not None:
                before = self._halves(piece, text, one, cut)
            else:
                before = self._sentence(piece, text, cue, one, kind, before, said)
            said = text

    def _halves(self, piece: Passage, text: str, one: Paragraph, cut: tuple[int, Cue, Cue]) -> Cue:
        """A sentence that holds a question and its answer."""
        at, asks, says = cut
        shift = len(piece.text) - len(text)
        for place, words, cue in (
            (piece.cut(0, shift + at), text[:at].strip(), asks),
            (piece.cut(shift + at), text[at:].strip(), says),
        ):
            unit = self.book.unit(place, words, "note", one)
            unit.cue, unit.speech, unit.speakers = cue, True, cue.speakers
        self.asker = self.last_asker = asks if asks.speakers else self.last_asker
        return says

    def _mentioned(self, text: str) -> Cue:
        """Who of the asking side a sentence speaks of, for "He asked" behind it."""
        asking = [
            voice.shown for voice in map(self._voice, self.voices.all_in(text)) if voice.side == "office"
        ]
        return Cue("none", tuple(asking[-1:]), "office") if asking else NO_CUE

    def _voice(self, found: Named) -> Voice:
        return self.voices.of(found.name)

    def _sentence(
        self, piece: Passage, text: str, cue: Cue, one: Paragraph, kind: EntryKind, before: Cue, said: str
    ) -> Cue:
        """Write a sentence down. ``before``: who spoke last; ``said``: the sentence before."""
        word = markers.kind_word(text)
        if word is not None:
            self.book.unit(piece, text, _WORD_KINDS[word["kind"]], one)
            return before
        if cue.act == "none":
            cue = self._by_pronoun(text, cue, before, said)
        if cue.act == "none" and text.endswith("?") and before.side in (None, "office"):
            cue = Cue("ask", before.speakers, "office", label=before.label)
        elif before.label and not cue.label:
            cue = before._replace(act="say")
        if cue.speakers and cue.side == "office":
            self.asker = self.last_asker = cue
        unit = self.book.unit(piece, text, kind, one)
        unit.cue, unit.speech, unit.speakers = cue, True, cue.speakers
        unit.opens = text.endswith(":")
        return cue if cue.speakers else before

    def _by_pronoun(self, text: str, cue: Cue, before: Cue, said: str) -> Cue:
        """The cue of a sentence without one, a pronoun read as who asked last or spoke before."""
        act = pronoun_asks(text)
        if act is None:
            return cue
        if not before.speakers:
            before = self._mentioned(said)
        asker = self.asker if self.asker.speakers else self.last_asker
        meant = asker if act == "ask" and asker.speakers else before
        if act == "say" and before.act == "ask" and before.put and not text.startswith("They"):
            meant = Cue("say", before.put, None)
        return Cue(act, meant.speakers, meant.side) if meant.speakers else cue


def _is_longer(text: str, words: int) -> bool:
    """Whether a folded text has more words than so many; they are parted by one blank each."""
    return text.count(" ") >= words
