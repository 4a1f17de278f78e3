"""Backups: made whole or not at all, checked before anything is touched, and proved by a drill."""
