"""What stands on an agenda, and how its items are numbered."""
