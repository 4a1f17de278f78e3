"""Minutes while they are written here: lines, who was there, judgements, and the way to approval."""
