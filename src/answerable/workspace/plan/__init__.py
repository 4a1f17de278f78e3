"""The forward plan: the year, its deadlines, what was moved, and how each forum meets."""
