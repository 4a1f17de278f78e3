"""Search in full text: what somebody typed, and how each database is asked for it and told to mark it."""
