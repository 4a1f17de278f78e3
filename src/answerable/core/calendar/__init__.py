"""Working days, bank holidays, the rhythm of a forum, and deadlines counted from a meeting."""
