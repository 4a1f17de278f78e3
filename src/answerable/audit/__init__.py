"""What was done, by whom and when: one event for each outermost operation, chained to the one before."""
