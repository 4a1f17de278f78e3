"""How long somebody waits after so many wrong tries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FORGOTTEN_AFTER = timedelta(days=1)
"""Without a wrong try for so long, all of them are forgotten."""
FIRST_WAIT = 2  # seconds; each further wrong try doubles it


@dataclass(frozen=True, slots=True)
class Rule:
    """``free`` tries without a wait, then a doubling one that never gets longer than ``longest``."""

    free: int
    longest: timedelta

    def wait(self, wrong: int) -> timedelta:
        """The wait after this many wrong tries."""
        over = wrong - self.free
        if over < 0:
            return timedelta(0)
        doubled = FIRST_WAIT * 2 ** min(over, 30)  # no wait is longer than 2^31 seconds: cut below
        return min(timedelta(seconds=doubled), self.longest)

    def left(self, wrong: int, last: datetime, now: datetime) -> timedelta:
        """What is left of the wait now; never negative, and never longer than the wait itself.

        A clock that was set back since makes nobody wait longer.
        """
        if now - last > FORGOTTEN_AFTER:
            return timedelta(0)
        wait = self.wait(wrong)
        return max(min(wait - (now - last), wait), timedelta(0))


ACCOUNT = Rule(free=5, longest=timedelta(minutes=15))
"""Of one account, from browsers that it was never used in: at most 4 guesses an hour once it is slow."""
BROWSER = Rule(free=10, longest=timedelta(minutes=15))
"""Of one account, in one browser that it was used in: nobody else's guesses count here."""
ADDRESS = Rule(free=30, longest=timedelta(minutes=5))
"""From one address, of whichever accounts: a whole office may share one."""
MAIL = Rule(free=3, longest=timedelta(hours=1))
"""Mails with a link for a new password, to one address of mail."""
