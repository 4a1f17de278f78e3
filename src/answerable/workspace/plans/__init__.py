"""Plans and their objectives."""
