"""The publication scheme."""
