"""The life of an action: its states, its dates, and which update is about which action."""
