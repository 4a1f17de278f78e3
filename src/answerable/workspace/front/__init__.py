"""The front page: what is owed, what comes next, what has lapsed."""
