"""One action and its life."""
