"""Who has an account, and with which roles: the pages of the office administrator."""
