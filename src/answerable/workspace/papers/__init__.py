"""Terms of reference and briefing notes: asked for, sent in, judged."""
