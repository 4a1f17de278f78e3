"""Digests: who is told what, when, and how a letter reads."""
