"""The register of actions, filtered by its address."""
