"""Guessing is slowed down, and never so that the owner is kept out: docs/explanation/signing-in.md."""
