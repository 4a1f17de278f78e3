"""Plans and their objectives, recommendations of inspectorates, and work that the office pays for."""
