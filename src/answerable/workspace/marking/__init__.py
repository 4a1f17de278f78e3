"""Restricting parts of the record, and everything that is restricted."""
