"""What is looked at before minutes are approved: one rule to a file, all of them in ``table``."""
