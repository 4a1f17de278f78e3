"""Files that are given out, and whatever is looked at before: in a child process, which nothing can hang."""
