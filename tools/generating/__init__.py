"""Minutes of a fictional valley, made from a seed: records, and files in several formats."""
