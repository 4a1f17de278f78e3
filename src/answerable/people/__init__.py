"""People, posts, and who held which post from when to when."""
