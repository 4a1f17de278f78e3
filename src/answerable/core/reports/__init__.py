"""Packs in one go, on paper: a post's handover note, the report to the panel, matters arising."""
