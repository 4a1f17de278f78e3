"""Reports of an inspectorate: when the response is due, what it lacks, and what becomes of what they ask."""
