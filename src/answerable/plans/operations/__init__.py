"""Writes: plans, recommendations of inspectorates, funded work."""
