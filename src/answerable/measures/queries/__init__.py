"""Reads of measures."""
