"""Inspectorates' recommendations."""
