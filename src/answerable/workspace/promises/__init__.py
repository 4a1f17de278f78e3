"""Promises that nobody marked as actions."""
