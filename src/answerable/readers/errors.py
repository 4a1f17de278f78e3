"""What goes wrong with a file, in one sentence."""


class Unreadable(Exception):  # noqa: N818 - a word of the domain: the file is unreadable
    """A file that cannot be read. The message is one sentence: what is wrong, and what to do about it."""
