"""Digests: who is told what is due, overdue and new, and when."""
