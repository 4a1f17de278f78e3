"""What goes wrong with a file, in one sentence."""


class Unreadable(Exception):
    """A file that cannot be read. The message is one sentence: what is wrong, and what to do about it."""
