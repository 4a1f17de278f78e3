"""What an action or plan should move, and what the figures say of it."""
