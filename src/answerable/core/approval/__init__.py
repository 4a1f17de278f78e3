"""Minutes on their way to approval: states, what is looked at before, and how two versions differ."""
