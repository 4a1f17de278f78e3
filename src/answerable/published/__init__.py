"""The public store: what was decided to be public, and nothing else. No key leads out of it."""
