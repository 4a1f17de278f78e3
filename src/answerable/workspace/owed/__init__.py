"""What each side owes, and its reports."""
