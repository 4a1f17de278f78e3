"""Decisions about what becomes public: redactions, checks, frozen bytes, and their way into the store."""
