"""Packs in one go: the panel's report and the handover note."""
