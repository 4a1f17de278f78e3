"""Reads: plans, recommendations of inspectorates, funded work."""
