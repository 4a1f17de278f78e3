"""Briefing notes: which part answers which point, and the words they are judged in."""
