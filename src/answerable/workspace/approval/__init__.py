"""Minutes after the meeting: checked, agreed, seen, approved, and given out as files."""
