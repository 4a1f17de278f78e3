"""What becomes of a message that is tried: each in a transaction of its own, by a compare and swap.

There is no event: the message says of itself what became of it, and nothing of the record is changed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q

from answerable.core.reminders.waiting import GIVE_UP_AFTER, LEASE, is_given_up, wait_after
from answerable.mail.models import Message

WAITING, SENT, GIVEN_UP = Message.State.WAITING, Message.State.SENT, Message.State.GIVEN_UP
LONGEST_TROUBLE = 500  # characters: what a mail server says can be a page
WORDS_KEPT = timedelta(days=30)
NO_SERVER = "No mail server is set up on this site (EMAIL_URL)."


def claim(message: Message, *, at: datetime) -> bool:
    """Take a message for a try; False where another worker has it, or has sent it.

    Until the lease is over nobody else tries it: a worker that dies in between leaves it to the next.
    """
    rows = Message.objects.filter(pk=message.pk, state=WAITING, next_try=message.next_try)
    if not rows.update(next_try=at + LEASE, tries=F("tries") + 1):
        return False
    message.next_try, message.tries = at + LEASE, message.tries + 1
    return True


def mark_sent(message: Message, *, at: datetime) -> None:
    """The mail server has taken it."""
    Message.objects.filter(pk=message.pk).update(state=SENT, sent_at=at, trouble="")


def mark_trouble(message: Message, *, trouble: str, final: bool, at: datetime) -> None:
    """It was not taken: tried again later, or given up where that was its last chance."""
    over = final or is_given_up(message.made_at, at)
    state = GIVEN_UP if over else WAITING
    again = at + wait_after(message.tries)
    mine = Q(next_try=message.next_try)  # else its lease was over, and another worker has it
    Message.objects.filter(mine, pk=message.pk, state=WAITING).update(
        state=state, next_try=again, trouble=_short(trouble)
    )


def delay_all(*, trouble: str, at: datetime, only: Q | None = None) -> int:
    """The mail server cannot be reached: all that is due waits, and is given up when it is too old."""
    due = Message.objects.filter(only or Q(), state=WAITING, next_try__lte=at)
    old = due.filter(made_at__lte=at - GIVE_UP_AFTER)
    count = old.update(state=GIVEN_UP, tries=F("tries") + 1, trouble=_short(trouble))
    for tries in sorted(set(due.values_list("tries", flat=True))):
        count += due.filter(tries=tries).update(
            tries=tries + 1, next_try=at + wait_after(tries + 1), trouble=_short(trouble)
        )
    return count


def give_up_unsendable(*, at: datetime) -> int:
    """Where no mail server is set up, nothing is kept for one that might come: not what is too old."""
    old = Message.objects.filter(state=WAITING, made_at__lte=at - GIVE_UP_AFTER)
    return old.update(state=GIVEN_UP, trouble=NO_SERVER)


def forget_words(*, at: datetime) -> int:
    """What a message said is not kept once nobody will ask for it; that it was sent is."""
    old = Q(state=SENT, sent_at__lt=at - WORDS_KEPT) | Q(state=GIVEN_UP, made_at__lt=at - WORDS_KEPT)
    return Message.objects.filter(old).exclude(text="").update(text="", html="")


def _short(trouble: str) -> str:
    return " ".join(trouble.split())[:LONGEST_TROUBLE]
