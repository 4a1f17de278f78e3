"""What somebody typed into the form of a judgement."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.core.live.judging import Judged
from answerable.web.address import Asked

LONGEST = 200  # characters of who tested it, as the column holds
LONGEST_EVIDENCE = 5000


def judged_in(sent: Mapping[str, str]) -> tuple[Judged, Asked]:
    """The judgement, and the problems of what cannot be used. Of what was only given no test is said."""
    values = Asked(dict(sent))
    basis = values.text("basis")
    tested = basis == "tested"
    judged = Judged(
        judgement=values.text("judgement"),
        basis=basis,
        test=values.text("test") if tested else "",
        tested_by=values.text("tested_by")[:LONGEST] if tested else "",
        tested_on=values.date("tested_on", "the day of the test") if tested else None,
        evidence=sent.get("evidence", "").strip()[:LONGEST_EVIDENCE],
        test_again=values.date("test_again", "the day of the next test"),
    )
    return judged, values
