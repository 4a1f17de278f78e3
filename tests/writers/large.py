"""Sheets of several pages by the number of a seed: what hypothesis would draw, but longer than it can."""

from __future__ import annotations

import random

from answerable.core.minutes.sheet import Break, Heading, ListItem, Piece, Sheet, Table, Text

PLAIN = (
    "the a of to in and said that was had with for force officers survey baseline calls weekend figures rota "
    "progress briefing performance investigation neighbourhood it’s June response CC PCC ACC Wyvern Übung "
    "naïve victims I response, domestic abuse, county again; since"
).split()
ODD = (
    "DCC/ACC multi-agency pre- and/or 12.5% 3. 2.1 a) (b) – £3.2m “quoted” (in brackets) 999/101 No. "
    "4 • 2026. co-responder https://wyvern.example/minutes/2026-03"
).split()
"""Words that break, end sentences where none ends, or look like the marker of a list."""
SHARE_OF_ODD = 0.12
LONG = 100
"""Words from which a paragraph always ends with a full stop."""
FIRST = "The She Officers Nobody ACTION: PCC 24 Wyvern".split()
TITLES = ("Call handling", "Any other business", "Victims and witnesses: an update", "Next steps")


class Large:
    """Draws blocks from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def sheet(self) -> Sheet:
        blocks: list[Piece | Table | Break] = []
        for _ in range(self.random.randint(5, 40)):
            blocks.append(self.table() if self.random.random() < 0.12 else self.piece())
            if self.random.random() < 0.02:
                blocks.append(Break())
        marking = self.random.choice(["", "OFFICIAL", "Draft, not approved"])
        footer = self.random.choice(["", "Wyvern Valley"])
        return Sheet("Quarterly Accountability Board – 1 June 2026", blocks, marking=marking, footer=footer)

    def table(self) -> Table:
        three, rows = self.random.random() < 0.7, []
        empty = self.random.choice([0.1, 0.5, 0.8])
        for number in range(self.random.randint(1, 30)):
            begins = not number or self.random.random() > empty
            label = [Text(self.random.choice(["1", "2.1", "a", "Present:"]))] if begins else []
            body = [self.piece() for _ in range(self.random.choice([1, 1, 1, 2, 3, 8]))]
            owns = three and (not number or self.random.random() < 0.4)
            owner = [Text(self.random.choice(["DCC", "ACC/DCC", "30 June 2026"]))] if owns else []
            rows.append([label, body, *([owner] if three else [])])
        head = ("No.", "Item", "Action")[: 2 + three] if self.random.random() < 0.6 else ()
        caption = self.random.choice(["", "", "Actions given"])
        bare = not head and self.random.random() < 0.5
        return Table((10, 75, 15) if three else (25, 75), rows, head, caption, bare)

    def piece(self) -> Piece:
        kind = self.random.random()
        if kind < 0.12:
            number = self.random.choice(["", "1.", "2.1", "10"])
            return Heading(self.random.choice(TITLES), self.random.randint(1, 4), number)
        if kind < 0.3:
            label = self.random.choice(["", "", "1.", "2.", "a)", "(iv)", "12."])
            return ListItem(self.words(40), label, self.random.randint(1, 3))
        lead = self.random.choice(["", "", "ACTION:", "PCC"])
        style = self.random.choice(["normal", "normal", "normal", "small", "quote"])
        return Text(self.words(self.random.choice([10, 60, 120, 400])), lead, style=style)  # type: ignore[arg-type]

    def words(self, most: int) -> str:
        rest = [
            self.random.choice(ODD if self.random.random() < SHARE_OF_ODD else PLAIN)
            for _ in range(self.random.randint(0, most))
        ]
        plain = len(rest) >= LONG or self.random.random() < 0.6
        end = "." if plain else self.random.choice(["", ":", "?"])
        return " ".join([self.random.choice(FIRST), *rest]) + end
