"""Who held which post when, told from attendance lists."""
