"""Import of minutes and meeting records, and the review of what was read."""
