"""The audit trail as pages: what was done, by whom and when, and the last signed head."""
