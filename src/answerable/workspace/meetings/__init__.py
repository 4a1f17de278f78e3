"""The list of meetings, by year and forum."""
