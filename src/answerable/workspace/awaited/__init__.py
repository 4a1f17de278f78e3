"""Events that are waited for."""
