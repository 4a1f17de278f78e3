"""The outbox, and what mail somebody wants."""
