"""Actions and their life across meetings; updates, and promises that nobody marked as actions."""
