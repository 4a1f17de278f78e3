"""What was done, by whom and when: one plain event for each outermost operation."""
