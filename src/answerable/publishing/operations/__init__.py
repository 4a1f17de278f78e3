"""Writes of publishing: putting forward, deciding, and handing over to the public store."""

from answerable.publishing.operations.answering import answer
from answerable.publishing.operations.clock import confirm_clock
from answerable.publishing.operations.correcting import correct, put_back
from answerable.publishing.operations.deciding import decide, drop, stop, why_not, why_shut
from answerable.publishing.operations.delivering import deliver_due
from answerable.publishing.operations.forward import put_forward
from answerable.publishing.operations.scheme import Said, change_met, remove_met, say_met
from answerable.publishing.operations.withdrawing import withdraw

__all__ = [
    "Said", "answer", "change_met", "confirm_clock", "correct", "decide", "deliver_due", "drop", "put_back",
    "put_forward", "remove_met", "say_met", "stop", "why_not", "why_shut", "withdraw",
]  # fmt: skip
