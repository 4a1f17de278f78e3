"""The guards of the site, each of which is taken away to see that a test notices."""
