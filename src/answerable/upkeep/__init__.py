"""Keeping the house: settings that lose nothing, backups, and what is said when there is no room."""
