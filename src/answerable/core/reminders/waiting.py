"""How long a message waits that a mail server did not take, and when it is given up."""

from __future__ import annotations

import datetime as dt

WAITS = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]
"""After the first tries; after those that follow, ``LONGEST_WAIT``."""

LONGEST_WAIT = dt.timedelta(hours=4)
GIVE_UP_AFTER = dt.timedelta(days=5)
"""RFC 5321, 4.5.4.1: the give-up time generally needs to be at least 4 to 5 days."""

LEASE = dt.timedelta(minutes=10)
"""How long a message is one worker's: more than a mail server may take for it, with all its timeouts."""


def wait_after(tries: int) -> dt.timedelta:
    """The pause after so many tries, the first being 1."""
    return WAITS[tries - 1] if 0 < tries <= len(WAITS) else LONGEST_WAIT


def is_given_up(made_at: dt.datetime, at: dt.datetime) -> bool:
    """Whether a message that is this old is not tried again."""
    return at - made_at >= GIVE_UP_AFTER


def is_final(code: int) -> bool:
    """Whether a mail server's answer about one recipient is its last word (RFC 5321, 4.2.1: 5yz)."""
    return code // 100 == 5
